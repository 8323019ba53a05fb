/** Measurements that a command repeats. */
@org.jspecify.annotations.NullMarked
package dev.stint.benchmarks;
