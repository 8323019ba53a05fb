package dev.stint.image;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The size of a hash table that no public method tells: the smallest power of two in which the keys
 * iterate as they do, since their buckets must come in order.
 */
final class TableSizeGuess implements Construction.Arguments {
  static final TableSizeGuess CONCURRENT_HASH_MAP =
      new TableSizeGuess(h -> h ^ (h >>> 16), false, 2);

  static final TableSizeGuess WEAK_HASH_MAP =
      new TableSizeGuess(
          h -> {
            int spread = h ^ (h >>> 20) ^ (h >>> 12);
            return spread ^ (spread >>> 7) ^ (spread >>> 4);
          },
          true,
          1);

  private static final int SMALLEST = 16;
  private static final int LARGEST = 1 << 24;
  private static final long BYTES_PER_SLOT = 8;

  private final IntUnaryOperator spread;
  private final boolean falling;
  private final int slotsPerCapacity;

  /**
   * @param spread how the class mixes a hash
   * @param falling whether it iterates from its last bucket to its first
   * @param slotsPerCapacity how many buckets its constructor makes for each unit asked for
   */
  private TableSizeGuess(IntUnaryOperator spread, boolean falling, int slotsPerCapacity) {
    this.spread = spread;
    this.falling = falling;
    this.slotsPerCapacity = slotsPerCapacity;
  }

  @Override
  public void write(Object value, ImageOutput out) {
    out.writeCount(tableSize((Map<?, ?>) value));
  }

  @Override
  public @Nullable Object[] read(ImageInput in) {
    int size = in.readCount();
    in.reserve(size * BYTES_PER_SLOT);
    return new @Nullable Object[] {size / slotsPerCapacity};
  }

  private int tableSize(Map<?, ?> map) {
    int[] hashes = new int[map.size()];
    int count = 0;
    for (Object key : map.keySet()) {
      if (count < hashes.length) {
        hashes[count++] = spread.applyAsInt(key == null ? 0 : key.hashCode());
      }
    }
    for (int size = SMALLEST; size <= LARGEST; size <<= 1) {
      if (isInOrder(hashes, count, size)) {
        return size;
      }
    }
    return SMALLEST;
  }

  private boolean isInOrder(int[] hashes, int count, int size) {
    if (count > size - size / 4) {
      return false;
    }
    for (int i = 1; i < count; i++) {
      int step = (hashes[i] & (size - 1)) - (hashes[i - 1] & (size - 1));
      if (falling ? step > 0 : step < 0) {
        return false;
      }
    }
    return true;
  }
}
