package dev.stint.runtime;

import dev.stint.Channel;
import dev.stint.abi.Ctx;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link Channel#select} needs of the runtime, for the calling tasklet. */
public final class Selects {
  /** Interest in receiving; to be added to others. */
  public static final int RECEIVE = 1;

  /** Interest in sending; to be added to others. */
  public static final int SEND = 2;

  private Selects() {}

  /**
   * Waits until something of interest may be possible at one of the channels, each of which comes
   * once. That it is closed is always of interest.
   *
   * @param interests what is of interest at each
   * @param most how long to wait; null is without end
   * @return twice the index of the channel, plus one if it is closed; -1 if nothing came in time
   */
  public static int await(List<Channel<?>> channels, int[] interests, @Nullable Duration most) {
    return Primitives.awaitAny(channels, interests, most, Ctx.PINNED);
  }

  /** Which of {@code n} things to look at first. */
  public static int start(int n) {
    return (int) Long.remainderUnsigned(Cell.current().turns().nextChance(), n);
  }

  static ChannelId idOf(Channel<?> channel) {
    if (channel instanceof ChannelHandle<?> handle) {
      return handle.id();
    }
    throw new IllegalArgumentException("select takes channels of this job only, not " + channel);
  }

  static ChannelOp watchFor(int interests) {
    return switch (interests) {
      case RECEIVE -> ChannelOp.AWAIT_RECEIVE;
      case SEND -> ChannelOp.AWAIT_SEND;
      case RECEIVE + SEND -> ChannelOp.AWAIT_EITHER;
      default -> ChannelOp.AWAIT_CLOSED;
    };
  }
}
