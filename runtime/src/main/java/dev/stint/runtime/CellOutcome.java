package dev.stint.runtime;

import java.util.List;
import java.util.function.Supplier;

/** How a tasklet ended. */
public sealed interface CellOutcome {

  /** The body returned. */
  final class Returned implements CellOutcome {
    private final Supplier<byte[]> image;

    /** With a value as an image. */
    public Returned(byte[] value) {
      this(() -> value);
    }

    /** With a value whose image is made when somebody wants it: few do, of many tasklets. */
    Returned(Supplier<byte[]> image) {
      this.image = image;
    }

    /** The value as an image, to be decoded with the job's declared types. */
    public byte[] value() {
      return image.get();
    }
  }

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
