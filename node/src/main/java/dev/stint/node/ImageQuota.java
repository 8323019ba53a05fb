package dev.stint.node;

import dev.stint.cluster.CellId;
import dev.stint.cluster.Epoch;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds the memory of images that are on their way to this node or wait here to be run. Owned by
 * the loop.
 */
final class ImageQuota {
  private final long limit;
  private final Map<CellId, Room> held = new HashMap<>();
  private long total;

  /** A quota of so many bytes. */
  ImageQuota(long limit) {
    this.limit = limit;
  }

  /**
   * Takes room for an attempt's image in place of any that the cell has; without effect if there is
   * none, or if a later attempt of the cell has room.
   */
  void take(CellId cell, Epoch attempt, long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("an image of " + bytes + " bytes");
    }
    Room room = held.get(cell);
    if (room != null && room.attempt.isAfter(attempt)) {
      return;
    }
    release(cell);
    if (bytes <= limit - total) {
      held.put(cell, new Room(attempt, bytes));
      total += bytes;
    }
  }

  /** Whether an attempt's image has room. */
  boolean holds(CellId cell, Epoch attempt) {
    Room room = held.get(cell);
    return room != null && room.attempt.equals(attempt);
  }

  /** The image is here no more, or has begun to run. */
  void release(CellId cell) {
    Room room = held.remove(cell);
    if (room != null) {
      total -= room.bytes;
    }
  }

  @Override
  public String toString() {
    return total + " of " + limit + " bytes for images that arrive are in use";
  }

  private record Room(Epoch attempt, long bytes) {}
}
