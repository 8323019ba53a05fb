/**
 * The deciding process: the authority's log, blobs by digest, and the services that nodes and
 * clients call.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator;
