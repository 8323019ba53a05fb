package dev.stint.spi;

import dev.stint.Channel;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One case of a {@link Channel#select}.
 *
 * @param channel what it is about; null for a timeout
 * @param message what is to be sent, for {@link Kind#SEND}
 * @param timeout how long to wait, for {@link Kind#TIMEOUT}
 * @param handler a {@code Tasklet.Function} for {@link Kind#RECEIVE}, otherwise a {@code
 *     Tasklet.Body} or {@code Tasklet.Action}
 */
public record SelectCase<R extends @Nullable Object>(
    Kind kind,
    @Nullable Channel<?> channel,
    @Nullable Object message,
    @Nullable Duration timeout,
    @SuppressWarnings("serial") Object handler)
    implements Channel.Case<R> {

  public static <R extends @Nullable Object> SelectCase<R> receive(
      Channel<?> channel, Object handler) {
    return of(Kind.RECEIVE, Objects.requireNonNull(channel, "channel"), null, null, handler);
  }

  public static <R extends @Nullable Object> SelectCase<R> send(
      Channel<?> channel, Object message, Object handler) {
    Objects.requireNonNull(message, "a channel carries no null messages");
    return of(Kind.SEND, Objects.requireNonNull(channel, "channel"), message, null, handler);
  }

  public static <R extends @Nullable Object> SelectCase<R> closed(
      Channel<?> channel, Object handler) {
    return of(Kind.CLOSED, Objects.requireNonNull(channel, "channel"), null, null, handler);
  }

  public static <R extends @Nullable Object> SelectCase<R> timeout(
      Duration timeout, Object handler) {
    return of(Kind.TIMEOUT, null, null, Objects.requireNonNull(timeout, "timeout"), handler);
  }

  private static <R extends @Nullable Object> SelectCase<R> of(
      Kind kind,
      @Nullable Channel<?> channel,
      @Nullable Object message,
      @Nullable Duration timeout,
      Object handler) {
    return new SelectCase<>(
        kind, channel, message, timeout, Objects.requireNonNull(handler, "handler"));
  }

  /** What a case waits for. */
  public enum Kind {
    RECEIVE,
    SEND,
    CLOSED,
    TIMEOUT
  }
}
