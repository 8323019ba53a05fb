package dev.stint.support;

import dev.stint.Channel;
import dev.stint.ChannelClosedException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** {@link Channel#iterator}. */
public final class Receiving {
  private Receiving() {}

  public static <T> Iterator<T> iterator(Channel<T> channel) {
    return new Messages<>(channel);
  }

  private static final class Messages<T> implements Iterator<T> {
    private final Channel<T> channel;
    private @Nullable T next;

    Messages(Channel<T> channel) {
      this.channel = channel;
    }

    @Override
    public boolean hasNext() {
      if (next == null) {
        try {
          next = channel.receive();
        } catch (ChannelClosedException e) {
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
