package dev.stint.runtime;

import org.jspecify.annotations.Nullable;

/**
 * One tasklet's turn at a channel: what it asks, and what it brings.
 *
 * @param <P> what is sent
 */
final class ChannelTurn<P> {
  final OpKey key;
  final ChannelOp op;
  final @Nullable P message;

  /** Where the answer goes when the asker is on this node; null for an asker elsewhere. */
  @Nullable Wait asker;

  /** Whether copies of it may be under way from other nodes. */
  boolean cameFromAfar;

  ChannelTurn(OpKey key, ChannelOp op, @Nullable P message, @Nullable Wait asker) {
    this.key = key;
    this.op = op;
    this.message = message;
    this.asker = asker;
    this.cameFromAfar = asker == null;
  }

  /** Whether its asker has its answer already: it gave up before this arrived. */
  boolean isMoot() {
    Wait waiting = asker;
    return waiting != null && waiting.isDone();
  }
}
