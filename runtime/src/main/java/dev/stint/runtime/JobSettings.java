package dev.stint.runtime;

import java.util.Locale;
import java.util.Map;

/**
 * What surrounds a job's code.
 *
 * @param name the job's name, for people
 * @param systemProperties what {@code System.getProperty} finds before this node's own
 * @param environment what {@code System.getenv} gives
 * @param locale the default locale
 * @param timeZone the default time zone's id
 * @param tortureEvery freeze and thaw at every n-th safepoint; 0 is never
 */
public record JobSettings(
    String name,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    Locale locale,
    String timeZone,
    int tortureEvery) {
  public JobSettings {
    systemProperties = Map.copyOf(systemProperties);
    environment = Map.copyOf(environment);
    if (tortureEvery < 0) {
      throw new IllegalArgumentException("torture(n) needs n of 1 or more, not " + tortureEvery);
    }
  }

  /** The settings of this JVM, and no torture. */
  public static JobSettings named(String name) {
    return new JobSettings(
        name,
        Map.of(),
        System.getenv(),
        Locale.getDefault(),
        java.time.ZoneId.systemDefault().getId(),
        0);
  }

  /** The same with torture at every {@code n}-th safepoint. */
  public JobSettings torture(int n) {
    return new JobSettings(name, systemProperties, environment, locale, timeZone, n);
  }
}
