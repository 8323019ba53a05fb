/**
 * Turns lambdas and method references into ordinary named classes, before anything else is done:
 * from then on they are analysed and written like classes of the source.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.transformer.lambda;
