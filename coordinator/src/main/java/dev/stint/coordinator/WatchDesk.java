package dev.stint.coordinator;

import dev.stint.cluster.CellView;
import dev.stint.cluster.JobState;
import dev.stint.cluster.JobView;
import dev.stint.cluster.NodeState;
import dev.stint.cluster.NodeView;
import dev.stint.coordinator.dashboard.ClusterFigures;
import dev.stint.coordinator.dashboard.ClusterRecords;
import dev.stint.coordinator.dashboard.EventsPage;
import dev.stint.coordinator.dashboard.JobPage;
import dev.stint.coordinator.dashboard.JobsPage;
import dev.stint.coordinator.dashboard.MapPage;
import dev.stint.coordinator.dashboard.MoveHistory;
import dev.stint.coordinator.dashboard.Publisher;
import dev.stint.coordinator.dashboard.Words;
import dev.stint.proto.JobDescription;
import dev.stint.proto.TaskletDescription;
import dev.stint.proto.TaskletState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What those ask who only watch: figures for metrics, records for the dashboard's pages. Refusals
 * are {@link RequestException}s.
 */
public final class WatchDesk implements Publisher.Source {
  private static final long PATIENCE_SECONDS = 5;

  private final CoordinatorCore core;
  private final OperateDesk operate;
  private final OutputDesk outputs;
  private final String version;
  private final MoveHistory moves = new MoveHistory();

  /** By job; only of jobs that are listed. Used by the publisher's thread alone. */
  private Map<String, String> topFrames = new HashMap<>();

  WatchDesk(CoordinatorCore core, OperateDesk operate, OutputDesk outputs, String version) {
    this.core = core;
    this.operate = operate;
    this.outputs = outputs;
    this.version = version;
    core.authority.listen(moves::note);
  }

  private <T> CompletableFuture<T> onLoop(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, core.loop);
  }

  @Override
  public MoveHistory moves() {
    return moves;
  }

  /** Completes when the coordinator's loop has had its turn: it is alive. */
  public CompletableFuture<Boolean> alive() {
    return onLoop(() -> true);
  }

  /** What the shared maps' grid is doing: up, starting or failed. */
  public String grid() {
    return core.grid.state();
  }

  @Override
  public CompletableFuture<ClusterFigures> figures() {
    return onLoop(() -> {
      core.loads.readHeartbeats();
      List<NodeView> nodes = core.authority.read(machine -> machine.nodes());
      List<JobView> jobs = core.authority.read(machine -> machine.jobs());
      Map<NodeState, Integer> nodesByState = new EnumMap<>(NodeState.class);
      nodes.forEach(node -> nodesByState.merge(node.state(), 1, Integer::sum));
      Map<JobState, Integer> jobsByState = new EnumMap<>(JobState.class);
      jobs.forEach(job -> jobsByState.merge(job.state(), 1, Integer::sum));
      return new ClusterFigures(
          core.clock.now(),
          version,
          nodes.stream().map(operate::describe).toList(),
          nodesByState,
          jobsByState,
          count(core.authority.read(machine -> machine.cells())),
          oldestQueued(jobs),
          core.authority.read(machine -> machine.pendingMoves()).size(),
          core.trails.total());
    });
  }

  private ClusterFigures.Tasklets count(List<CellView> cells) {
    Map<TaskletState, Long> counts = new EnumMap<>(TaskletState.class);
    cells.forEach(cell -> counts.merge(stateOf(cell), 1L, Long::sum));
    return new ClusterFigures.Tasklets(
        counts.getOrDefault(TaskletState.TASKLET_STATE_READY, 0L),
        counts.getOrDefault(TaskletState.TASKLET_STATE_PARKED, 0L),
        counts.getOrDefault(TaskletState.TASKLET_STATE_FROZEN, 0L));
  }

  private TaskletState stateOf(CellView cell) {
    return OperateDesk.state(cell, core.loads.figuresOf(cell.cell()));
  }

  private ClusterFigures.@Nullable QueuedJob oldestQueued(List<JobView> jobs) {
    return jobs.stream()
        .filter(job -> job.state() == JobState.QUEUED)
        .min(Comparator.comparing(JobView::submittedAt))
        .map(job ->
            new ClusterFigures.QueuedJob(
                job.id().value(),
                job.request().name(),
                job.submittedAt(),
                core.placer.whyQueued(job.id())))
        .orElse(null);
  }

  @Override
  public ClusterRecords records(ClusterFigures figures)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<JobDescription> jobs = core.jobs.list(JobsPage.MAX_JOBS);
    Located located = onLoop(this::locate).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return new ClusterRecords(
        figures,
        jobs,
        topFramesOf(jobs),
        located.tasklets,
        located.crowds,
        moves.since(Instant.EPOCH),
        core.events.newest(EventsPage.MAX_EVENTS));
  }

  private record Located(List<TaskletDescription> tasklets, List<ClusterRecords.Crowd> crowds) {}

  private Located locate() {
    List<CellView> cells = core.authority.read(machine -> machine.cells());
    if (cells.size() <= MapPage.MAX_DOTS) {
      return new Located(
          cells.stream().map(cell -> operate.describe(cell).build()).toList(), List.of());
    }
    record Kind(String node, String job, TaskletState state) {}
    Map<Kind, Integer> counts = new HashMap<>();
    for (CellView cell : cells) {
      Kind kind = new Kind(cell.owner().node().name(), cell.run().job().value(), stateOf(cell));
      counts.merge(kind, 1, Integer::sum);
    }
    List<ClusterRecords.Crowd> crowds = new ArrayList<>();
    counts.forEach((kind, count) ->
        crowds.add(new ClusterRecords.Crowd(kind.node, kind.job, Words.of(kind.state), count)));
    crowds.sort(
        Comparator.comparing(ClusterRecords.Crowd::node)
            .thenComparing(ClusterRecords.Crowd::job)
            .thenComparing(ClusterRecords.Crowd::state));
    return new Located(List.of(), crowds);
  }

  /** A failed job's stack is on disk, and does not change: it is read once. */
  private Map<String, String> topFramesOf(List<JobDescription> jobs) {
    Map<String, String> frames = new HashMap<>();
    for (JobDescription job : jobs) {
      if (job.getState() == dev.stint.proto.JobState.JOB_STATE_FAILED) {
        String known = topFrames.get(job.getJobId());
        frames.put(job.getJobId(), known == null ? topFrameOf(job.getJobId()) : known);
      }
    }
    topFrames = frames;
    return Map.copyOf(frames);
  }

  private String topFrameOf(String job) {
    try {
      return JobsPage.topFrame(core.jobs.describe(job).getFailure().getStack());
    } catch (IOException | RequestException e) {
      return ""; // It has just been forgotten, or its report cannot be read now.
    }
  }

  /** One job with the end of its output. Reads from disk. */
  public JobPage job(String id) throws IOException {
    JobDescription job = core.jobs.describe(id);
    OutputDesk.Reader output = outputs.open(id);
    long length = output.length();
    long from = Math.max(0, length - JobPage.MAX_OUTPUT);
    return JobPage.of(job, length, length == 0 ? List.of() : output.read(from, JobPage.MAX_OUTPUT));
  }
}
