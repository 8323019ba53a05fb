/**
 * Runs transformed code: carriers, tasklets and their channels, one job's class loaders and
 * environment, freezing and thawing. It knows one node; what lies beyond it is a {@link
 * dev.stint.runtime.JobHost}.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.runtime;
