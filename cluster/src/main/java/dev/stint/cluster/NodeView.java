package dev.stint.cluster;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node as the authority knows it.
 *
 * @param processKey what its process drew at random when it started
 * @param address where other nodes reach it
 * @param carriers how many tasklets it runs at once
 * @param why what its present state came from, for people; may be empty
 * @param since when the process registered, or when it was declared gone
 */
public record NodeView(
    NodeProcess process,
    String processKey,
    String address,
    SortedMap<String, String> labels,
    int carriers,
    NodeState state,
    String why,
    Instant since) {
  /** Copies the labels. */
  public NodeView {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** Its name. */
  public NodeId id() {
    return process.node();
  }

  NodeView with(NodeState newState, String newWhy) {
    return new NodeView(process, processKey, address, labels, carriers, newState, newWhy, since);
  }

  NodeView gone(String newWhy, Instant at) {
    return new NodeView(process, processKey, address, labels, carriers, NodeState.GONE, newWhy, at);
  }
}
