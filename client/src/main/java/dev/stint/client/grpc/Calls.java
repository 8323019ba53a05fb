package dev.stint.client.grpc;

import dev.stint.client.StintException;
import dev.stint.client.StintUnavailableException;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Makes calls to one coordinator, and repeats them while it is away. */
final class Calls {
  private final String address;
  private final Patience patience;
  private volatile boolean closed;
  private volatile boolean answered;

  Calls(String address, Patience patience) {
    this.address = address;
    this.patience = patience;
  }

  /** A call whose failure is final. */
  <R> R once(Call<R> call) {
    try {
      return answer(call);
    } catch (StatusException | StatusRuntimeException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** A call that is harmless when repeated. */
  <R> R patiently(Call<R> call) {
    Outage outage = new Outage();
    while (true) {
      try {
        return answer(call);
      } catch (StatusException | StatusRuntimeException e) {
        if (!outage.bears(e)) {
          throw failure(e);
        }
        pause();
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
  }

  private <R> R answer(Call<R> call) throws StatusException, InterruptedException {
    R answer = call.make();
    answered = true;
    return answer;
  }

  /** What a failed call means to a user. */
  StintException failure(Throwable failure) {
    return closed
        ? new StintUnavailableException(address, "this client is closed", failure)
        : Failures.of(address, failure);
  }

  /** From now on nothing is repeated. */
  void close() {
    closed = true;
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(patience.pause().toNanos());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted while waiting for the coordinator");
  }

  /** The time since a coordinator was last heard of, for one call or one chain of calls. */
  final class Outage {
    private boolean begun;
    private long deadline;

    /** Whether the call should be made again after this failure. */
    boolean bears(Throwable failure) {
      if (!begun) {
        begun = true;
        Duration patient = answered ? patience.outage() : patience.contact();
        deadline = System.nanoTime() + patient.toNanos();
      }
      return !closed && Failures.isPassing(failure) && System.nanoTime() - deadline < 0;
    }

    /** The coordinator has answered. */
    void end() {
      answered = true;
      begun = false;
    }
  }

  /** One try. */
  @FunctionalInterface
  interface Call<R> {
    R make() throws StatusException, InterruptedException;
  }
}
