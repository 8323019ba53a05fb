package dev.stint.client;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What the client needs of a coordinator. An implementer is safe for many threads, throws only
 * {@link StintException}s, and repeats by itself what failed on the way, for at most a minute:
 * every call here is harmless when repeated.
 */
public interface ClusterGateway extends AutoCloseable {
  /** {@code host:port}. */
  String address();

  /** Which of these the cluster does not have. */
  Set<ContentDigest> missing(Collection<ContentDigest> digests);

  /** Stores a file's content. */
  void upload(ShippedFile file);

  /** Content by digest. */
  byte[] download(ContentDigest digest);

  Accepted submit(JobRequest request);

  JobView describe(JobId id);

  /** Completes when the job has ended, or exceptionally with a {@link StintException}. */
  CompletableFuture<JobEnd> ended(JobId id);

  void cancel(JobId id);

  /** See {@link Job#outputParts}. */
  Stream<OutputPart> output(JobId id, long offset, boolean follow);

  /** See {@link Job#input}. */
  JobInput input(JobId id);

  Operator operator();

  @Override
  void close();

  /**
   * A job that the cluster will not forget.
   *
   * @param id may differ from the one asked for, when an idempotency key led to an older job
   * @param attached whether the job existed already
   */
  record Accepted(JobId id, boolean attached) {}
}
