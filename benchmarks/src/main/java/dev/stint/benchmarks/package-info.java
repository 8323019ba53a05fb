/**
 * Measurements that a command repeats: a class for each thing measured, a method for Stint and for
 * each peer.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.benchmarks;
