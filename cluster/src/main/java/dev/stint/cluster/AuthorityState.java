package dev.stint.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that the authority holds. Every collection has an order of its own, so that two machines that
 * applied the same log say the same things in the same order.
 */
final class AuthorityState {
  /** How many moves that have ended are kept for people to look at. */
  static final int RECENT_MOVES = 512;

  /** How many keys of former processes are kept for a node. */
  static final int FORMER_KEYS = 16;

  final TreeMap<NodeId, NodeView> nodes = new TreeMap<>();

  /** The keys of a node's former processes, latest last: what they still say comes too late. */
  final TreeMap<NodeId, List<String>> formerKeys = new TreeMap<>();

  final TreeMap<JobId, JobRecord> jobs = new TreeMap<>();
  final TreeMap<String, JobId> idempotencyKeys = new TreeMap<>();
  final TreeMap<CellId, CellRecord> cells = new TreeMap<>();

  /** By the first cell of the range. */
  final TreeMap<CellId, Grant> grants = new TreeMap<>();

  /** Orders not yet reported as carried out; a cell's debts outlive the cell. */
  final TreeMap<CellId, List<Debt>> debts = new TreeMap<>();

  /** Processes that may still hold something of a run that is over. */
  final TreeMap<JobRun, TreeSet<NodeProcess>> dropping = new TreeMap<>();

  final ArrayDeque<MoveView> recentMoves = new ArrayDeque<>();
  long nextIncarnation = 1;
  long nextCell = 1;
  long nextMove = 1;

  /** Whether what the process says counts. */
  boolean isCurrent(NodeProcess process) {
    NodeView node = nodes.get(process.node());
    return node != null && node.process().equals(process) && node.state() != NodeState.GONE;
  }

  String addressOf(NodeProcess process) {
    NodeView node = nodes.get(process.node());
    return node != null && node.process().equals(process) ? node.address() : "";
  }

  @Nullable Grant grantOf(CellId cell) {
    Map.Entry<CellId, Grant> below = grants.floorEntry(cell);
    return below != null && below.getValue().holds(cell) ? below.getValue() : null;
  }

  /** The cell's record; one that lies in a granted range gets a record of its own. */
  @Nullable CellRecord recordOf(CellId cell) {
    CellRecord known = cells.get(cell);
    if (known != null) {
      return known;
    }
    Grant grant = grantOf(cell);
    if (grant == null) {
      return null;
    }
    CellRecord record = CellRecord.granted(cell, grant.run, grant.owner);
    leaveGrant(grant, cell);
    cells.put(cell, record);
    return record;
  }

  void leaveGrant(Grant grant, CellId cell) {
    grant.leave(cell);
    if (grant.isUsedUp()) {
      grants.remove(grant.range.first());
    }
  }

  void owe(Debt debt) {
    debts.computeIfAbsent(debt.cell(), _ -> new ArrayList<>()).add(debt);
  }

  int debtsOf(CellId cell) {
    return debts.getOrDefault(cell, List.of()).size();
  }

  void rememberFormer(NodeView node) {
    List<String> keys = formerKeys.computeIfAbsent(node.id(), _ -> new ArrayList<>());
    if (keys.size() == FORMER_KEYS) {
      keys.removeFirst();
    }
    keys.add(node.processKey());
  }

  boolean isFormer(NodeId node, String processKey) {
    return formerKeys.getOrDefault(node, List.of()).contains(processKey);
  }

  void remember(MoveView ended) {
    if (recentMoves.size() == RECENT_MOVES) {
      recentMoves.removeFirst();
    }
    recentMoves.addLast(ended);
  }

  /** The job's record if the run is the one that runs now. */
  @Nullable JobRecord runningJob(JobRun run) {
    JobRecord job = jobs.get(run.job());
    return job != null && job.isRunning(run) ? job : null;
  }
}
