/** The HTTP port: health, metrics and the dashboard. The only place of Jetty. */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator.jetty;
