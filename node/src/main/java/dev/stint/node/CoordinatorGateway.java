package dev.stint.node;

import dev.stint.proto.NodeMessage;

/**
 * The way to the coordinator. Messages of one session arrive in the order told; what is told while
 * there is no session is lost, and whoever cares tells it again when the next one begins.
 */
public interface CoordinatorGateway {
  /** Sends a message if there is a session. Never waits; from any thread. */
  void tell(NodeMessage message);
}
