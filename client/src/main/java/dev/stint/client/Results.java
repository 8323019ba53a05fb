package dev.stint.client;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Turns how a job ended into what its caller gets. */
final class Results {
  private final ClusterGateway gateway;
  private final Images images;
  private final ClassLoader loader;

  Results(ClusterGateway gateway, Images images, ClassLoader loader) {
    this.gateway = gateway;
    this.images = images;
    this.loader = loader;
  }

  /** The result, or the exception that says why there is none. */
  @Nullable Object of(JobEnd end) {
    JobView job = end.view();
    return switch (job.status()) {
      case DONE -> {
        if (job.exitStatus() != 0) {
          throw new JobFailedException(label(job) + " ended with status " + job.exitStatus(), null);
        }
        yield result(end);
      }
      case FAILED -> throw failure(end);
      case CANCELLED -> throw new CancellationException(label(job) + " was cancelled");
      case LOST ->
          throw new JobFailedException(
              label(job) + " was lost with its node. Submit it again, or use onLoss(RESTART)",
              null);
      case QUEUED, RUNNING -> throw new IllegalStateException(label(job) + " has not ended");
    };
  }

  private @Nullable Object result(JobEnd end) {
    ContentDigest blob = end.resultBlob();
    byte[] image = blob == null ? end.result() : gateway.download(blob);
    if (image.length == 0) {
      return null;
    }
    try {
      return images.decode(image, loader);
    } catch (IllegalArgumentException | LinkageError e) {
      throw new JobFailedException(
          label(end.view())
              + " is done, but its result cannot be read here: "
              + e.getMessage()
              + ". Is the class of the result on this program's class path?",
          e);
    }
  }

  private JobFailedException failure(JobEnd end) {
    JobView job = end.view();
    FailureView failure = job.failure();
    if (failure == null) {
      return new JobFailedException(label(job) + " ended with status " + job.exitStatus(), null);
    }
    String what =
        failure.message().isEmpty() ? failure.type() : failure.type() + ": " + failure.message();
    return new JobFailedException(label(job) + " failed: " + what, cause(end, failure));
  }

  private Throwable cause(JobEnd end, FailureView failure) {
    if (end.failureImage().length > 0) {
      try {
        if (images.decode(end.failureImage(), loader) instanceof Throwable original) {
          return original;
        }
      } catch (IllegalArgumentException | LinkageError e) {
        return remote(failure, e);
      }
    }
    return new RemoteException(failure);
  }

  private static RemoteException remote(FailureView failure, Throwable why) {
    RemoteException remote = new RemoteException(failure);
    remote.addSuppressed(why);
    return remote;
  }

  private static String label(JobView job) {
    return "job '" + job.name() + "' (" + job.id() + ")";
  }
}
