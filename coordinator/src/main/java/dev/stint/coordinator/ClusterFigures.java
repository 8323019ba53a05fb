package dev.stint.coordinator;

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
 */
public record ClusterFigures(
    Instant now,
    List<NodeDescription> nodes,
    Map<NodeState, Integer> nodesByState,
    Map<JobState, Integer> jobsByState,
    Tasklets tasklets,
    @Nullable QueuedJob oldestQueued,
    int movesPending) {

  /** Live tasklets by state. */
  public record Tasklets(long ready, long parked, long frozen) {}

  /** A job that waits for a node. */
  public record QueuedJob(String id, Instant since) {}
}
