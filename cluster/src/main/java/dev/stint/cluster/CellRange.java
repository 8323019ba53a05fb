package dev.stint.cluster;

/**
 * Consecutive cells, granted to a node ahead of need so that a spawn costs no round trip. A node
 * takes them in ascending order.
 */
public record CellRange(CellId first, int count) {
  /** Most cells in one grant. */
  public static final int MAX_COUNT = 65_536;

  /** Refuses counts outside 1 to {@link #MAX_COUNT} with {@link IllegalArgumentException}. */
  public CellRange {
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException("A range has 1 to " + MAX_COUNT + " cells, not " + count);
    }
  }

  /** The last cell of the range. */
  public CellId last() {
    return new CellId(first.number() + count - 1);
  }

  /** Whether the cell is one of the range. */
  public boolean contains(CellId cell) {
    return cell.number() >= first.number() && cell.number() <= last().number();
  }

  /** The cell at an index from 0 (included) to {@link #count} (excluded). */
  public CellId at(int index) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException("No cell " + index + " in " + this);
    }
    return new CellId(first.number() + index);
  }

  @Override
  public String toString() {
    return first + ".." + last();
  }
}
