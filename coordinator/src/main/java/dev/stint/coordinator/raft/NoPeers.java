package dev.stint.coordinator.raft;

import io.microraft.RaftEndpoint;
import io.microraft.model.message.RaftMessage;
import io.microraft.transport.Transport;

/** The transport of a group of one, which has nobody to talk to. */
final class NoPeers implements Transport {
  @Override
  public void send(RaftEndpoint target, RaftMessage message) {
    throw new IllegalStateException("a group of one sends nothing, yet to " + target.getId());
  }

  @Override
  public boolean isReachable(RaftEndpoint endpoint) {
    return false;
  }
}
