package dev.stint.runtime;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where tasklets of a job could not be unwound, and why. */
final class PinLog {
  private final Map<PinReason, SiteCounts> counts = new EnumMap<>(PinReason.class);

  PinLog() {
    for (PinReason reason : PinReason.values()) {
      counts.put(reason, new SiteCounts());
    }
  }

  /** Counts one; returns the site with this one occurrence. */
  PinnedSite count(PinReason reason, @Nullable StackTraceElement site) {
    String name = SiteCounts.nameOf(site);
    SiteCounts of = counts.get(reason);
    if (of != null) {
      of.count(name);
    }
    return new PinnedSite(name, reason, 1);
  }

  /** All sites, most frequent first. */
  List<PinnedSite> sites() {
    return counts.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().counted().entrySet().stream()
                .map(site -> new PinnedSite(site.getKey(), entry.getKey(), site.getValue())))
        .sorted(Comparator.comparingLong(PinnedSite::count).reversed())
        .toList();
  }
}
