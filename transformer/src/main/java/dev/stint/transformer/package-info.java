/**
 * Rewrites job classes so that every loop turn and every suspending call can be left and entered
 * again. Bytes in, bytes out: no threads, no I/O.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.transformer;
