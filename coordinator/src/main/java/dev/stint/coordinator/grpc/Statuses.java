package dev.stint.coordinator.grpc;

import dev.stint.coordinator.BlobStore;
import dev.stint.coordinator.DiskFullException;
import dev.stint.coordinator.RequestException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures as gRPC statuses, with the same words. */
final class Statuses {
  private static final Logger LOG = LoggerFactory.getLogger(Statuses.class);

  private Statuses() {}

  /** The status that says what a failure means to the caller. */
  static StatusRuntimeException of(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    Status status =
        switch (cause) {
          case StatusRuntimeException known -> known.getStatus();
          case RequestException refusal ->
              of(refusal.category()).withDescription(refusal.getMessage());
          case BlobStore.WrongDigestException wrong ->
              Status.INVALID_ARGUMENT.withDescription(wrong.getMessage());
          case DiskFullException full ->
              Status.RESOURCE_EXHAUSTED.withDescription(full.getMessage());
          case IOException disk ->
              Status.UNAVAILABLE.withDescription(
                  "the coordinator's disk failed: " + disk.getMessage());
          default -> unexpected(cause);
        };
    return status.asRuntimeException();
  }

  private static Status unexpected(Throwable cause) {
    LOG.error("a call failed unexpectedly; please report this", cause);
    return Status.INTERNAL.withDescription(
        "the coordinator failed unexpectedly (" + cause + "); its log says more");
  }

  private static Status of(RequestException.Category category) {
    return switch (category) {
      case INVALID -> Status.INVALID_ARGUMENT;
      case NOT_FOUND -> Status.NOT_FOUND;
      case CONFLICT -> Status.ALREADY_EXISTS;
      case PRECONDITION -> Status.FAILED_PRECONDITION;
      case EXHAUSTED -> Status.RESOURCE_EXHAUSTED;
      case UNAVAILABLE -> Status.UNAVAILABLE;
    };
  }

  /** Answers a call with a value, or with the status of what kept it from being made. */
  static <T> void answer(StreamObserver<T> observer, Callable<T> action) {
    answerLater(observer, () -> CompletableFuture.completedFuture(action.call()));
  }

  /** Answers a call when its value is there. */
  static <T> void answerLater(StreamObserver<T> observer, Callable<CompletableFuture<T>> action) {
    CompletableFuture<T> result;
    try {
      result = action.call();
    } catch (Exception e) {
      observer.onError(of(e));
      return;
    }
    result.whenComplete((value, failure) -> {
      if (failure != null) {
        observer.onError(of(failure));
      } else {
        observer.onNext(value);
        observer.onCompleted();
      }
    });
  }
}
