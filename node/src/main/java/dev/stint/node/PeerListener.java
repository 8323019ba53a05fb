package dev.stint.node;

import dev.stint.proto.CellMessage;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import java.util.function.Consumer;

/** Hears what comes from other nodes, on threads of the connections. */
public interface PeerListener {
  /** A piece of a frozen cell. The answer follows the last piece. */
  void transferChunk(TransferChunk chunk, Consumer<TransferAnswer> answers);

  /**
   * A request to a cell that may be here.
   *
   * @param replies the same object for all requests of one stream
   */
  void cellMessage(CellMessage message, Consumer<CellMessage> replies);

  /** A stream of requests has ended: nobody hears these replies any more. */
  void cellMessagesEnded(Consumer<CellMessage> replies);

  /** The reply to a request that went out with {@link PeerGateway#send}. */
  void cellReply(CellMessage reply);
}
