/**
 * What generated code links against: the context passed as hidden parameter, and the saved frames.
 * Names and fields here are a binary interface; {@link dev.stint.abi.Abi#VERSION} counts its
 * changes.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.abi;
