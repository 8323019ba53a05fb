package dev.stint.cli;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.client.EventView;
import java.util.ArrayList;
import java.util.List;

/** Moves as lines, of which a person can read only some each time. */
final class HopLines {
  private static final int SHOWN = 8;
  private static final int REASON = 90;

  @GuardedBy("this")
  private final List<EventView> pending = new ArrayList<>();

  @GuardedBy("this")
  private int hopsInAll;

  /** How many hops there have been in all that was taken. */
  synchronized int count() {
    return hopsInAll;
  }

  synchronized void add(EventView move) {
    pending.add(move);
  }

  /**
   * What has been added since the last call: some hops, then how many more, and what was refused.
   */
  synchronized List<String> take() {
    List<EventView> hops = pending.stream().filter(EventText::isHop).toList();
    int refused = pending.size() - hops.size();
    List<String> lines = new ArrayList<>();
    hops.stream().limit(SHOWN).forEach(hop -> lines.add("  " + EventText.hop(hop, REASON)));
    if (hops.size() > SHOWN) {
      lines.add("  ... and " + (hops.size() - SHOWN) + " more");
    }
    if (refused > 0) {
      lines.add("  " + Shown.count(refused, "tasklet") + " could not move just then");
    }
    hopsInAll += hops.size();
    pending.clear();
    return lines;
  }
}
