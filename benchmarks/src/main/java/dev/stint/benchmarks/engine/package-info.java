/** How measurements run the programs on the real engine. */
@org.jspecify.annotations.NullMarked
package dev.stint.benchmarks.engine;
