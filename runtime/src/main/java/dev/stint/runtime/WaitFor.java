package dev.stint.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a parked tasklet waits for, as plain data that travels with it. */
sealed interface WaitFor {

  /** The deadline of a turn that must not wait, of a tasklet that must not. */
  long TRAPPED = Long.MIN_VALUE;

  /** Whether nothing but another tasklet of the job can end it. */
  default boolean onlyOthersEndIt() {
    return switch (this) {
      case ChannelTurn turn -> turn.deadline() == Long.MAX_VALUE;
      case Joining joining -> joining.deadline() == Long.MAX_VALUE;
      case AnyOf any -> any.deadline() == Long.MAX_VALUE;
      case Time time -> false;
      case Moving moving -> false;
    };
  }

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
    /** Whether it is given up at some time. */
    boolean isBounded() {
      return deadline != Long.MAX_VALUE && deadline != TRAPPED;
    }

    @Override
    public String text() {
      return kind.text() + " " + channel;
    }
  }

  /**
   * The end of another tasklet.
   *
   * @param takesResult whether the outcome is what its body returned or threw
   * @param deadline job clock reading at which it is given up; {@link Long#MAX_VALUE} is never
   */
  record Joining(CellId cell, OpKey op, boolean takesResult, long deadline) implements WaitFor {
    @Override
    public String text() {
      return "the end of " + cell;
    }
  }

  /**
   * The first of several watches at channels.
   *
   * @param deadline job clock reading at which all are given up; {@link Long#MAX_VALUE} is never
   */
  record AnyOf(List<ChannelTurn> watches, long deadline) implements WaitFor {
    @Override
    public String text() {
      return watches.stream().map(ChannelTurn::text).collect(Collectors.joining(", or "));
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
