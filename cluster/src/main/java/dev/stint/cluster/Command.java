package dev.stint.cluster;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A line of the authority's log. Times are data, read by the proposer: applying a command reads no
 * clock. What a node reports names the process that reports it, so that the report of an earlier
 * life is refused.
 */
public sealed interface Command {
  /** Most commands in one {@link Batch}. */
  int MAX_BATCH = 4096;

  /**
   * A process asks for an incarnation of its node. Answer {@link Answer.Registered}.
   *
   * @param processKey drawn at random by the process when it starts; asking again with the same key
   *     gives the same incarnation, another key fences the earlier process
   * @param address where other nodes reach it
   * @param carriers how many tasklets it runs at once
   */
  record RegisterNode(
      NodeId node,
      String processKey,
      String address,
      SortedMap<String, String> labels,
      int carriers,
      Instant at)
      implements Command {
    /** Copies the labels. */
    public RegisterNode {
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
  }

  /**
   * The process is dead, has left, or is held to be dead: it is fenced, its cells are lost. A cell
   * with an attempt pending is not lost yet: if the target holds its image, Staged still commits.
   */
  record NodeGone(NodeProcess process, String why, Instant at) implements Command {}

  /** The node gets no new work. */
  record Cordon(NodeId node) implements Command {}

  /** The node gets work again; ends a drain too. */
  record Uncordon(NodeId node) implements Command {}

  /** The node gets no new work and all its cells are to be moved away. */
  record Drain(NodeId node) implements Command {}

  /** The record of a node that is gone is dropped. */
  record ForgetNode(NodeId node) implements Command {}

  /** A job is accepted. Answer {@link Answer.Submitted} or {@link Answer.Conflict}. */
  record SubmitJob(JobRequest request, Instant at) implements Command {}

  /** A queued job's root gets a cell on a node. Answer {@link Answer.Placed}. */
  record StartJob(JobId job, NodeId node, Instant at) implements Command {}

  /** The process has taken the order to start the job's root. */
  record RootStarted(JobRun run, NodeProcess process) implements Command {}

  /** The process wants cells for spawns of a job. Answer {@link Answer.Granted}. */
  record GrantCells(NodeProcess process, JobRun run, int count) implements Command {}

  /**
   * Cells of a granted range are in use, up to one of them (included). A node has this accepted
   * before anything that names such a cell leaves the node: a cell that was never said to be in use
   * is not missed when the node is lost.
   */
  record CellsStarted(NodeProcess process, CellId upTo) implements Command {}

  /** Nothing of the cell is left: its tasklets have ended and their results have been read. */
  record CellEnded(NodeProcess process, CellId cell, Epoch epoch, Instant at) implements Command {}

  /** Cells are to be moved to a node. Answer {@link Answer.MovesStarted}. */
  record StartMove(List<CellId> cells, NodeId target, MoveReason reason, Instant at)
      implements Command {
    /** Copies the list. */
    public StartMove {
      cells = List.copyOf(cells);
    }
  }

  /** The target holds the whole image: the only thing that commits a move. */
  record Staged(NodeProcess process, CellId cell, Epoch attempt, Instant at) implements Command {}

  /** Owner or target cannot carry out the attempt. */
  record Refused(NodeProcess process, CellId cell, Epoch attempt, Refusal refusal, Instant at)
      implements Command {}

  /**
   * A pending attempt has taken too long or is no longer wanted. If the owner was fenced since, the
   * target's image was the cell's last hope, and the cell is lost.
   */
  record AbortMove(CellId cell, Epoch attempt, String why, Instant at) implements Command {}

  /** The process has carried out an order of the attempt. */
  record OrderDone(NodeProcess process, CellId cell, OrderKind order, Epoch attempt)
      implements Command {}

  /**
   * A job is to end. Its root is told and may still run its {@code finally} blocks, unless it is to
   * end at once.
   */
  record CancelJob(JobId job, boolean atOnce, String why, Instant at) implements Command {}

  /**
   * The root of a run has ended, says its cell's owner. If the outcome is a failure it may be about
   * any cell of the run: its owner cannot run it, and a tasklet less would be waited for in vain.
   *
   * @param root the cell that the outcome is about
   */
  record JobEnded(
      JobRun run, NodeProcess process, CellId root, Epoch epoch, JobOutcome outcome, Instant at)
      implements Command {
    /** Refuses {@link JobOutcome.Lost}, which no node can know. */
    public JobEnded {
      if (outcome instanceof JobOutcome.Lost) {
        throw new IllegalArgumentException("Only the authority declares a job lost");
      }
    }
  }

  /** The process holds nothing of the run any more. */
  record JobDropped(JobRun run, NodeProcess process) implements Command {}

  /** The record of a job that has ended is dropped. */
  record ForgetJob(JobId job) implements Command {}

  /** Many commands in one line of the log, applied in order. Answer {@link Answer.Each}. */
  record Batch(List<Command> commands) implements Command {
    /** Copies the list; refuses batches in batches and more than {@link #MAX_BATCH} commands. */
    public Batch {
      if (commands.size() > MAX_BATCH) {
        throw new IllegalArgumentException(
            "At most " + MAX_BATCH + " commands in a batch, not " + commands.size());
      }
      if (commands.stream().anyMatch(Batch.class::isInstance)) {
        throw new IllegalArgumentException("A batch holds no batches");
      }
      commands = List.copyOf(commands);
    }
  }
}
