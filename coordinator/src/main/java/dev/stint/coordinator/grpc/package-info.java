/** gRPC: the services that nodes, clients and operators call. */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator.grpc;
