package dev.stint.conformance;

import dev.stint.Channel;
import dev.stint.ChannelClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A channel under the oracle's one monitor: a list of messages, those past the capacity wait. */
final class OracleChannel<T> implements Channel<T> {
  private final transient OracleRuntime monitor;
  private final int capacity;
  private final transient List<Message<T>> messages = new ArrayList<>();
  private final transient List<Message<T>> refused = new ArrayList<>();
  private int receivers;
  private boolean closed;

  /** Compared by identity: equal messages are different entries. */
  private static final class Message<T> {
    private final T value;
    private final Throwable throwable;

    Message(T value, Throwable throwable) {
      this.value = value;
      this.throwable = throwable;
    }
  }

  OracleChannel(OracleRuntime monitor, int capacity) {
    this.monitor = monitor;
    this.capacity = capacity;
  }

  private boolean put(Message<T> message, long deadline) {
    synchronized (monitor) {
      if (closed) {
        throw new ChannelClosedException("the channel is closed");
      }
      messages.add(message);
      monitor.notifyAll();
      try {
        while (messages.indexOf(message) >= capacity) {
          if (!monitor.await(deadline)) {
            messages.remove(message);
            return false;
          }
        }
      } catch (CancellationException e) {
        messages.remove(message);
        throw e;
      }
      if (refused.remove(message)) {
        throw new ChannelClosedException("the channel was closed");
      }
      return true;
    }
  }

  private Optional<T> take(long deadline) {
    synchronized (monitor) {
      receivers++;
      try {
        while (messages.isEmpty()) {
          if (closed) {
            throw new ChannelClosedException("the channel is closed and empty");
          }
          if (!monitor.await(deadline)) {
            return Optional.empty();
          }
        }
      } finally {
        receivers--;
      }
      Message<T> message = messages.remove(0);
      monitor.notifyAll();
      if (message.throwable != null) {
        throw (RuntimeException) message.throwable;
      }
      return Optional.of(message.value);
    }
  }

  private Message<T> message(T value) {
    return new Message<>(monitor.copy(Objects.requireNonNull(value, "message")), null);
  }

  /** One that selects comes and goes as a receiver; under the monitor. */
  void countReceiver(int change) {
    receivers += change;
  }

  /** Whether nothing can be received any more; under the monitor. */
  boolean isDrained() {
    return closed && messages.isEmpty();
  }

  private static long deadline(Duration timeout) {
    return System.nanoTime() + timeout.toNanos();
  }

  @Override
  public void send(T message) {
    put(message(message), Long.MAX_VALUE);
  }

  @Override
  public T receive() {
    return take(Long.MAX_VALUE).orElseThrow();
  }

  @Override
  public boolean trySend(T message) {
    synchronized (monitor) {
      return messages.size() < capacity + receivers && put(message(message), Long.MAX_VALUE);
    }
  }

  @Override
  public Optional<T> tryReceive() {
    synchronized (monitor) {
      return messages.isEmpty() ? Optional.empty() : take(Long.MAX_VALUE);
    }
  }

  @Override
  public boolean send(T message, Duration timeout) {
    return put(message(message), deadline(timeout));
  }

  @Override
  public Optional<T> receive(Duration timeout) {
    return take(deadline(timeout));
  }

  @Override
  public void sendException(Throwable exception) {
    put(new Message<>(null, exception), Long.MAX_VALUE);
  }

  @Override
  public void reopen() {
    synchronized (monitor) {
      closed = false;
    }
  }

  @Override
  public int sendAll(Iterable<? extends T> all) {
    int sent = 0;
    for (T one : all) {
      send(one);
      sent++;
    }
    return sent;
  }

  @Override
  public void preference(Preference first) {
    // Threads are in no order.
  }

  @Override
  public Preference preference() {
    return Preference.RECEIVER;
  }

  @Override
  public void close() {
    synchronized (monitor) {
      closed = true;
      while (messages.size() > capacity) {
        refused.add(messages.remove(capacity));
      }
      monitor.notifyAll();
    }
  }

  @Override
  public int balance() {
    synchronized (monitor) {
      return Math.max(0, messages.size() - capacity) - receivers;
    }
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private T next;

      @Override
      public boolean hasNext() {
        try {
          next = next == null ? receive() : next;
        } catch (ChannelClosedException e) {
          return false;
        }
        return true;
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException("the channel is closed and empty");
        }
        T value = next;
        next = null;
        return value;
      }
    };
  }
}
