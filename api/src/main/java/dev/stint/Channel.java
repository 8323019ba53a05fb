package dev.stint;

import dev.stint.spi.TaskletRuntime;
import java.io.Serializable;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;

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

  /** How many senders (positive) or receivers (negative) wait. */
  int balance();

  /** Receives until the channel is closed and empty. */
  @Override
  Iterator<T> iterator();
}
