/** The grid through Hazelcast, embedded in the coordinators. */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator.hazelcast;
