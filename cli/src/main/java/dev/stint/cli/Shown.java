package dev.stint.cli;

import java.lang.reflect.Array;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values as people read them in tables. */
final class Shown {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final long MIB = 1 << 20;

  private Shown() {}

  /** For example {@code 1.25 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  static String duration(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
    if (duration.compareTo(Duration.ofHours(1)) < 0) {
      return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    return duration.toHours() + " h " + duration.toMinutesPart() + " min";
  }

  /**
   * With three figures, in the unit that suits: {@code 412 us}, {@code 4.12 ms}, {@code 412 ms}.
   */
  static String shortTime(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    if (millis < 1) {
      return Math.round(millis * 1000) + " us";
    }
    if (millis >= 1000) {
      return duration(duration);
    }
    int places = millis < 10 ? 2 : millis < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + places + "f ms", millis);
  }

  static String time(Instant at) {
    return TIME.withZone(ZoneId.systemDefault()).format(at);
  }

  static String dayAndTime(@Nullable Instant at) {
    return at == null ? "-" : DAY_AND_TIME.withZone(ZoneId.systemDefault()).format(at);
  }

  /** A value of a program's: arrays as lists, everything else as it describes itself. */
  static String value(Object value) {
    if (!value.getClass().isArray()) {
      return value.toString();
    }
    return IntStream.range(0, Array.getLength(value))
        .mapToObj(i -> String.valueOf(Array.get(value, i)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A number of things, for example {@code 1 tasklet} or {@code 2 tasklets}. */
  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** For example {@code 64 of 512 MiB}. */
  static String heap(long used, long max) {
    return used / MIB + " of " + mebibytes(max);
  }

  static String mebibytes(long bytes) {
    return bytes / MIB + " MiB";
  }

  static String cpu(double perSecond) {
    return String.format(Locale.ROOT, "%.2f", perSecond);
  }

  /** A dash for what is empty, so that columns stay visible. */
  static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  /** For example {@code disk=ssd,zone=eu-1}. */
  static String labels(Map<String, String> labels) {
    return orDash(
        new TreeMap<>(labels)
            .entrySet().stream().map(Object::toString).collect(Collectors.joining(",")));
  }

  static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
