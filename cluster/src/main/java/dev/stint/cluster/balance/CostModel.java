package dev.stint.cluster.balance;

import java.time.Duration;
import java.time.Instant;

/**
 * What a move costs and what it may bring.
 *
 * <p>A cell is expected to run on for about as long as it has run so far, up to the horizon: for
 * most work the past is the best guess (Harchol-Balter and Downey, "Exploiting Process Lifetime
 * Distributions for Dynamic Load Balancing", 1997). So what has only just begun stays, and what has
 * run for long may go.
 *
 * @param horizon no gain is counted beyond this
 * @param freeze what a move takes whatever its size: freeze, round trips, thaw
 * @param bytesPerSecond how fast an image travels
 * @param margin how many times its cost a move must gain
 */
public record CostModel(Duration horizon, Duration freeze, long bytesPerSecond, double margin) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Ten seconds ahead, 10 ms a move, 100 MB/s, twice the cost. */
  public static final CostModel DEFAULT =
      new CostModel(Duration.ofSeconds(10), Duration.ofMillis(10), 100_000_000L, 2);

  /** Refuses a speed or margin that is not positive. */
  public CostModel {
    if (bytesPerSecond < 1 || !(margin > 0)) {
      throw new IllegalArgumentException("Speed and margin of a cost model are positive");
    }
  }

  Duration cost(long bytes) {
    return freeze.plus(seconds((double) bytes / bytesPerSecond));
  }

  /**
   * The carrier time that a cell wins over the horizon.
   *
   * @param before the share of its demand that it gets where it is, 0 to 1
   * @param after the share that it would get
   */
  Duration gain(CellLoad cell, double before, double after, Instant now) {
    Duration ahead = horizon;
    Instant startedAt = cell.startedAt();
    if (startedAt != null) {
      Duration age = Duration.between(startedAt, now);
      ahead = age.compareTo(horizon) < 0 ? age : horizon;
    }
    return seconds((after - before) * cell.demand() * ahead.toNanos() / NANOS_PER_SECOND);
  }

  boolean pays(Duration gain, Duration cost) {
    return gain.toNanos() > margin * cost.toNanos();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
  }
}
