/** Submits jobs to a cluster, ships their classpath by content, follows their output and fetches their results. */
@org.jspecify.annotations.NullMarked
package dev.stint.client;
