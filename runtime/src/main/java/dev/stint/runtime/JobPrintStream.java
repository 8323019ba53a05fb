package dev.stint.runtime;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A job's standard output or error, as its program sees it. */
final class JobPrintStream extends PrintStream {
  private final boolean error;

  JobPrintStream(OutputStream to, boolean error) {
    super(to, true, StandardCharsets.UTF_8);
    this.error = error;
  }

  boolean isError() {
    return error;
  }
}
