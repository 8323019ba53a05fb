package dev.stint.coordinator;

import dev.stint.cluster.AuthorityMachine;
import dev.stint.cluster.CellId;
import dev.stint.cluster.CellView;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobRequest;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeProcess;
import dev.stint.cluster.NodeState;
import dev.stint.cluster.NodeView;
import dev.stint.cluster.balance.CellLoad;
import dev.stint.cluster.balance.LoadView;
import dev.stint.cluster.balance.NodeLoad;
import dev.stint.proto.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The load at this moment: from the authority, which node owns a cell or is about to; from the
 * latest heartbeats, everything else. Owned by the loop.
 */
final class LoadViews {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Expected size of a cell that no node has measured yet. */
  private static final long UNKNOWN_BYTES = 4096;

  /** A cell that no node reports for this long is not one that has just begun. */
  private static final Duration UNMEASURED = Duration.ofSeconds(2);

  private final Authority authority;
  private final NodeSessions sessions;
  private final MoveTrails trails;
  private final Clock clock;

  /** The latest figures of each cell, kept while it is on its way and nobody reports it. */
  private Map<CellId, dev.stint.proto.CellLoad> figures = new HashMap<>();

  private Map<CellId, Instant> firstSeen = new HashMap<>();

  LoadViews(Authority authority, NodeSessions sessions, MoveTrails trails, Clock clock) {
    this.authority = authority;
    this.sessions = sessions;
    this.trails = trails;
    this.clock = clock;
  }

  /** The load now. */
  LoadView now() {
    readHeartbeats();
    return authority.read(this::view);
  }

  /** What a cell's node last said of it; null if nothing yet. */
  dev.stint.proto.@Nullable CellLoad figuresOf(CellId cell) {
    return figures.get(cell);
  }

  /** Takes in the latest heartbeats. */
  void readHeartbeats() {
    for (NodeSession session : sessions.all()) {
      for (dev.stint.proto.CellLoad cell : session.load.getCellsList()) {
        if (cell.getCell() > 0) {
          figures.put(new CellId(cell.getCell()), cell);
        }
      }
    }
  }

  private LoadView view(AuthorityMachine machine) {
    Instant now = clock.now();
    Map<JobId, SortedMap<String, String>> labels = new HashMap<>();
    Map<CellId, dev.stint.proto.CellLoad> kept = new HashMap<>();
    Map<CellId, Instant> seen = new HashMap<>();
    List<NodeLoad> nodes = new ArrayList<>();
    List<CellLoad> cells = new ArrayList<>();
    for (NodeView node : machine.nodes()) {
      if (node.state() == NodeState.GONE) {
        continue;
      }
      nodes.add(nodeLoad(node));
      for (CellView cell : machine.cellsOn(node.process())) {
        dev.stint.proto.CellLoad figure = figures.get(cell.cell());
        if (figure != null) {
          kept.put(cell.cell(), figure);
        }
        seen.put(cell.cell(), firstSeen.getOrDefault(cell.cell(), now));
        SortedMap<String, String> requires =
            labels.computeIfAbsent(cell.run().job(), job -> labelsOf(machine, job));
        boolean draining = node.state() == NodeState.DRAINING;
        cells.add(cellLoad(cell, figure, requires, seen.get(cell.cell()), draining, now));
      }
    }
    figures = kept;
    firstSeen = seen;
    return new LoadView(now, nodes, cells);
  }

  private static SortedMap<String, String> labelsOf(AuthorityMachine machine, JobId job) {
    return machine.job(job).map(view -> labelsOf(view.request())).orElseGet(TreeMap::new);
  }

  private static SortedMap<String, String> labelsOf(JobRequest request) {
    return JobSpecs.labels(request);
  }

  private NodeLoad nodeLoad(NodeView node) {
    Heartbeat load =
        sessions
            .of(node.process())
            .map(session -> session.load)
            .orElse(Heartbeat.getDefaultInstance());
    long free =
        load.getHeapMaxBytes() == 0
            ? Long.MAX_VALUE
            : Math.max(0, load.getHeapMaxBytes() - load.getHeapUsedBytes());
    return new NodeLoad(
        node.id(), Math.max(1, node.carriers()), node.labels(), stateOf(node), free);
  }

  /** A node without a stream may be about to die: it gets nothing, as if it were cordoned. */
  private NodeState stateOf(NodeView node) {
    boolean connected =
        sessions.of(node.process()).filter(session -> session.link != null).isPresent();
    return node.state() == NodeState.UP && !connected ? NodeState.CORDONED : node.state();
  }

  private CellLoad cellLoad(
      CellView cell,
      dev.stint.proto.@Nullable CellLoad figure,
      SortedMap<String, String> requires,
      @Nullable Instant seen,
      boolean draining,
      Instant now) {
    MoveTrails.Trail trail = trails.of(cell.cell(), cell.run().job());
    MoveView pending = cell.pending();
    NodeId on = pending == null ? cell.owner().node() : pending.to().node();
    return new CellLoad(
        cell.cell(),
        on,
        figure == null ? 0 : (long) (Math.max(0, figure.getCpu()) * NANOS_PER_SECOND),
        figure == null ? assumedReady(seen, now) : figure.getReady() ? 1 : 0,
        figure == null ? UNKNOWN_BYTES : Math.max(0, figure.getImageBytes()),
        obstacle(pending, figure, trail, draining, now),
        requires,
        seen,
        trail.lastMovedAt(),
        trail.recentMoves(now));
  }

  /** What has just begun and was not measured yet will want a carrier. */
  private static int assumedReady(@Nullable Instant seen, Instant now) {
    boolean isNew = seen == null || Duration.between(seen, now).compareTo(UNMEASURED) < 0;
    return isNew ? 1 : 0;
  }

  private static @Nullable String obstacle(
      @Nullable MoveView pending,
      dev.stint.proto.@Nullable CellLoad figure,
      MoveTrails.Trail trail,
      boolean draining,
      Instant now) {
    if (pending != null) {
      return "on its way to " + pending.to().node();
    }
    if (figure != null && !figure.getStuck().isEmpty()) {
      return figure.getStuck();
    }
    return trail.obstacle(now, draining);
  }

  /** How many cells a process owns. */
  long cellsOn(NodeProcess process) {
    return authority.read(machine -> machine.cellsOn(process).size());
  }
}
