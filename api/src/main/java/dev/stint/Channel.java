package dev.stint;

import dev.stint.spi.SelectCase;
import dev.stint.spi.TaskletRuntime;
import java.io.Serializable;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A typed meeting point of tasklets, as in Stackless Python: FIFO, either senders or receivers
 * wait.
 *
 * <p>A value is an instance of {@link Serializable handle}: it can be captured, sent and kept in
 * fields, and it works from whatever node the tasklet is on. What is sent is copied unless
 * immutable. Null messages are refused with {@link NullPointerException}.
 *
 * @param <T> what is sent
 */
public interface Channel<T> extends Iterable<T>, Serializable {

  /** A channel without a buffer: a send returns when a receiver has taken the message. */
  static <T> Channel<T> rendezvous() {
    return TaskletRuntime.current().channel(0);
  }

  /**
   * A channel that keeps up to {@code capacity} messages that nobody waits for.
   *
   * @throws IllegalArgumentException if the capacity is below 1
   */
  static <T> Channel<T> buffered(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
    }
    return TaskletRuntime.current().channel(capacity);
  }

  /**
   * Waits until one of the cases can be done, does that one alone, and calls its handler.
   *
   * <p>Of several that can be done at once, each has its turn: where the look begins changes from
   * call to call. A channel that is closed (and for a receive also empty) ends the wait: by its
   * {@link #onClosed} case, or with {@link ChannelClosedException}.
   *
   * @return what the handler returned
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static <R extends @Nullable Object> R select(Case<? extends R>... cases) {
    return TaskletRuntime.current().select(cases);
  }

  /** One way in which a {@link #select} can go on; made by the {@code on} methods. */
  interface Case<R extends @Nullable Object> extends Serializable {}

  /** To receive from {@code channel}. */
  static <T, R extends @Nullable Object> Case<R> onReceive(
      Channel<T> channel, Tasklet.Function<? super T, ? extends R> handler) {
    return SelectCase.receive(channel, handler);
  }

  /** To send {@code message} to {@code channel}. */
  static <T, R extends @Nullable Object> Case<R> onSend(
      Channel<T> channel, T message, Tasklet.Body<? extends R> handler) {
    return SelectCase.send(channel, message, handler);
  }

  /** To send {@code message} to {@code channel}; the select returns null then. */
  static <T, R extends @Nullable Object> Case<R> onSend(
      Channel<T> channel, T message, Tasklet.Action handler) {
    return SelectCase.send(channel, message, handler);
  }

  /** That {@code channel} is closed, and empty unless there is a case that sends to it. */
  static <R extends @Nullable Object> Case<R> onClosed(
      Channel<?> channel, Tasklet.Body<? extends R> handler) {
    return SelectCase.closed(channel, handler);
  }

  /** As {@link #onClosed(Channel, Tasklet.Body)}; the select returns null then. */
  static <R extends @Nullable Object> Case<R> onClosed(Channel<?> channel, Tasklet.Action handler) {
    return SelectCase.closed(channel, handler);
  }

  /** That no other case could be done for {@code timeout}; with zero, without any waiting. */
  static <R extends @Nullable Object> Case<R> onTimeout(
      Duration timeout, Tasklet.Body<? extends R> handler) {
    return SelectCase.timeout(timeout, handler);
  }

  /** As {@link #onTimeout(Duration, Tasklet.Body)}; the select returns null then. */
  static <R extends @Nullable Object> Case<R> onTimeout(Duration timeout, Tasklet.Action handler) {
    return SelectCase.timeout(timeout, handler);
  }

  /** Sends, waiting for a receiver or for room. @throws ChannelClosedException if closed */
  void send(T message);

  /**
   * Receives, waiting for a sender.
   *
   * @throws ChannelClosedException if the channel is closed and empty
   */
  T receive();

  /** Sends if that needs no waiting; returns whether it did. */
  boolean trySend(T message);

  /** Receives if that needs no waiting. */
  Optional<T> tryReceive();

  /** Sends, waiting at most {@code timeout}; returns whether it did. */
  boolean send(T message, Duration timeout);

  /** Receives, waiting at most {@code timeout}. */
  Optional<T> receive(Duration timeout);

  /** Makes one {@link #receive} throw {@code exception}. */
  void sendException(Throwable exception);

  /**
   * Ends sending. Buffered messages can still be received; waiting and later senders get {@link
   * ChannelClosedException}, as do receivers once the channel is empty. Closing twice does nothing.
   */
  void close();

  /** Undoes {@link #close}: the channel takes messages again. An open one stays as it is. */
  void reopen();

  /**
   * Sends each of {@code messages} in their order, waiting as {@link #send(Object)} does.
   *
   * @return how many they were
   */
  int sendAll(Iterable<? extends T> messages);

  /**
   * Says who goes first when a message is handed over; {@link Preference#RECEIVER} unless it is
   * set. That is exact with one carrier in the deterministic mode; elsewhere it means nothing.
   */
  void preference(Preference first);

  /** Who goes first when a message is handed over. */
  Preference preference();

  /** Which side of a channel goes on at once when a message is handed over. */
  enum Preference {
    /** A sender that finds a receiver lets it run, and is next after it. */
    RECEIVER,
    /** A receiver that finds a sender lets it run, and is next after it. */
    SENDER,
    /** Whoever acts goes on; the other one queues at the end of the run order. */
    NEITHER
  }

  /** How many senders (positive) or receivers (negative) wait. */
  int balance();

  /** Receives until the channel is closed and empty. */
  @Override
  Iterator<T> iterator();
}
