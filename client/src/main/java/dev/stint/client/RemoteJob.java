package dev.stint.client;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job seen through a gateway. */
final class RemoteJob<T extends @Nullable Object> implements Job<T> {
  private final ClusterGateway gateway;
  private final JobId id;
  private final Results results;
  private final @Nullable Submission submission;

  @GuardedBy("this")
  private @Nullable CompletableFuture<T> end;

  RemoteJob(ClusterGateway gateway, JobId id, Results results, @Nullable Submission submission) {
    this.gateway = gateway;
    this.id = id;
    this.results = results;
    this.submission = submission;
  }

  @Override
  public JobId id() {
    return id;
  }

  @Override
  public T get() {
    try {
      return end().get();
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  @Override
  public T get(Duration timeout) {
    try {
      return end().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      throw thrown(e);
    } catch (TimeoutException e) {
      throw new JobTimeoutException(
          "job " + id + " has not ended within " + timeout + "; it goes on");
    }
  }

  @Override
  public CompletableFuture<T> toCompletableFuture() {
    return end().copy();
  }

  /** One wait serves all who ask. */
  @SuppressWarnings({"unchecked", "NullAway"}) // The caller says what the body returns.
  private synchronized CompletableFuture<T> end() {
    CompletableFuture<T> known = end;
    if (known == null || failedOnTheWay(known)) {
      known = gateway.ended(id).thenApply(ended -> (T) results.of(ended));
      end = known;
    }
    return known;
  }

  /** Whether the wait, rather than the job, has failed: then it is worth another try. */
  private static boolean failedOnTheWay(CompletableFuture<?> wait) {
    if (!wait.isCompletedExceptionally()) {
      return false;
    }
    try {
      wait.getNow(null);
      return false;
    } catch (CancellationException e) {
      return false;
    } catch (CompletionException e) {
      return e.getCause() instanceof StintException why
          && why.category() == StintException.Category.RETRYABLE;
    }
  }

  private static RuntimeException thrown(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException cause) {
      return cause;
    }
    return new IllegalStateException("a wait ended with an unknown failure", e.getCause());
  }

  private CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException(
        "the wait for job " + id + " was interrupted; the job goes on");
  }

  @Override
  public JobView describe() {
    return gateway.describe(id);
  }

  @Override
  public Stream<String> output() {
    return OutputLines.of(outputParts(0, true));
  }

  @Override
  public Stream<OutputPart> outputParts(long offset, boolean follow) {
    return gateway.output(id, offset, follow);
  }

  @Override
  public JobInput input() {
    return gateway.input(id);
  }

  @Override
  public void cancel() {
    gateway.cancel(id);
  }

  @Override
  public Optional<Submission> submission() {
    return Optional.ofNullable(submission);
  }

  @Override
  public String toString() {
    return "job " + id;
  }
}
