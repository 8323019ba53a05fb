package dev.stint.benchmarks.report;

import java.util.Locale;

/** Durations for people. */
final class Times {
  private Times() {}

  /** Nanoseconds, in a unit that suits them. */
  static String text(double nanos) {
    if (nanos >= 1e8) {
      return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
    if (nanos >= 1e5) {
      return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }
    return String.format(Locale.ROOT, nanos < 100 ? "%.1f ns" : "%.0f ns", nanos);
  }
}
