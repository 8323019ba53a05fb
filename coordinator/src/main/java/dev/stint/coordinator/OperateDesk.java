package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.CellId;
import dev.stint.cluster.CellView;
import dev.stint.cluster.Command;
import dev.stint.cluster.JobState;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeState;
import dev.stint.cluster.NodeView;
import dev.stint.proto.CellLoad;
import dev.stint.proto.DrainProgress;
import dev.stint.proto.Heartbeat;
import dev.stint.proto.MoveTaskletReply;
import dev.stint.proto.NodeDescription;
import dev.stint.proto.StatusReply;
import dev.stint.proto.TaskletDescription;
import dev.stint.proto.TaskletState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What operators ask: where tasklets are, and that they be elsewhere. Calls come from any thread
 * and are carried out on the loop. Refusals are {@link RequestException}s.
 */
public final class OperateDesk {
  /** Most tasklets in one list. */
  static final int MAX_LISTED = 10_000;

  private static final Duration QUERY_PATIENCE = Duration.ofSeconds(2);

  private final CoordinatorCore core;
  private final String version;

  OperateDesk(CoordinatorCore core, String version) {
    this.core = core;
    this.version = version;
  }

  private <T> CompletableFuture<T> onLoop(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, core.loop);
  }

  /** The cluster at a glance. */
  public CompletableFuture<StatusReply> status() {
    return onLoop(() -> {
      StatusReply.Builder status =
          core.authority.read(machine -> {
            long tasklets = 0;
            int up = 0;
            for (NodeView node : machine.nodes()) {
              if (node.state() != NodeState.GONE) {
                tasklets += machine.cellsOn(node.process()).size();
                up += node.state() == NodeState.UP ? 1 : 0;
              }
            }
            long running =
                machine.jobs().stream().filter(job -> job.state() == JobState.RUNNING).count();
            return StatusReply.newBuilder()
                .setNodesUp(up)
                .setJobsRunning((int) running)
                .setTaskletsLive(tasklets);
          });
      if (core.balancer.isPaused()) {
        status.addNotes("balancing is paused; 'stint balance resume' lets it go on");
      }
      status.setVersion(version).setMovesTotal(core.trails.total());
      if (status.getNodesUp() == 0) {
        status.addNotes("DEGRADED: no node is up, jobs wait; start one with 'stint node start'");
      } else if (status.getNodesUp() == 1) {
        status.addNotes("DEGRADED: one node only, nothing can move");
      }
      return status.build();
    });
  }

  /** All nodes, those that are gone too. */
  public CompletableFuture<List<NodeDescription>> nodes() {
    return onLoop(() ->
        core.authority.read(machine -> machine.nodes()).stream().map(this::describe).toList());
  }

  /** A node; on the loop. */
  NodeDescription describe(NodeView node) {
    NodeSession session = core.sessions.of(node.process()).orElse(null);
    Heartbeat load = session == null ? Heartbeat.getDefaultInstance() : session.load;
    boolean silent = node.state() != NodeState.GONE && (session == null || session.link == null);
    return NodeDescription.newBuilder()
        .setNode(Wire.ref(node.process()))
        .setAddress(node.address())
        .setState(node.state().name().toLowerCase(Locale.ROOT) + (silent ? " (silent)" : ""))
        .setCarriers(node.carriers())
        .setTasklets(node.state() == NodeState.GONE ? 0 : core.loads.cellsOn(node.process()))
        .setReady(load.getReady())
        .setCpu(load.getCpu())
        .setHeapUsedBytes(load.getHeapUsedBytes())
        .setHeapMaxBytes(load.getHeapMaxBytes())
        .putAllLabels(node.labels())
        .setSinceMillis(node.since().toEpochMilli())
        .build();
  }

  /** Empties a node; the watcher hears figures on the loop, the last with {@code finished}. */
  public CompletableFuture<@Nullable Void> drain(
      String node, Duration deadline, Consumer<DrainProgress> watcher) {
    NodeId id = Names.node(node);
    return onLoop(() -> core.drainer.drain(id, deadline, watcher)).thenCompose(begun -> begun);
  }

  /** Keeps new work off a node, or lets it in again. */
  public CompletableFuture<@Nullable Void> cordon(String node, boolean cordoned) {
    NodeId id = Names.node(node);
    return core.log
        .propose(cordoned ? new Command.Cordon(id) : new Command.Uncordon(id))
        .thenAccept(answer -> {
          if (answer instanceof Answer.Refusing refusal) {
            throw RequestException.of(refusal);
          }
        });
  }

  /** Tasklets of a job, of a node, or of both; empty stands for all. */
  public CompletableFuture<List<TaskletDescription>> tasklets(String job, String node, int limit) {
    int count = limit <= 0 ? MAX_LISTED : Math.min(limit, MAX_LISTED);
    return onLoop(() -> {
      core.loads.readHeartbeats();
      List<CellView> cells =
          core.authority.read(machine -> {
            List<CellView> found = new ArrayList<>();
            for (NodeView each : machine.nodes()) {
              if (each.state() != NodeState.GONE
                  && (node.isEmpty() || each.id().name().equals(node))) {
                found.addAll(machine.cellsOn(each.process()));
              }
            }
            return found;
          });
      return cells.stream()
          .filter(cell -> job.isEmpty() || cell.run().job().value().equals(job))
          .sorted((a, b) -> a.cell().compareTo(b.cell()))
          .limit(count)
          .map(cell -> describe(cell).build())
          .toList();
    });
  }

  private TaskletDescription.Builder describe(CellView cell) {
    CellLoad figures = core.loads.figuresOf(cell.cell());
    TaskletDescription.Builder tasklet =
        TaskletDescription.newBuilder()
            .setTaskletId(Wire.tasklet(cell.cell()))
            .setJobId(cell.run().job().value())
            .setNode(cell.owner().node().name())
            .setState(state(cell, figures))
            .setMoves(core.trails.of(cell.cell(), cell.run().job()).moves);
    if (figures != null) {
      tasklet.setCpuNanos(figures.getCpuNanos()).setStuck(figures.getStuck());
    }
    return tasklet;
  }

  /** The state of a tasklet, from what its node last said. */
  static TaskletState state(CellView cell, @Nullable CellLoad figures) {
    if (cell.pending() != null) {
      return TaskletState.TASKLET_STATE_FROZEN;
    }
    return figures != null && !figures.getReady()
        ? TaskletState.TASKLET_STATE_PARKED
        : TaskletState.TASKLET_STATE_READY;
  }

  /** A tasklet, asked of its node; what the coordinator knows if the node does not answer. */
  public CompletableFuture<TaskletDescription> tasklet(String id, boolean withStack) {
    CellId cell = Names.cell(id);
    return onLoop(
            () -> {
              CellView view = cellOrRefuse(cell);
              TaskletDescription known = describe(view).build();
              return core.queries
                  .ask(view.owner(), cell, withStack, QUERY_PATIENCE)
                  .thenApplyAsync(
                      answer ->
                          answer.orElse(known).toBuilder()
                              .setTaskletId(known.getTaskletId())
                              .setJobId(known.getJobId())
                              .setNode(known.getNode())
                              .setMoves(known.getMoves())
                              .clearRoute()
                              .addAllRoute(core.trails.hops(cell))
                              .build(),
                      core.loop);
            })
        .thenCompose(asked -> asked);
  }

  private CellView cellOrRefuse(CellId cell) {
    return core.authority
        .read(machine -> machine.cell(cell))
        .orElseThrow(() ->
            new RequestException(
                RequestException.Category.NOT_FOUND,
                "there is no tasklet "
                    + Wire.tasklet(cell)
                    + ": it has ended, or never was; 'stint tasklet ls' shows those there are"));
  }

  /**
   * Moves a tasklet; done when the move is committed. An empty name lets the load choose. One that
   * is about to be started is moved once it is.
   */
  public CompletableFuture<MoveTaskletReply> move(String id, String node) {
    CellId cell = Names.cell(id);
    return onLoop(
            () -> {
              cellOrRefuse(cell);
              return core.mover.whenStarted(cell);
            })
        .thenCompose(started -> started)
        .thenComposeAsync(_ -> moveNow(cell, node), core.loop)
        .thenApply(OperateDesk::reply);
  }

  private CompletableFuture<MoveView> moveNow(CellId cell, String node) {
    NodeId target =
        core.targetFor(cellOrRefuse(cell), node)
            .orElseThrow(() ->
                new RequestException(
                    RequestException.Category.PRECONDITION,
                    "there is no other node that is up to move it to"));
    MoveReason reason = new MoveReason(MoveReason.Kind.OPERATOR, "an operator asked for it");
    return core.mover.move(cell, target, reason);
  }

  private static MoveTaskletReply reply(MoveView move) {
    if (move.outcome() == MoveView.Outcome.ABORTED) {
      throw new RequestException(RequestException.Category.PRECONDITION, move.detail());
    }
    Duration took =
        move.endedAt() == null ? Duration.ZERO : Duration.between(move.startedAt(), move.endedAt());
    return MoveTaskletReply.newBuilder()
        .setFrom(move.from().node().name())
        .setTo(move.to().node().name())
        .setFrozenMicros(took.toNanos() / 1000)
        .build();
  }

  /** What happened lately. */
  public EventLog events() {
    return core.events;
  }
}
