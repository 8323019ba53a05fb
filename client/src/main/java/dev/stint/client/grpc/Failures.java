package dev.stint.client.grpc;

import dev.stint.client.NotFoundException;
import dev.stint.client.RefusedException;
import dev.stint.client.StintException;
import dev.stint.client.StintUnavailableException;
import io.grpc.Status;
import java.net.UnknownHostException;

/** What a gRPC status means to a user of the client. */
final class Failures {
  private Failures() {}

  static StintException of(String address, Throwable failure) {
    Status status = Status.fromThrowable(failure);
    String description = status.getDescription();
    String text = description == null ? status.getCode().name() : description;
    return switch (status.getCode()) {
      case NOT_FOUND -> new NotFoundException(text, failure);
      case UNAVAILABLE -> new StintUnavailableException(address, why(status), failure);
      case DEADLINE_EXCEEDED ->
          new StintUnavailableException(address, "no answer in time", failure);
      case CANCELLED -> new StintUnavailableException(address, "the client is closed", failure);
      case UNIMPLEMENTED ->
          new StintUnavailableException(
              address, "what listens there is no Stint coordinator of this version", failure);
      default -> new RefusedException(text, failure);
    };
  }

  /** Whether the same call may well succeed a little later. */
  static boolean isPassing(Throwable failure) {
    return switch (Status.fromThrowable(failure).getCode()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED -> true;
      default -> false;
    };
  }

  private static String why(Status status) {
    Throwable cause = status.getCause();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause == null) {
      String description = status.getDescription();
      return description == null ? "unavailable" : description;
    }
    if (cause instanceof UnknownHostException) {
      return "unknown host";
    }
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.replaceAll(":? *(/|\\w+/).*", "");
  }
}
