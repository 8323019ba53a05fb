package dev.stint.node.grpc;

import dev.stint.node.HostPort;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

/** Makes connections. */
public final class Channels {
  private static final int MAX_MESSAGE = 64 * 1024 * 1024;

  private Channels() {}

  /** An unencrypted channel; connects when it is first used. */
  public static ManagedChannel to(HostPort address) {
    return NettyChannelBuilder.forAddress(address.host(), address.port())
        .usePlaintext()
        .maxInboundMessageSize(MAX_MESSAGE)
        .build();
  }
}
