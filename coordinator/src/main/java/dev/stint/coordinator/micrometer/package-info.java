/** The coordinator's metrics. The only place of Micrometer. */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator.micrometer;
