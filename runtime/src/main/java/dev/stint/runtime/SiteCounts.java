package dev.stint.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts by place in the user's code. */
final class SiteCounts {
  private static final String UNKNOWN = "unknown:0";

  private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  /** {@code ClassName:line}, with the class's binary name. */
  static String nameOf(@Nullable StackTraceElement site) {
    return site == null ? UNKNOWN : site.getClassName() + ":" + site.getLineNumber();
  }

  void count(String key) {
    counts.computeIfAbsent(key, k -> new LongAdder()).increment();
  }

  Map<String, Long> counted() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((key, count) -> all.put(key, count.sum()));
    return all;
  }
}
