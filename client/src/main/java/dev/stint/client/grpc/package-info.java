/** The gRPC side of the client: messages to views and back, retries, and what errors mean. */
@org.jspecify.annotations.NullMarked
package dev.stint.client.grpc;
