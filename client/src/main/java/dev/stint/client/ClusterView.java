package dev.stint.client;

import java.util.List;

/**
 * A cluster at a glance.
 *
 * @param notes what an operator should know, for example why nothing can move
 */
public record ClusterView(
    String version,
    int nodesUp,
    int jobsRunning,
    long taskletsLive,
    long movesTotal,
    List<String> notes) {
  public ClusterView {
    notes = List.copyOf(notes);
  }
}
