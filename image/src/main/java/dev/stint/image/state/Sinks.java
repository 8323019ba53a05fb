package dev.stint.image.state;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UnsupportedEncodingException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Objects;

/**
 * What transformed code calls instead of constructors of JDK classes that hide where they write.
 */
public final class Sinks {
  private static final int BUFFER = 8192;
  private static final byte[] NONE = {};

  private Sinks() {}

  /** {@link PrintStream#PrintStream(OutputStream)}. */
  public static PrintStream printStream(OutputStream target) {
    return printStream(target, false);
  }

  /** {@link PrintStream#PrintStream(OutputStream, boolean)}. */
  public static PrintStream printStream(OutputStream target, boolean autoFlush) {
    return printStream(target, autoFlush, Charset.defaultCharset());
  }

  /** {@link PrintStream#PrintStream(OutputStream, boolean, String)}. */
  public static PrintStream printStream(OutputStream target, boolean autoFlush, String charset)
      throws UnsupportedEncodingException {
    return printStream(target, autoFlush, Sources.charset(charset));
  }

  /** {@link PrintStream#PrintStream(OutputStream, boolean, Charset)}. */
  public static PrintStream printStream(OutputStream target, boolean autoFlush, Charset charset) {
    return Making.remember(new PrintStream(target, autoFlush, charset), target, autoFlush, charset);
  }

  /** {@link PrintWriter#PrintWriter(Writer)}. */
  public static PrintWriter printWriter(Writer target) {
    return printWriter(target, false);
  }

  /** {@link PrintWriter#PrintWriter(Writer, boolean)}. */
  public static PrintWriter printWriter(Writer target, boolean autoFlush) {
    return Making.remember(new PrintWriter(target, autoFlush), target, autoFlush);
  }

  /** {@link PrintWriter#PrintWriter(OutputStream)}. */
  public static PrintWriter printWriter(OutputStream target) {
    return printWriter(target, false);
  }

  /** {@link PrintWriter#PrintWriter(OutputStream, boolean)}. */
  public static PrintWriter printWriter(OutputStream target, boolean autoFlush) {
    Objects.requireNonNull(target);
    return printWriter(
        bufferedWriter(outputStreamWriter(target, Charset.defaultCharset())), autoFlush);
  }

  /** {@link BufferedWriter#BufferedWriter(Writer)}. */
  public static BufferedWriter bufferedWriter(Writer target) {
    return bufferedWriter(target, BUFFER);
  }

  /** {@link BufferedWriter#BufferedWriter(Writer, int)}. */
  public static BufferedWriter bufferedWriter(Writer target, int size) {
    WriterGate gate = new WriterGate(target, "");
    return Making.remember(new BufferedWriter(gate, size), gate, size);
  }

  /** {@link BufferedOutputStream#BufferedOutputStream(OutputStream)}. */
  public static BufferedOutputStream bufferedOutputStream(OutputStream target) {
    return bufferedOutputStream(target, BUFFER);
  }

  /** {@link BufferedOutputStream#BufferedOutputStream(OutputStream, int)}. */
  public static BufferedOutputStream bufferedOutputStream(OutputStream target, int size) {
    OutGate gate = new OutGate(target, NONE);
    return Making.remember(new BufferedOutputStream(gate, size), gate, size);
  }

  /** {@link OutputStreamWriter#OutputStreamWriter(OutputStream)}. */
  public static OutputStreamWriter outputStreamWriter(OutputStream target) {
    return outputStreamWriter(target, Charset.defaultCharset());
  }

  /** {@link OutputStreamWriter#OutputStreamWriter(OutputStream, String)}. */
  public static OutputStreamWriter outputStreamWriter(OutputStream target, String charset)
      throws UnsupportedEncodingException {
    return outputStreamWriter(target, Sources.charset(charset));
  }

  /** {@link OutputStreamWriter#OutputStreamWriter(OutputStream, Charset)}. */
  public static OutputStreamWriter outputStreamWriter(OutputStream target, Charset charset) {
    OutGate gate = new OutGate(target, NONE);
    return Making.remember(new OutputStreamWriter(gate, charset), gate, charset);
  }

  /** Lets a buffering object give what it holds to its gate, which keeps it. */
  public static void settle(Flushable buffering, Object gate) throws IOException {
    collect(gate, true);
    try {
      buffering.flush();
    } finally {
      collect(gate, false);
    }
  }

  private static void collect(Object gate, boolean now) {
    if (gate instanceof OutGate out) {
      out.collect(now);
    } else if (gate instanceof WriterGate writer) {
      writer.collect(now);
    }
  }
}
