package dev.stint.cluster;

import java.util.Comparator;

/**
 * A process that can hold cells: a node in one of its lives. Grants, orders and reports always name
 * the process, never the node alone, so that nothing meant for one life reaches the next.
 */
public record NodeProcess(NodeId node, Incarnation incarnation) implements Comparable<NodeProcess> {
  private static final Comparator<NodeProcess> ORDER =
      Comparator.comparing(NodeProcess::node).thenComparing(NodeProcess::incarnation);

  /** A process by its node's name and the number of its life. */
  public static NodeProcess of(String node, long incarnation) {
    return new NodeProcess(new NodeId(node), new Incarnation(incarnation));
  }

  @Override
  public int compareTo(NodeProcess other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return node + "#" + incarnation.number();
  }
}
