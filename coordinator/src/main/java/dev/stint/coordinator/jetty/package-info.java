/** The HTTP port: health, metrics, and the dashboard's files and stream. The only place of Jetty. */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator.jetty;
