/**
 * Runs tasklets on carriers: scheduler, channels, timers, the job class loader, freezing and
 * thawing.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.runtime;
