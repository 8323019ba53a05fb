package dev.stint.support;

import dev.stint.Channel;
import dev.stint.ChannelClosedException;
import dev.stint.Tasklet;
import dev.stint.spi.SelectCase;
import dev.stint.spi.TaskletSteps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link Channel#select}: tries each case without waiting, and if none can be done, waits for a
 * hint that one may be. Whether a case is done is so decided by its channel alone, wherever that
 * is, and never by two channels at once.
 *
 * <p>Two that select for the same channel, one to send and one to receive, would each wait for the
 * other to come. So a sender that is told of such a receiver sends for a while as if it had no
 * other case, longer each time.
 */
public final class Selecting {
  private static final long FIRST_OFFER_NANOS = 10_000_000;
  private static final long LONGEST_OFFER_NANOS = 1_000_000_000;

  private final List<SelectCase<?>> cases = new ArrayList<>();
  private final List<Channel<?>> channels = new ArrayList<>();
  private final int[] interests;
  private @Nullable SelectCase<?> timeout;
  private final long deadline;

  private Selecting(Channel.Case<?>[] all) {
    int[] found = new int[all.length];
    for (Channel.Case<?> one : all) {
      SelectCase<?> given = (SelectCase<?>) one;
      Channel<?> channel = given.channel();
      if (channel == null) {
        if (timeout != null) {
          throw new IllegalArgumentException("select takes one timeout, not two");
        }
        timeout = given;
        continue;
      }
      cases.add(given);
      int at = channels.indexOf(channel);
      if (at < 0) {
        at = channels.size();
        channels.add(channel);
      }
      found[at] |=
          switch (given.kind()) {
            case RECEIVE -> TaskletSteps.RECEIVE;
            case SEND -> TaskletSteps.SEND;
            default -> 0;
          };
    }
    interests = java.util.Arrays.copyOf(found, channels.size());
    if (all.length == 0) {
      throw new IllegalArgumentException("select needs a case: with none it would wait for ever");
    }
    Duration most = timeout == null ? null : timeout.timeout();
    deadline = most == null ? 0 : System.nanoTime() + nanos(most);
  }

  private static long nanos(Duration most) {
    return most.toSeconds() > Integer.MAX_VALUE
        ? Integer.MAX_VALUE * 1_000_000_000L
        : Math.max(0, most.toNanos());
  }

  public static @Nullable Object select(Channel.Case<?>[] cases) throws Exception {
    return new Selecting(cases).run();
  }

  private @Nullable Object run() throws Exception {
    int first = cases.isEmpty() ? 0 : TaskletSteps.current().first(cases.size());
    boolean asked = false;
    int offered = -1;
    long offer = FIRST_OFFER_NANOS;
    while (true) {
      for (int i = 0; i < cases.size(); i++) {
        SelectCase<?> one = cases.get((first + i) % cases.size());
        if (one.kind() == SelectCase.Kind.RECEIVE) {
          Optional<?> message = channel(one).tryReceive();
          if (message.isPresent()) {
            return call(one, message.get());
          }
        } else if (one.kind() == SelectCase.Kind.SEND) {
          Sent sent = send(one, 0);
          if (sent != Sent.NOT) {
            return sent == Sent.DONE ? call(one, null) : closed(channel(one));
          }
        }
      }
      if (offered >= 0) {
        SelectCase<?> one = cases.get(offered);
        Sent sent = send(one, timeout == null ? offer : Math.min(offer, Math.max(1, left())));
        if (sent != Sent.NOT) {
          return sent == Sent.DONE ? call(one, null) : closed(channel(one));
        }
        offer = Math.min(2 * offer, LONGEST_OFFER_NANOS);
        offered = -1;
      }
      if (asked && timeout != null && left() <= 0) {
        return call(timeout, null);
      }
      asked = true;
      int woken =
          TaskletSteps.current().awaitAny(channels, interests, timeout == null ? null : ofLeft());
      if (woken < 0) {
        return call(timeout, null);
      }
      Channel<?> channel = channels.get(woken / 2);
      if (woken % 2 == 1) {
        return closed(channel);
      }
      first = firstOf(channel, null);
      offered = firstOf(channel, SelectCase.Kind.SEND);
    }
  }

  private enum Sent {
    DONE,
    NOT,
    CLOSED
  }

  /** Sends, waiting for some nanoseconds. */
  @SuppressWarnings({"unchecked", "NullAway"}) // The program's compiler has checked it.
  private static Sent send(SelectCase<?> one, long nanos) {
    Channel<Object> channel = (Channel<Object>) one.channel();
    try {
      boolean sent =
          nanos == 0
              ? channel.trySend(one.message())
              : channel.send(one.message(), Duration.ofNanos(nanos));
      return sent ? Sent.DONE : Sent.NOT;
    } catch (ChannelClosedException e) {
      return Sent.CLOSED;
    }
  }

  private long left() {
    return deadline - System.nanoTime();
  }

  private Duration ofLeft() {
    return Duration.ofNanos(Math.max(0, left()));
  }

  /** Where the first case of a channel is; -1 if there is none. */
  private int firstOf(Channel<?> channel, SelectCase.@Nullable Kind kind) {
    for (int i = 0; i < cases.size(); i++) {
      SelectCase<?> one = cases.get(i);
      if (channel.equals(one.channel()) && (kind == null || kind == one.kind())) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Object closed(Channel<?> channel) throws Exception {
    int at = firstOf(channel, SelectCase.Kind.CLOSED);
    if (at < 0) {
      throw new ChannelClosedException(channel + " is closed");
    }
    return call(cases.get(at), null);
  }

  private static Channel<?> channel(SelectCase<?> one) {
    Channel<?> channel = one.channel();
    if (channel == null) {
      throw new IllegalStateException("a timeout has no channel");
    }
    return channel;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // The program's compiler has checked it.
  private static @Nullable Object call(@Nullable SelectCase<?> one, @Nullable Object message)
      throws Exception {
    if (one == null) {
      throw new IllegalStateException("nothing came in time, though there was no time given");
    }
    Object handler = one.handler();
    if (handler instanceof Tasklet.Function<?, ?> function) {
      return ((Tasklet.Function<Object, Object>) function).apply(message);
    }
    if (handler instanceof Tasklet.Body<?> body) {
      return body.call();
    }
    ((Tasklet.Action) handler).run();
    return null;
  }
}
