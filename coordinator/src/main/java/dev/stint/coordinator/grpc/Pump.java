package dev.stint.coordinator.grpc;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends a stream no faster than its reader takes it: a source is asked for a little whenever there
 * is room, and when it has nothing, again when it says so.
 */
final class Pump<T> {
  /** Where a stream comes from. Called by one thread at a time. */
  interface Source<T> {
    /** Sends a little, at least one message if there is one. Says whether it sent anything. */
    boolean sendSome(ServerCallStreamObserver<T> to) throws Exception;

    /** Whether nothing more comes. */
    boolean isAtEnd();

    /** Completes when there is more, or at the end. */
    CompletableFuture<@Nullable Void> whenMore();
  }

  private final ServerCallStreamObserver<T> to;
  private final Source<T> source;
  private final Executor executor;
  private final AtomicInteger wakeUps = new AtomicInteger();

  private Pump(ServerCallStreamObserver<T> to, Source<T> source, Executor executor) {
    this.to = to;
    this.source = source;
    this.executor = executor;
  }

  /** Begins to send. To be called before the service's method returns. */
  static <T> void start(ServerCallStreamObserver<T> to, Source<T> source, Executor executor) {
    Pump<T> pump = new Pump<>(to, source, executor);
    to.setOnReadyHandler(pump::wake);
    to.setOnCancelHandler(() -> {});
    pump.wake();
  }

  /** Of many calls at a time, one runs the pump and sees what the others saw. */
  private void wake() {
    if (wakeUps.getAndIncrement() == 0) {
      executor.execute(this::run);
    }
  }

  private void run() {
    int seen;
    do {
      seen = wakeUps.get();
      if (!pump()) {
        return; // Over: the count stays above zero, so nothing starts it again.
      }
    } while (!wakeUps.compareAndSet(seen, 0));
  }

  private boolean pump() {
    try {
      while (to.isReady()) {
        if (to.isCancelled()) {
          return false;
        }
        if (!source.sendSome(to)) {
          if (source.isAtEnd()) {
            to.onCompleted();
            return false;
          }
          source.whenMore().thenRun(this::wake);
          return true;
        }
      }
      return !to.isCancelled();
    } catch (Exception e) {
      if (Status.fromThrowable(e).getCode() != Status.Code.CANCELLED) {
        to.onError(Statuses.of(e));
      }
      return false;
    }
  }
}
