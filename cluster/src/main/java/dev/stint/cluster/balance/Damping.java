package dev.stint.cluster.balance;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps cells from going to and fro: a cell stays for a while after a move, and twice as long for
 * each further move it made lately.
 *
 * @param stay how long a cell stays after its first move
 * @param maxDoublings how often that doubles at most
 */
public record Damping(Duration stay, int maxDoublings) {
  /** Two seconds, at most 64 times that. */
  public static final Damping DEFAULT = new Damping(Duration.ofSeconds(2), 6);

  /** Whether the cell moved so lately that it should stay. */
  boolean holds(CellLoad cell, Instant now) {
    Instant moved = cell.lastMovedAt();
    if (moved == null) {
      return false;
    }
    int doublings = Math.min(maxDoublings, Math.max(0, cell.recentMoves() - 1));
    Duration due = stay.multipliedBy(1L << doublings);
    return Duration.between(moved, now).compareTo(due) < 0;
  }
}
