package dev.stint.cluster.balance;

import dev.stint.cluster.CellId;
import dev.stint.cluster.NodeId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cell as balancing sees it.
 *
 * @param on the node that owns it; for a cell on its way, where it is going
 * @param cpuNanosPerSecond CPU time it used per second, as a moving average
 * @param ready how many of its tasklets are ready or running now
 * @param bytes what its image is expected to weigh
 * @param obstacle why it cannot be moved now (pinned, anchored, on its way); null if it can
 * @param requires labels that its node must have
 * @param startedAt when it began; null if not known
 * @param lastMovedAt when it last moved; null if it never did
 * @param recentMoves how often it moved lately, for damping
 */
public record CellLoad(
    CellId cell,
    NodeId on,
    long cpuNanosPerSecond,
    int ready,
    long bytes,
    @Nullable String obstacle,
    SortedMap<String, String> requires,
    @Nullable Instant startedAt,
    @Nullable Instant lastMovedAt,
    int recentMoves) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Copies the labels; refuses negative figures. */
  public CellLoad {
    if (cpuNanosPerSecond < 0 || ready < 0 || bytes < 0 || recentMoves < 0) {
      throw new IllegalArgumentException("Negative figures for " + cell);
    }
    requires = Collections.unmodifiableSortedMap(new TreeMap<>(requires));
  }

  /** A movable cell that has run long enough and never moved. */
  public static CellLoad of(long cell, String on, long cpuNanosPerSecond, int ready, long bytes) {
    return new CellLoad(
        new CellId(cell),
        new NodeId(on),
        cpuNanosPerSecond,
        ready,
        bytes,
        null,
        new TreeMap<>(),
        null,
        null,
        0);
  }

  /**
   * How many carriers the cell would keep busy if it had them. What it was measured to use says too
   * little on a crowded node: of many ready tasklets on one carrier each gets a small share, yet
   * each wants a whole one.
   */
  public double demand() {
    return Math.max(cpuNanosPerSecond / NANOS_PER_SECOND, ready);
  }

  /** The same cell on another node, just moved. */
  CellLoad movedTo(NodeId target, Instant at) {
    return new CellLoad(
        cell,
        target,
        cpuNanosPerSecond,
        ready,
        bytes,
        obstacle,
        requires,
        startedAt,
        at,
        recentMoves + 1);
  }
}
