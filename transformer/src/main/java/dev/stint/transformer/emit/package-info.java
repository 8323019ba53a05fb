/** Writes class files from what the analysis found: bodies, frames, bridges, companions. */
@org.jspecify.annotations.NullMarked
package dev.stint.transformer.emit;
