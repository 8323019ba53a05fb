/** The HTTP port: health and metrics. The only place of Jetty. */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator.jetty;
