package dev.stint.node.grpc;

import dev.stint.node.PeerGateway;
import dev.stint.node.PeerListener;
import dev.stint.proto.CellMessage;
import dev.stint.proto.TransferChunk;
import io.grpc.ManagedChannel;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** One channel to each node spoken with, and on it one stream for images and one for messages. */
public final class PeerConnections implements PeerGateway, AutoCloseable {
  private final Function<String, ManagedChannel> dial;
  private final PeerListener listener;
  private final ConcurrentHashMap<String, Peer> peers = new ConcurrentHashMap<>();

  /**
   * No connections yet.
   *
   * @param dial makes a channel to an address
   * @param listener hears the replies to messages
   */
  public PeerConnections(Function<String, ManagedChannel> dial, PeerListener listener) {
    this.dial = dial;
    this.listener = listener;
  }

  @Override
  public void transfer(String address, List<TransferChunk> chunks, Consumer<String> failed) {
    peer(address).transfers.send(chunks, failed);
  }

  @Override
  public void send(String address, CellMessage message) {
    peer(address).messages.send(message);
  }

  @Override
  public void close() {
    peers.values().forEach(peer -> peer.channel.shutdownNow());
    peers.clear();
  }

  private Peer peer(String address) {
    return peers.computeIfAbsent(
        address,
        where -> {
          ManagedChannel channel = dial.apply(where);
          return new Peer(
              channel, new TransferStream(channel), new MessageStream(channel, listener));
        });
  }

  private record Peer(ManagedChannel channel, TransferStream transfers, MessageStream messages) {}
}
