/** Runs all measurements and writes what they show. */
@org.jspecify.annotations.NullMarked
package dev.stint.benchmarks.report;
