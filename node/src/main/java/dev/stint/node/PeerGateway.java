package dev.stint.node;

import dev.stint.proto.CellMessage;
import dev.stint.proto.TransferChunk;
import java.util.List;
import java.util.function.Consumer;

/** The way to other nodes, by their address. Nothing here waits; from any thread. */
public interface PeerGateway {
  /**
   * Sends the chunks of one image, in order, as fast as the peer takes them. Images to one peer go
   * one after the other.
   *
   * @param failed called with the cause if the peer cannot be reached or the stream breaks before
   *     the peer has answered
   */
  void transfer(String address, List<TransferChunk> chunks, Consumer<String> failed);

  /**
   * Sends a request to a cell; the reply comes to {@link PeerListener#cellReply}. It may be lost:
   * the sender repeats it until it is replied to.
   */
  void send(String address, CellMessage message);
}
