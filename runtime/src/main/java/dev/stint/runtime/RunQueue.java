package dev.stint.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue in order of arrival: its owner appends, anybody takes.
 *
 * <p>Positions only grow, so a taker's compare-and-set on the head cannot succeed on a slot that
 * has been reused since it was read.
 */
final class RunQueue<T> {
  private final AtomicReferenceArray<@Nullable T> ring;
  private final int mask;
  private final AtomicInteger head = new AtomicInteger();
  private final AtomicInteger tail = new AtomicInteger();

  /** Only the owner uses this: the slots of lower positions hold nothing that was taken. */
  private int forgotten;

  /** A queue for {@code capacity} entries, a power of two. */
  RunQueue(int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("the capacity must be a power of two, not " + capacity);
    }
    ring = new AtomicReferenceArray<>(capacity);
    mask = capacity - 1;
  }

  /** Appends; false if full. Only the owner may call this. */
  boolean offer(T entry) {
    int end = tail.getPlain();
    if (end - head.getAcquire() > mask) {
      return false;
    }
    forgetTaken();
    ring.setRelease(end & mask, entry);
    // Not just a release: who queues reads next which carriers are idle, and one that becomes idle
    // says so and then reads this. One of the two must see the other, or the entry waits for ever.
    tail.set(end + 1);
    return true;
  }

  /** Takes the oldest entry, or null if there is none. */
  @Nullable T poll() {
    while (true) {
      int begin = head.getAcquire();
      if (begin == tail.getAcquire()) {
        return null;
      }
      T entry = ring.getAcquire(begin & mask);
      if (head.compareAndSet(begin, begin + 1)) {
        return entry;
      }
    }
  }

  /**
   * Lets go of what has been taken, which a ring would otherwise hold until it comes round. Only
   * the owner may call this. A taker that still reads a slot so cleared has lost: its position is
   * below the head, so its compare-and-set fails. The owner alone writes slots, so none is cleared
   * that has been filled anew.
   */
  void forgetTaken() {
    int begin = head.getAcquire();
    while (forgotten != begin) {
      ring.setRelease(forgotten & mask, null);
      forgotten++;
    }
  }

  int size() {
    return Math.max(0, tail.get() - head.getAcquire());
  }
}
