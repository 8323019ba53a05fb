/**
 * The programs that are measured: each is run as compiled and as transformed. Their folder is the
 * class path of a job of its own.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.benchmarks.programs;
