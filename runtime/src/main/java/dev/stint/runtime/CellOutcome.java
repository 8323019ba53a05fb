package dev.stint.runtime;

import java.util.List;

/** How a tasklet ended. */
public sealed interface CellOutcome {

  /**
   * The body returned.
   *
   * @param value the value as an image, to be decoded with the job's declared types
   */
  record Returned(byte[] value) implements CellOutcome {}

  /**
   * The body threw.
   *
   * @param throwable the exception as an image, for whoever has its class; empty if it cannot be
   *     encoded
   * @param type binary name of the exception's class
   * @param message its message, or an empty string
   * @param stack the stack trace a user expects, one line each, causes included
   */
  record Threw(byte[] throwable, String type, String message, List<String> stack)
      implements CellOutcome {}

  /** The job's code called {@code System.exit}. */
  record Exited(int status) implements CellOutcome {}

  /** It was asked to end, and did. */
  record Cancelled() implements CellOutcome {}
}
