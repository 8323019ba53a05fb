package dev.stint.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A job of the cluster. The handle can be dropped and got again with {@link StintClient#job}; the
 * job does not depend on it.
 *
 * @param <T> what the job's body returns
 */
public interface Job<T extends @Nullable Object> {

  JobId id();

  /**
   * Waits until the job has ended and returns its result.
   *
   * @throws JobFailedException if the body threw: the cause has the original type, message and
   *     stack, or is a {@link RemoteException} where this JVM lacks the class
   * @throws java.util.concurrent.CancellationException if the job was cancelled, or the calling
   *     thread was interrupted, which then is still marked as such; the job goes on in that case
   * @throws NotFoundException if the cluster has no such job
   * @throws StintUnavailableException if the coordinator has not answered for a minute
   */
  T get();

  /**
   * As {@link #get()}, but waits at most {@code timeout}.
   *
   * @throws JobTimeoutException if the job has not ended by then; it goes on
   */
  T get(Duration timeout);

  /**
   * What {@link #get()} returns or throws, as a future. Cancelling the future does not cancel the
   * job.
   */
  CompletableFuture<T> toCompletableFuture();

  /** {@link #toCompletableFuture()} with {@code function} applied to the result. */
  default <R extends @Nullable Object> CompletableFuture<R> thenApply(
      Function<? super T, ? extends R> function) {
    return toCompletableFuture().thenApply(function);
  }

  /** Where the job stands now. */
  default JobStatus status() {
    return describe().status();
  }

  /** How far the job says it is; {@link Progress#NONE} until it says something. */
  default Progress progress() {
    return describe().progress();
  }

  /** All that the cluster tells about the job. */
  JobView describe();

  /**
   * The lines that the job writes, from the first one on; ends when the job has ended. Lines of
   * standard output and error output come in the order in which they were completed. Close the
   * stream to stop early.
   */
  Stream<String> output();

  /**
   * The job's output as it was written.
   *
   * @param offset how many bytes to skip, both streams counted together
   * @param follow whether to go on until the job has ended, rather than to stop at what is there
   */
  Stream<OutputPart> outputParts(long offset, boolean follow);

  /**
   * Feeds what the job reads from {@code System.in}; for a {@link MainProgram} with input only.
   * Closing the result ends the input.
   */
  JobInput input();

  /** Asks the job to end; returns when the cluster will not forget that, not when it has ended. */
  void cancel();

  /** What submitting took; empty for a handle from {@link StintClient#job}. */
  Optional<Submission> submission();
}
