/**
 * What the transformer finds out before it writes a byte: which classes there are, which methods
 * can be suspended, and, inside a method, the types and the liveness at each suspension point.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.transformer.analysis;
