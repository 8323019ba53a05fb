package dev.stint.coordinator;

import dev.stint.proto.CoordinatorMessage;

/** The way down to a node: an open stream. Thread-safe; what is sent after its end is dropped. */
public interface NodeLink {
  /** Sends a message; messages arrive in the order in which they were sent. */
  void send(CoordinatorMessage message);

  /** Ends the stream. */
  void end();
}
