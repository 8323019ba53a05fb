package dev.stint.runtime;

import org.jspecify.annotations.Nullable;

/** What a parked tasklet waits for, as plain data that travels with it. */
sealed interface WaitFor {

  /** In words, to follow "waits for". */
  String text();

  /** A moment of the job's clock, in nanoseconds. */
  record Time(long deadline) implements WaitFor {
    @Override
    public String text() {
      return "a timer";
    }
  }

  /**
   * A channel operation.
   *
   * @param message what is sent; null for a receive
   * @param deadline job clock reading at which it is given up; {@link Long#MAX_VALUE} is never
   */
  record ChannelTurn(
      ChannelId channel, OpKey op, ChannelOp kind, @Nullable Parcel message, long deadline)
      implements WaitFor {
    @Override
    public String text() {
      return kind.text() + " " + channel;
    }
  }

  /** The end of another tasklet. */
  record Joining(CellId cell, OpKey op) implements WaitFor {
    @Override
    public String text() {
      return "the end of " + cell;
    }
  }

  /** Being on another node. */
  record Moving(String node) implements WaitFor {
    @Override
    public String text() {
      return "a move to " + node;
    }
  }
}
