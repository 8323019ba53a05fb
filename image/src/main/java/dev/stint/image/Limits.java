package dev.stint.image;

/**
 * Bounds on what decoding may cost, whatever the bytes say.
 *
 * @param maxObjects objects in one image
 * @param maxReserve bytes of memory beyond what the image's own bytes pay for, such as the capacity
 *     of hash tables
 */
public record Limits(int maxObjects, long maxReserve) {
  private static final long MOST_RESERVE = 256L << 20;

  /** An eighth of the heap for capacities, and as many objects as ids allow. */
  public static Limits ofHeap() {
    return new Limits(1 << 28, Math.min(MOST_RESERVE, Runtime.getRuntime().maxMemory() / 8));
  }
}
