package dev.stint.coordinator;

import dev.stint.cluster.CellView;
import dev.stint.cluster.JobState;
import dev.stint.cluster.JobView;
import dev.stint.cluster.NodeState;
import dev.stint.cluster.NodeView;
import dev.stint.proto.TaskletState;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What those ask who only watch: whether the coordinator lives, and figures. From any thread. */
public final class WatchDesk {
  private final CoordinatorCore core;
  private final OperateDesk operate;

  WatchDesk(CoordinatorCore core, OperateDesk operate) {
    this.core = core;
    this.operate = operate;
  }

  /** Completes when the coordinator's loop has had its turn: it is alive. */
  public CompletableFuture<Boolean> alive() {
    return CompletableFuture.supplyAsync(() -> true, core.loop);
  }

  /** What the shared maps' grid is doing: up, starting or failed. */
  public String grid() {
    return core.grid.state();
  }

  /** The cluster counted. */
  public CompletableFuture<ClusterFigures> figures() {
    return CompletableFuture.supplyAsync(this::count, core.loop);
  }

  private ClusterFigures count() {
    core.loads.readHeartbeats();
    List<NodeView> nodes = core.authority.read(machine -> machine.nodes());
    List<JobView> jobs = core.authority.read(machine -> machine.jobs());
    Map<NodeState, Integer> nodesByState = new EnumMap<>(NodeState.class);
    nodes.forEach(node -> nodesByState.merge(node.state(), 1, Integer::sum));
    Map<JobState, Integer> jobsByState = new EnumMap<>(JobState.class);
    jobs.forEach(job -> jobsByState.merge(job.state(), 1, Integer::sum));
    return new ClusterFigures(
        core.clock.now(),
        nodes.stream().map(operate::describe).toList(),
        nodesByState,
        jobsByState,
        tasklets(core.authority.read(machine -> machine.cells())),
        oldestQueued(jobs),
        core.authority.read(machine -> machine.pendingMoves()).size());
  }

  private ClusterFigures.Tasklets tasklets(List<CellView> cells) {
    Map<TaskletState, Long> counts = new EnumMap<>(TaskletState.class);
    for (CellView cell : cells) {
      counts.merge(OperateDesk.state(cell, core.loads.figuresOf(cell.cell())), 1L, Long::sum);
    }
    return new ClusterFigures.Tasklets(
        counts.getOrDefault(TaskletState.TASKLET_STATE_READY, 0L),
        counts.getOrDefault(TaskletState.TASKLET_STATE_PARKED, 0L),
        counts.getOrDefault(TaskletState.TASKLET_STATE_FROZEN, 0L));
  }

  private ClusterFigures.@Nullable QueuedJob oldestQueued(List<JobView> jobs) {
    return jobs.stream()
        .filter(job -> job.state() == JobState.QUEUED)
        .min(Comparator.comparing(JobView::submittedAt))
        .map(job -> new ClusterFigures.QueuedJob(job.id().value(), job.submittedAt()))
        .orElse(null);
  }
}
