package dev.stint.node;

import dev.stint.proto.CellMessage;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import java.util.function.Consumer;

/** Hears what comes from other nodes, on threads of the connections. */
public interface PeerListener {
  /** A piece of a frozen cell. The answer follows the last piece. */
  void transferChunk(TransferChunk chunk, Consumer<TransferAnswer> answers);

  /** A request to a cell that may be here. */
  void cellMessage(CellMessage message, Consumer<CellMessage> replies);

  /** The reply to a request that went out with {@link PeerGateway#send}. */
  void cellReply(CellMessage reply);
}
