package dev.stint.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashSet;
import java.util.Set;

/**
 * What each signal that asks a process to end is to bring about. The first one drains. Ctrl-C
 * reaches all processes of a terminal, and the one that started this one then hands on a SIGTERM:
 * that is one wish in two signals, so only the same signal once more means "at once". Thread-safe.
 */
final class EndSignals {
  /** What to do about a signal. */
  enum Action {
    DRAIN,
    NOTHING,
    END_AT_ONCE
  }

  @GuardedBy("this")
  private final Set<String> seen = new HashSet<>();

  /**
   * @param started whether the node is up; before that there is nothing to drain
   */
  synchronized Action on(String signal, boolean started) {
    if (!started || !seen.add(signal)) {
      return Action.END_AT_ONCE;
    }
    return seen.size() == 1 ? Action.DRAIN : Action.NOTHING;
  }
}
