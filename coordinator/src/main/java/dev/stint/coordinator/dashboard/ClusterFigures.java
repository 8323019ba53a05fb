package dev.stint.coordinator.dashboard;

import dev.stint.cluster.JobState;
import dev.stint.cluster.NodeState;
import dev.stint.proto.NodeDescription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cluster counted at one moment.
 *
 * @param nodes all nodes, those that are gone too
 * @param oldestQueued the job that has waited longest, or null
 * @param movesPending moves under way
 * @param movesTotal moves committed since this coordinator started
 */
public record ClusterFigures(
    Instant now,
    String version,
    List<NodeDescription> nodes,
    Map<NodeState, Integer> nodesByState,
    Map<JobState, Integer> jobsByState,
    Tasklets tasklets,
    @Nullable QueuedJob oldestQueued,
    int movesPending,
    long movesTotal) {

  /** Live tasklets by state. */
  public record Tasklets(long ready, long parked, long frozen) {
    /** All that live. */
    public long total() {
      return ready + parked + frozen;
    }
  }

  /**
   * A job that waits for a node.
   *
   * @param why what it waits for, for people
   */
  public record QueuedJob(String id, String name, Instant since, String why) {}

  /** Jobs in a state. */
  public int jobs(JobState state) {
    return jobsByState.getOrDefault(state, 0);
  }

  /** Nodes in a state. */
  public int nodes(NodeState state) {
    return nodesByState.getOrDefault(state, 0);
  }

  /** CPU seconds per second that tasklets use on all nodes. */
  public double cpuUsed() {
    return nodes.stream().mapToDouble(NodeDescription::getCpu).sum();
  }
}
