package dev.stint.coordinator.dashboard;

import dev.stint.cluster.MoveView;
import dev.stint.proto.Event;
import dev.stint.proto.JobDescription;
import dev.stint.proto.TaskletDescription;
import java.util.List;
import java.util.Map;

/**
 * What the pages are made from, at one moment. The lists are cut at the caps of whoever gathered
 * them; the figures count everything.
 *
 * @param jobs the newest first
 * @param topFrames of failed jobs, by id: the first line of the user's own stack
 * @param tasklets by number; at most {@link MapPage#MAX_DOTS} and one more
 * @param crowds all tasklets, counted by node, job and state
 * @param moves those that ended lately, oldest first
 * @param events the newest, oldest first
 */
public record ClusterRecords(
    ClusterFigures figures,
    List<JobDescription> jobs,
    Map<String, String> topFrames,
    List<TaskletDescription> tasklets,
    List<Crowd> crowds,
    List<MoveView> moves,
    List<Event> events) {

  /** Tasklets of one job on one node that are in the same state. */
  public record Crowd(String node, String job, String state, int count) {}
}
