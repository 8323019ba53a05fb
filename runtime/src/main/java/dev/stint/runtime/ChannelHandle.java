package dev.stint.runtime;

import dev.stint.Channel;
import dev.stint.abi.Ctx;
import java.io.Serial;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a channel of a job. Calls of its methods from transformed code go to {@link Primitives};
 * those that arrive here cannot be unwound.
 */
final class ChannelHandle<T> implements Channel<T> {
  @Serial private static final long serialVersionUID = 1L;

  private final ChannelId id;

  ChannelHandle(ChannelId id) {
    this.id = id;
  }

  static ChannelId idOf(Channel<?> channel) {
    if (channel instanceof ChannelHandle<?> handle) {
      return handle.id();
    }
    throw new IllegalArgumentException("select takes channels of this job only, not " + channel);
  }

  ChannelId id() {
    return id;
  }

  @Override
  public void send(T message) {
    Primitives.send(this, message, Ctx.PINNED);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // Only messages of this type are sent, and no nulls.
  public T receive() {
    return (T) Primitives.receive(this, Ctx.PINNED);
  }

  @Override
  public boolean trySend(T message) {
    return Primitives.trySend(this, message, Ctx.PINNED);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // Only messages of this type are sent, and no nulls.
  public Optional<T> tryReceive() {
    return (Optional<T>) Primitives.tryReceive(this, Ctx.PINNED);
  }

  @Override
  public boolean send(T message, Duration timeout) {
    return Primitives.send(this, message, timeout, Ctx.PINNED);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // Only messages of this type are sent, and no nulls.
  public Optional<T> receive(Duration timeout) {
    return (Optional<T>) Primitives.receive(this, timeout, Ctx.PINNED);
  }

  @Override
  public void sendException(Throwable exception) {
    Primitives.sendException(this, exception, Ctx.PINNED);
  }

  @Override
  public void close() {
    Primitives.close(this, Ctx.PINNED);
  }

  @Override
  public int balance() {
    return Primitives.balance(this, Ctx.PINNED);
  }

  @Override
  public void reopen() {
    Primitives.reopen(this, Ctx.PINNED);
  }

  @Override
  public int sendAll(Iterable<? extends T> messages) {
    int sent = 0;
    for (T message : messages) {
      send(message);
      sent++;
    }
    return sent;
  }

  @Override
  public void preference(Preference first) {
    Primitives.preference(this, first, Ctx.PINNED);
  }

  @Override
  public Preference preference() {
    return Primitives.preference(this, Ctx.PINNED);
  }

  @Override
  public Iterator<T> iterator() {
    return new PinnedIterator<>(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChannelHandle<?> handle && handle.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "channel " + id;
  }

  /** Receives for code that is not transformed; transformed code has one of its own. */
  private static final class PinnedIterator<T> implements Iterator<T> {
    private final ChannelHandle<T> channel;
    private @Nullable T next;

    PinnedIterator(ChannelHandle<T> channel) {
      this.channel = channel;
    }

    @Override
    public boolean hasNext() {
      if (next == null) {
        try {
          next = channel.receive();
        } catch (dev.stint.ChannelClosedException e) {
          return false;
        }
      }
      return true;
    }

    @Override
    public T next() {
      T message = hasNext() ? next : null;
      if (message == null) {
        throw new NoSuchElementException("the channel is closed and empty");
      }
      next = null;
      return message;
    }
  }
}
