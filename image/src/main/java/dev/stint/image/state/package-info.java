/**
 * Iterators, entries and views that remember what they were made from, so that an image can hold
 * them by meaning. Calls in transformed code come here instead of the JDK; see {@link
 * dev.stint.image.state.StateIntrinsics}.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.image.state;
