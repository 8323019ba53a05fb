package dev.stint.coordinator;

import dev.stint.cluster.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The output of all jobs, a file each. Thread-safe. */
final class OutputStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutputStore.class);

  private final Disk disk;
  private final ConcurrentHashMap<JobId, JobOutput> outputs = new ConcurrentHashMap<>();

  OutputStore(Disk disk) {
    this.disk = disk;
  }

  /** The output of a job; empty if it has written nothing. */
  JobOutput of(JobId job) throws IOException {
    try {
      return outputs.computeIfAbsent(job, this::open);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private JobOutput open(JobId job) {
    try {
      return new JobOutput(disk, path(job));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Completes when no part of a job's output waits for an earlier one, or the time is over. */
  CompletableFuture<@Nullable Void> whenWhole(JobId job, Duration patience) {
    return untilWhole(job).completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private CompletableFuture<@Nullable Void> untilWhole(JobId job) {
    try {
      JobOutput output = of(job);
      CompletableFuture<@Nullable Void> more = output.whenMore(output.length());
      return output.hasGap()
          ? more.thenCompose(_ -> untilWhole(job))
          : CompletableFuture.completedFuture(null);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The job has ended: its output is made durable. */
  void finish(JobId job) {
    try {
      of(job).finish();
    } catch (IOException e) {
      LOG.error("the output of job {} may be lost in a power failure: {}", job, e.getMessage());
    }
  }

  /** The job is no longer known: its output is deleted. */
  void forget(JobId job) {
    try {
      JobOutput output = outputs.remove(job);
      if (output != null) {
        output.close();
      }
      disk.delete(path(job));
    } catch (IOException e) {
      LOG.warn("the output of job {} was not deleted: {}", job, e.getMessage());
    }
  }

  private static String path(JobId job) {
    return "output/" + job.value();
  }

  @Override
  public void close() {
    outputs.forEach((job, output) -> {
      try {
        output.close();
      } catch (IOException e) {
        LOG.warn("the output of job {} was not closed: {}", job, e.getMessage());
      }
    });
  }
}
