/** The authority's log through MicroRaft, on disk. */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator.raft;
