package dev.stint.cli;

import dev.stint.client.FailureView;
import java.util.List;

/** An exception of a job as {@code java} would have shown it. */
final class FailureText {
  private FailureText() {}

  /** The type with the message, then the user's frames. */
  static List<String> lines(FailureView failure) {
    String head =
        failure.message().isEmpty() ? failure.type() : failure.type() + ": " + failure.message();
    String stack = failure.stack();
    String text = stack.startsWith(failure.type()) ? stack : head + "\n" + stack;
    return text.stripTrailing().lines().toList();
  }
}
