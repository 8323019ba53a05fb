package dev.stint.conformance;

import java.util.Map;

/**
 * A run under the engine.
 *
 * @param taken freezes by site
 * @param missed freezes that were due but impossible, by site and reason
 */
record RunReport(Result result, Map<Site, Long> taken, Map<Site, Long> missed) {
  long freezes() {
    return taken.values().stream().mapToLong(Long::longValue).sum();
  }

  long misses() {
    return missed.values().stream().mapToLong(Long::longValue).sum();
  }
}
