package dev.stint.cluster;

/**
 * Names a cell, the unit of placement. Numbers are granted by the authority and never used twice in
 * a cluster's life; a tasklet's id is its cell's number and a local number.
 */
public record CellId(long number) implements Comparable<CellId> {
  /** Refuses numbers below 1 with {@link IllegalArgumentException}. */
  public CellId {
    if (number < 1) {
      throw new IllegalArgumentException("A cell's number is at least 1, not " + number);
    }
  }

  @Override
  public int compareTo(CellId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "c" + number;
  }
}
