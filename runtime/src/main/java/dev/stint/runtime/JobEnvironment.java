package dev.stint.runtime;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What a job finds in the place of the JVM's own streams, clocks and properties.
 *
 * <p>Output is attributed to the tasklet on the writing thread, or to the root if that is none.
 */
final class JobEnvironment {
  private static final ThreadLocal<Boolean> MUTED = ThreadLocal.withInitial(() -> false);

  private final ResidentJob job;
  private final Clock clock;
  private final Properties properties = new Properties();
  private final Map<Object, Object> initialProperties;
  private final Map<String, String> variables;
  private final JobPrintStream standardOut = stream(false);
  private final JobPrintStream standardErr = stream(true);
  private final JobInputStream standardIn;
  private volatile Locale locale;
  private volatile TimeZone timeZone;
  private volatile PrintStream out = standardOut;
  private volatile PrintStream err = standardErr;
  private volatile InputStream in;
  private volatile long nanoOffset;
  private volatile long milliOffset;
  private volatile boolean cutOff;

  JobEnvironment(ResidentJob job, JobSettings settings, Clock clock) {
    this.job = job;
    this.clock = clock;
    this.standardIn = new JobInputStream(job.host());
    this.in = standardIn;
    this.variables = settings.environment();
    this.locale = settings.locale();
    this.timeZone = TimeZone.getTimeZone(settings.timeZone());
    properties.putAll(System.getProperties());
    properties.putAll(settings.systemProperties());
    initialProperties = Map.copyOf(properties);
  }

  private JobPrintStream stream(boolean error) {
    return new JobPrintStream(new JobOutput(error), error);
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  InputStream in() {
    return in;
  }

  void setOut(PrintStream newOut) {
    out = newOut;
  }

  void setErr(PrintStream newErr) {
    err = newErr;
  }

  void setIn(InputStream newIn) {
    in = newIn;
  }

  /** The stream that leaves the job, whatever {@code setOut} has put before it. */
  JobPrintStream standard(boolean error) {
    return error ? standardErr : standardOut;
  }

  JobInputStream standardIn() {
    return standardIn;
  }

  Properties properties() {
    return properties;
  }

  Map<String, String> variables() {
    return variables;
  }

  Locale locale() {
    return locale;
  }

  void setLocale(Locale newLocale) {
    locale = newLocale;
  }

  TimeZone timeZone() {
    return (TimeZone) timeZone.clone();
  }

  void setTimeZone(TimeZone newTimeZone) {
    timeZone = (TimeZone) newTimeZone.clone();
  }

  // ---- travelling with the root

  /**
   * What the program has changed here, which goes where its root goes.
   *
   * @param properties system properties that this node did not have, or had otherwise
   * @param cleared system properties that this node had
   * @param zone a time zone's id, or the zone itself if it has no known id
   */
  record Changes(
      Map<Object, Object> properties,
      Set<Object> cleared,
      Locale locale,
      Object zone,
      PrintStream out,
      PrintStream err,
      InputStream in) {}

  /** What differs from what the job began with. */
  Changes changes() {
    Map<Object, Object> changed = new HashMap<>();
    Set<Object> cleared = new HashSet<>(initialProperties.keySet());
    synchronized (properties) {
      cleared.removeAll(properties.keySet());
      changed.putAll(properties);
    }
    changed.entrySet().removeAll(initialProperties.entrySet());
    TimeZone zone = timeZone;
    boolean known = TimeZone.getTimeZone(zone.getID()).hasSameRules(zone);
    return new Changes(changed, cleared, locale, known ? zone.getID() : zone, out, err, in);
  }

  /** The root has come, and with it what it had changed. */
  void restore(Changes changes) {
    synchronized (properties) {
      properties.keySet().removeAll(changes.cleared());
      properties.putAll(changes.properties());
    }
    locale = changes.locale();
    timeZone =
        changes.zone() instanceof TimeZone zone
            ? zone
            : TimeZone.getTimeZone((String) changes.zone());
    restoreStreams(changes);
  }

  /** The root has changed its class loader, and the streams are those that it knows there. */
  void restoreStreams(Changes changes) {
    out = changes.out();
    err = changes.err();
    in = changes.in();
  }

  // ---- time

  /** {@link System#nanoTime} for the job. */
  long nanoTime() {
    return clock.nanos() + nanoOffset;
  }

  /** {@link System#currentTimeMillis} for the job. */
  long currentTimeMillis() {
    return System.currentTimeMillis() + milliOffset;
  }

  /** A tasklet comes from a node where the clocks showed this: they do not go back for it. */
  synchronized void notBefore(long nanos, long millis) {
    nanoOffset = Math.max(nanoOffset, nanos - clock.nanos());
    milliOffset = Math.max(milliOffset, millis - System.currentTimeMillis());
  }

  // ---- output

  /** Runs something whose output on this thread has been seen before. */
  void muted(Runnable action) {
    boolean before = MUTED.get();
    MUTED.set(true);
    try {
      action.run();
    } finally {
      MUTED.set(before);
    }
  }

  /** Nothing that is written from now on is seen. */
  void cutOff() {
    cutOff = true;
  }

  private void write(boolean error, byte[] bytes, int offset, int length) {
    if (cutOff || MUTED.get()) {
      return;
    }
    CellCounts counts = writer();
    if (counts != null) {
      counts.write(error, bytes, offset, length);
    }
  }

  private @Nullable CellCounts writer() {
    LiveTasklet mounted = LiveTasklet.on(dev.stint.abi.Ctx.PINNED);
    if (mounted != null && mounted.owner() instanceof Cell cell && cell.job() == job) {
      return cell.counts();
    }
    Cell root = job.anyRoot();
    return root == null ? null : root.counts();
  }

  private final class JobOutput extends OutputStream {
    private final boolean error;

    JobOutput(boolean error) {
      this.error = error;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      JobEnvironment.this.write(error, bytes, offset, length);
    }
  }
}
