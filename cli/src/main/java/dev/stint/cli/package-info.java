/**
 * The command {@code stint}: runs programs on a cluster, shows and operates the cluster, starts
 * local ones. Knows the cluster through {@code dev.stint.client} only; coordinators and nodes are
 * processes that it starts by the names of their main classes.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.cli;
