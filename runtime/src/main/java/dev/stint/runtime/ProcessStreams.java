package dev.stint.runtime;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own standard streams while tasklets run in it. What JDK code prints on a job's threads
 * (a log handler, {@code IO.println}) belongs to the job; everything else goes where it went before.
 */
final class ProcessStreams {
  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;
  private static final ThreadLocal<Boolean> UNROUTED = ThreadLocal.withInitial(() -> false);
  private static boolean routed;

  private ProcessStreams() {}

  /** Puts the routing in place, once in a JVM. */
  static synchronized void route() {
    if (!routed) {
      routed = true;
      System.setOut(new PrintStream(new Routing(false), true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(new Routing(true), true, StandardCharsets.UTF_8));
    }
  }

  /** The stream as it was before. */
  static PrintStream own(boolean error) {
    return error ? ERR : OUT;
  }

  /** Runs something that prints on behalf of the runtime, whatever thread it is on. */
  static void unrouted(Runnable action) {
    boolean before = UNROUTED.get();
    UNROUTED.set(true);
    try {
      action.run();
    } finally {
      UNROUTED.set(before);
    }
  }

  private static @Nullable ResidentJob jobHere() {
    return UNROUTED.get() ? null : JobScope.current();
  }

  private static final class Routing extends OutputStream {
    private final boolean error;

    Routing(boolean error) {
      this.error = error;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      ResidentJob job = jobHere();
      if (job == null) {
        own(error).write(bytes, offset, length);
        return;
      }
      PrintStream to = error ? job.environment().err() : job.environment().out();
      to.write(bytes, offset, length);
    }

    @Override
    public void flush() {
      ResidentJob job = jobHere();
      if (job == null) {
        own(error).flush();
      }
    }
  }
}
