/** The node's connections: the session with the coordinator, and the streams between nodes. */
@org.jspecify.annotations.NullMarked
package dev.stint.node.grpc;
