package dev.stint.cluster;

/** The name of a node, chosen by its operator; a restarted node keeps its name. */
public record NodeId(String name) implements Comparable<NodeId> {
  /** Longest name allowed, in characters. */
  public static final int MAX_LENGTH = 253;

  /** Refuses an empty or overlong name with {@link IllegalArgumentException}. */
  public NodeId {
    if (name.isBlank() || name.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A node's name has 1 to " + MAX_LENGTH + " characters, this one has " + name.length());
    }
  }

  @Override
  public int compareTo(NodeId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
