package dev.stint.cluster.balance;

import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeState;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node as balancing sees it.
 *
 * @param carriers how many tasklets it runs at once, at least 1
 * @param labels what jobs may ask for
 * @param state only a node that is UP gets cells; a draining one keeps none
 * @param freeBytes room for images; {@link Long#MAX_VALUE} if it was not measured
 */
public record NodeLoad(
    NodeId node, int carriers, SortedMap<String, String> labels, NodeState state, long freeBytes) {

  /** Copies the labels; refuses a node without carriers. */
  public NodeLoad {
    if (carriers < 1) {
      throw new IllegalArgumentException("Node " + node + " has no carriers: " + carriers);
    }
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** A node that is up, without labels and with room for any image. */
  public static NodeLoad up(String name, int carriers) {
    return new NodeLoad(new NodeId(name), carriers, new TreeMap<>(), NodeState.UP, Long.MAX_VALUE);
  }

  boolean meets(SortedMap<String, String> requires) {
    return requires.entrySet().stream()
        .allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
  }
}
