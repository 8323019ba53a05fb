package dev.stint.cluster;

/**
 * One life of a node's process. The authority grants it when the process registers; a later process
 * of the same node gets a higher one, and whatever a lower one still says is refused.
 */
public record Incarnation(long number) implements Comparable<Incarnation> {
  /** The first life of a node. */
  public static final Incarnation FIRST = new Incarnation(1);

  /** Refuses numbers below 1 with {@link IllegalArgumentException}. */
  public Incarnation {
    if (number < 1) {
      throw new IllegalArgumentException("An incarnation is at least 1, not " + number);
    }
  }

  /** The life after this one. */
  public Incarnation next() {
    return new Incarnation(number + 1);
  }

  @Override
  public int compareTo(Incarnation other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "i" + number;
  }
}
