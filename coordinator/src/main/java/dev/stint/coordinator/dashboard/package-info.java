/**
 * What the dashboard shows: pure functions from the cluster's records to pages, and the one stream
 * that all viewers share. Nothing here knows of HTTP or JSON.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator.dashboard;
