package dev.stint.cluster;

/**
 * The number of a grant of a cell. Every attempt to move a cell draws a fresh epoch; when the
 * attempt commits, that epoch is the new owner's. Epochs of a cell never repeat and never go back.
 */
public record Epoch(long number) implements Comparable<Epoch> {
  /** The epoch in which a cell is first granted. */
  public static final Epoch FIRST = new Epoch(1);

  /** Refuses numbers below 1 with {@link IllegalArgumentException}. */
  public Epoch {
    if (number < 1) {
      throw new IllegalArgumentException("An epoch is at least 1, not " + number);
    }
  }

  /** The epoch after this one. */
  public Epoch next() {
    return new Epoch(number + 1);
  }

  /** Whether this epoch was drawn after the other. */
  public boolean isAfter(Epoch other) {
    return number > other.number;
  }

  @Override
  public int compareTo(Epoch other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "e" + number;
  }
}
