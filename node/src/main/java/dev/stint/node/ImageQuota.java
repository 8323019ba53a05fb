package dev.stint.node;

import dev.stint.cluster.CellId;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds the memory of images that are on their way to this node or wait here to be run. Owned by
 * the loop.
 */
final class ImageQuota {
  private final long limit;
  private final Map<CellId, Long> held = new HashMap<>();
  private long total;

  /** A quota of so many bytes. */
  ImageQuota(long limit) {
    this.limit = limit;
  }

  /** Takes room for a cell's image in place of any it has; without effect if there is none. */
  void take(CellId cell, long bytes) {
    release(cell);
    if (bytes <= limit - total) {
      held.put(cell, bytes);
      total += bytes;
    }
  }

  /** Whether a cell's image has room. */
  boolean holds(CellId cell) {
    return held.containsKey(cell);
  }

  /** The image is here no more, or has begun to run. */
  void release(CellId cell) {
    Long bytes = held.remove(cell);
    if (bytes != null) {
      total -= bytes;
    }
  }

  @Override
  public String toString() {
    return total + " of " + limit + " bytes for images that arrive are in use";
  }
}
