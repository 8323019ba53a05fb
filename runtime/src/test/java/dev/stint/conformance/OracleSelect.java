package dev.stint.conformance;

import dev.stint.Channel;
import dev.stint.ChannelClosedException;
import dev.stint.Tasklet;
import dev.stint.spi.SelectCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A select of the oracle: looks at all cases under the one monitor at each change. */
final class OracleSelect<R> {
  private static int start;

  private final OracleRuntime monitor;
  private final List<SelectCase<?>> cases = new ArrayList<>();
  private SelectCase<?> chosen;
  private Object message;

  OracleSelect(OracleRuntime monitor, Channel.Case<? extends R>[] cases) {
    this.monitor = monitor;
    for (Channel.Case<? extends R> one : cases) {
      this.cases.add((SelectCase<?>) one);
    }
  }

  R run() {
    SelectCase<?> timeout = null;
    for (SelectCase<?> one : cases) {
      timeout = one.kind() == SelectCase.Kind.TIMEOUT ? one : timeout;
    }
    long deadline =
        timeout == null ? Long.MAX_VALUE : System.nanoTime() + timeout.timeout().toNanos();
    synchronized (monitor) {
      while (!choose()) {
        countReceivers(1);
        try {
          if (!monitor.await(deadline)) {
            chosen = timeout;
            break;
          }
        } finally {
          countReceivers(-1);
        }
      }
    }
    return call();
  }

  private void countReceivers(int change) {
    for (SelectCase<?> one : cases) {
      if (one.kind() == SelectCase.Kind.RECEIVE) {
        ((OracleChannel<?>) one.channel()).countReceiver(change);
        monitor.notifyAll();
      }
    }
  }

  private boolean choose() {
    int first = start++;
    for (int i = 0; i < cases.size(); i++) {
      if (isDone(cases.get((first + i) % cases.size()))) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked")
  private boolean isDone(SelectCase<?> one) {
    OracleChannel<Object> channel = (OracleChannel<Object>) one.channel();
    switch (one.kind()) {
      case RECEIVE -> {
        Optional<Object> received = channel.tryReceive();
        if (received.isPresent()) {
          message = received.get();
          chosen = one;
        } else if (channel.isDrained()) {
          closed(channel);
        }
      }
      case SEND -> {
        try {
          chosen = channel.trySend(one.message()) ? one : null;
        } catch (ChannelClosedException e) {
          closed(channel);
        }
      }
      case CLOSED -> chosen = channel.isDrained() ? one : null;
      default -> {}
    }
    return chosen != null;
  }

  private void closed(Channel<?> channel) {
    for (SelectCase<?> one : cases) {
      if (one.kind() == SelectCase.Kind.CLOSED && one.channel() == channel) {
        chosen = one;
        return;
      }
    }
    throw new ChannelClosedException("the channel is closed");
  }

  @SuppressWarnings("unchecked")
  private R call() {
    try {
      return switch (chosen.handler()) {
        case Tasklet.Function<?, ?> function ->
            ((Tasklet.Function<Object, R>) function).apply(message);
        case Tasklet.Body<?> body -> (R) body.call();
        default -> {
          ((Tasklet.Action) chosen.handler()).run();
          yield null;
        }
      };
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
