package dev.stint.conformance;

import java.util.Map;
import java.util.Set;

/**
 * A loop of which a program says whether a freeze at every safepoint must hit it.
 *
 * @param frozen true for {@code // frozen here}, false for {@code // pinned here}
 * @param line the line marked
 * @param lines where a safepoint of this loop may be reported: its lines without those of loops
 *     within it, save one that ends its body, whose last line the back-edge may carry
 */
record Mark(boolean frozen, int line, Set<Integer> lines) {

  /** What is wrong, in words; empty if what torture did agrees with the mark. */
  String violation(Program program, Map<Site, Long> taken, Map<Site, Long> missed) {
    long freezes = count(program, taken);
    if (frozen) {
      return freezes > 0 ? "" : "line " + line + " was never frozen; missed " + at(program, missed);
    }
    if (freezes > 0) {
      return "line " + line + " is pinned, yet it was frozen " + freezes + " times";
    }
    return count(program, missed) > 0 ? "" : "line " + line + " is pinned, yet no miss was counted";
  }

  /** How often this loop is among the sites. */
  long count(Program program, Map<Site, Long> sites) {
    return sites.entrySet().stream()
        .filter(e -> here(program, e.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private String at(Program program, Map<Site, Long> sites) {
    return sites.entrySet().stream().filter(e -> here(program, e.getKey())).toList().toString();
  }

  private boolean here(Program program, Site site) {
    return program.owns(site.className()) && lines.contains(site.line());
  }
}
