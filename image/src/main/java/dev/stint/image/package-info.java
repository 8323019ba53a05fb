/**
 * Images: the bytes of captures, results and frozen tasklets, and how each kind of JDK state is
 * written by its meaning.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.image;
