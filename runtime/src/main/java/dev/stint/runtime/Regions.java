package dev.stint.runtime;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What transformed code gets for the default locale and time zone: those of the job, which are the
 * submitting client's until the job sets others. Outside a job, those of this JVM.
 */
public final class Regions {
  private Regions() {}

  private static @Nullable JobEnvironment here() {
    ResidentJob job = JobScope.current();
    return job == null ? null : job.environment();
  }

  /** {@link Locale#getDefault()}. */
  public static Locale getDefaultLocale() {
    JobEnvironment here = here();
    return here == null ? Locale.getDefault() : here.locale();
  }

  /** {@link Locale#setDefault(Locale)}. */
  public static void setDefaultLocale(Locale locale) {
    JobEnvironment here = here();
    if (here == null) {
      Locale.setDefault(locale);
    } else if (locale == null) {
      throw new NullPointerException("Can't set default locale to NULL");
    } else {
      here.setLocale(locale);
    }
  }

  /** {@link TimeZone#getDefault()}. */
  public static TimeZone getDefaultZone() {
    JobEnvironment here = here();
    return here == null ? TimeZone.getDefault() : here.timeZone();
  }

  /** {@link TimeZone#setDefault(TimeZone)}; null stands for the JVM's own. */
  public static void setDefaultZone(@Nullable TimeZone zone) {
    JobEnvironment here = here();
    if (here == null) {
      TimeZone.setDefault(zone);
    } else {
      here.setTimeZone(zone == null ? TimeZone.getDefault() : zone);
    }
  }

  /** {@link ZoneId#systemDefault()}. */
  public static ZoneId systemDefault() {
    return getDefaultZone().toZoneId();
  }

  /** {@link String#format(String, Object...)}. */
  public static String format(String format, Object[] arguments) {
    return String.format(getDefaultLocale(), format, arguments);
  }

  /** {@link String#formatted(Object...)}. */
  public static String formatted(String format, Object[] arguments) {
    return String.format(getDefaultLocale(), format, arguments);
  }

  /**
   * {@link PrintStream#printf(String, Object...)}; a stream of the program's own does it itself.
   */
  public static PrintStream printf(PrintStream out, String format, Object[] arguments) {
    return isPlain(out)
        ? out.format(getDefaultLocale(), format, arguments)
        : out.printf(format, arguments);
  }

  /**
   * {@link PrintStream#format(String, Object...)}; a stream of the program's own does it itself.
   */
  public static PrintStream format(PrintStream out, String format, Object[] arguments) {
    return isPlain(out)
        ? out.format(getDefaultLocale(), format, arguments)
        : out.format(format, arguments);
  }

  private static boolean isPlain(PrintStream out) {
    return out.getClass() == PrintStream.class || out instanceof JobPrintStream;
  }
}
