/** A node: hosts tasklets, speaks to the coordinator, and hands frozen cells to other nodes. */
@org.jspecify.annotations.NullMarked
package dev.stint.node;
