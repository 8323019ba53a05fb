package dev.stint.runtime;

import java.util.Map;

/**
 * What torture did, by place in the user's code ({@code ClassName:line}, binary name).
 *
 * @param taken how often a tasklet was frozen and thawed there
 * @param missed how often that was due but impossible: {@code ClassName:line reason}
 */
public record TortureReport(Map<String, Long> taken, Map<String, Long> missed) {
  public TortureReport {
    taken = Map.copyOf(taken);
    missed = Map.copyOf(missed);
  }

  /** All freezes. */
  public long freezes() {
    return taken.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Freezes at one line of one class. */
  public long freezesAt(String className, int line) {
    return taken.getOrDefault(className + ":" + line, 0L);
  }
}
