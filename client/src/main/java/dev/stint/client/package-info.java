/**
 * How a program reaches a cluster: connect, ship a body with its classpath, follow the job, operate
 * the nodes. Speaks to a coordinator through {@link dev.stint.client.ClusterGateway}; the gRPC side
 * is in {@code dev.stint.client.grpc}.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.client;
