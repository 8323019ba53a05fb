package dev.stint.node;

import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Welcome;

/** Hears what comes from the coordinator, on threads of the connection. */
public interface SessionListener {
  /** A session has begun: the first one, or one after a loss. */
  void welcomed(Welcome welcome);

  /** An order or an answer; never {@code Welcome} nor {@code Goodbye}. */
  void received(CoordinatorMessage message);

  /** The node must end. */
  void dismissed(String reason);
}
