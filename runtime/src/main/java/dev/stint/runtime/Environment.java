package dev.stint.runtime;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What transformed code calls in the place of {@link System} and its like: the job's own streams,
 * clocks and properties. A thread of no job gets the JVM's.
 */
public final class Environment {
  private Environment() {}

  private static @Nullable JobEnvironment here() {
    ResidentJob job = JobScope.current();
    return job == null ? null : job.environment();
  }

  /** {@link System#out}. */
  public static PrintStream out() {
    JobEnvironment here = here();
    return here == null ? System.out : here.out();
  }

  /** {@link System#err}. */
  public static PrintStream err() {
    JobEnvironment here = here();
    return here == null ? System.err : here.err();
  }

  /** {@link System#in}. */
  public static InputStream in() {
    JobEnvironment here = here();
    return here == null ? System.in : here.in();
  }

  /** {@link System#setOut}. */
  public static void setOut(PrintStream out) {
    JobEnvironment here = here();
    if (here == null) {
      System.setOut(out);
    } else {
      here.setOut(out);
    }
  }

  /** {@link System#setErr}. */
  public static void setErr(PrintStream err) {
    JobEnvironment here = here();
    if (here == null) {
      System.setErr(err);
    } else {
      here.setErr(err);
    }
  }

  /** {@link System#setIn}. */
  public static void setIn(InputStream in) {
    JobEnvironment here = here();
    if (here == null) {
      System.setIn(in);
    } else {
      here.setIn(in);
    }
  }

  /** {@link System#nanoTime}. */
  public static long nanoTime() {
    JobEnvironment here = here();
    return here == null ? System.nanoTime() : here.nanoTime();
  }

  /** {@link System#currentTimeMillis}. */
  public static long currentTimeMillis() {
    JobEnvironment here = here();
    return here == null ? System.currentTimeMillis() : here.currentTimeMillis();
  }

  /** {@link System#getProperty(String)}. */
  public static @Nullable String getProperty(String key) {
    requireKey(key);
    JobEnvironment here = here();
    return here == null ? System.getProperty(key) : here.properties().getProperty(key);
  }

  /** {@link System#getProperty(String, String)}. */
  public static @Nullable String getProperty(String key, @Nullable String otherwise) {
    String value = getProperty(key);
    return value == null ? otherwise : value;
  }

  /** {@link System#setProperty}. */
  public static @Nullable String setProperty(String key, String value) {
    requireKey(key);
    JobEnvironment here = here();
    return here == null
        ? System.setProperty(key, value)
        : (String) here.properties().setProperty(key, value);
  }

  /** {@link System#clearProperty}. */
  public static @Nullable String clearProperty(String key) {
    requireKey(key);
    JobEnvironment here = here();
    return here == null ? System.clearProperty(key) : (String) here.properties().remove(key);
  }

  /** {@link System#getProperties}. */
  public static Properties getProperties() {
    JobEnvironment here = here();
    return here == null ? System.getProperties() : here.properties();
  }

  /** {@link Integer#getInteger(String)}. */
  public static @Nullable Integer getInteger(@Nullable String key) {
    return decoded(key, Integer::decode);
  }

  /** {@link Integer#getInteger(String, int)}. */
  public static Integer getInteger(@Nullable String key, int otherwise) {
    Integer value = getInteger(key);
    return value == null ? Integer.valueOf(otherwise) : value;
  }

  /** {@link Long#getLong(String)}. */
  public static @Nullable Long getLong(@Nullable String key) {
    return decoded(key, Long::decode);
  }

  /** {@link Long#getLong(String, long)}. */
  public static Long getLong(@Nullable String key, long otherwise) {
    Long value = getLong(key);
    return value == null ? Long.valueOf(otherwise) : value;
  }

  private static <T> @Nullable T decoded(@Nullable String key, Function<String, T> decode) {
    String text = key == null || key.isEmpty() ? null : getProperty(key);
    try {
      return text == null ? null : decode.apply(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** {@link Boolean#getBoolean}. */
  public static boolean getBoolean(@Nullable String key) {
    return key != null && !key.isEmpty() && Boolean.parseBoolean(getProperty(key));
  }

  private static void requireKey(@Nullable String key) {
    if (key == null) {
      throw new NullPointerException("key can't be null");
    }
    if (key.isEmpty()) {
      throw new IllegalArgumentException("key can't be empty");
    }
  }

  /** {@link System#getenv(String)}. */
  public static @Nullable String getenv(String name) {
    return getenv().get(name);
  }

  /** {@link System#getenv()}. */
  public static Map<String, String> getenv() {
    JobEnvironment here = here();
    return here == null ? System.getenv() : here.variables();
  }

  // ---- hooks

  /** {@link Runtime#addShutdownHook}: runs at the job's end. */
  public static void addShutdownHook(Runtime runtime, Thread hook) {
    ResidentJob job = JobScope.current();
    if (job == null) {
      runtime.addShutdownHook(hook);
    } else {
      job.threads().addHook(hook);
    }
  }

  /** {@link Runtime#removeShutdownHook}. */
  public static boolean removeShutdownHook(Runtime runtime, Thread hook) {
    ResidentJob job = JobScope.current();
    return job == null ? runtime.removeShutdownHook(hook) : job.threads().removeHook(hook);
  }

  // ---- exceptions

  /** {@link Throwable#getMessage}. */
  public static @Nullable String getMessage(Throwable thrown) {
    return ExceptionTexts.asWritten(thrown, thrown.getMessage());
  }

  /** {@link Throwable#getLocalizedMessage}. */
  public static @Nullable String getLocalizedMessage(Throwable thrown) {
    return ExceptionTexts.asWritten(thrown, thrown.getLocalizedMessage());
  }

  /** {@link Throwable#toString}. */
  public static @Nullable String toString(Throwable thrown) {
    return ExceptionTexts.asWritten(thrown, thrown.toString());
  }

  /** {@link Throwable#printStackTrace()}. */
  public static void printStackTrace(Throwable thrown) {
    printStackTrace(thrown, err());
  }

  /** {@link Throwable#printStackTrace(PrintStream)}. */
  public static void printStackTrace(Throwable thrown, PrintStream to) {
    to.print(StackTraces.textOf(thrown));
  }

  /** {@link Throwable#printStackTrace(java.io.PrintWriter)}. */
  public static void printStackTrace(Throwable thrown, java.io.PrintWriter to) {
    to.print(StackTraces.textOf(thrown));
  }

  /** The program has made an exception, whose saved callers would otherwise be forgotten. */
  public static void made(Throwable thrown) {
    StackTraces.remember(thrown);
  }

  /** {@link Throwable#fillInStackTrace}. */
  public static Throwable fillInStackTrace(Throwable thrown) {
    Throwable same = thrown.fillInStackTrace();
    StackTraces.rememberAnew(thrown);
    return same;
  }

  /** {@link Throwable#getStackTrace}. */
  public static StackTraceElement[] getStackTrace(Throwable thrown) {
    StackTraces.restore(thrown);
    return thrown.getStackTrace();
  }

  /** {@link Thread#getStackTrace}, which for the current thread begins with itself. */
  public static StackTraceElement[] getStackTrace(Thread thread) {
    if (thread != Thread.currentThread() || JobScope.current() == null) {
      return thread.getStackTrace();
    }
    StackTraceElement[] own = StackTraces.ofHere();
    StackTraceElement[] all = new StackTraceElement[own.length + 1];
    all[0] = thread.getStackTrace()[0];
    System.arraycopy(own, 0, all, 1, own.length);
    return all;
  }
}
