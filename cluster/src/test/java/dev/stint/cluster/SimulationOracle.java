package dev.stint.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sees everything and says at once when a promise is broken. */
final class SimulationOracle {
  /** A promise was broken. */
  static final class Violation extends AssertionError {
    private static final long serialVersionUID = 1;

    Violation(String what) {
      super(what);
    }
  }

  private final TreeMap<NodeId, SimulatedNode> nodes;
  private final TreeMap<CellId, Integer> steps = new TreeMap<>();
  private final TreeMap<CellId, JobRun> roots = new TreeMap<>();
  private final TreeMap<CellId, JobRun> children = new TreeMap<>();
  private final TreeSet<CellId> confirmed = new TreeSet<>();
  private final boolean crashes;
  private final Mutant mutant;
  private int commits;
  private int aborts;
  private int losses;

  SimulationOracle(TreeMap<NodeId, SimulatedNode> nodes, boolean crashes, Mutant mutant) {
    this.nodes = nodes;
    this.crashes = crashes;
    this.mutant = mutant;
  }

  int commits() {
    return commits;
  }

  int aborts() {
    return aborts;
  }

  int losses() {
    return losses;
  }

  // ---- what the parts of the simulation tell

  boolean isRoot(CellId cell) {
    return roots.containsKey(cell);
  }

  void isRoot(CellId cell, JobRun run) {
    roots.put(cell, run);
    steps.putIfAbsent(cell, 0);
  }

  void spawned(CellId cell, JobRun run) {
    children.put(cell, run);
    if (steps.putIfAbsent(cell, 0) != null) {
      throw new Violation("cell " + cell + " was spawned twice");
    }
  }

  boolean hasChildren(CellId root) {
    JobRun run = roots.get(root);
    return children.values().stream().anyMatch(run::equals);
  }

  /** Outputs of a cell must be 1, 2, 3 and so on, wherever it is. */
  void output(CellId cell, int step, SimulatedProcess by) {
    int last = steps.get(cell);
    if (step != last + 1) {
      throw new Violation(
          "output diverges: " + cell + " on " + by + " says " + step + " after " + last);
    }
    steps.put(cell, step);
  }

  void applied(AuthorityMachine authority, Command command, Applied applied) {
    for (Fact fact : applied.facts()) {
      switch (fact) {
        case Fact.MoveChanged(MoveView move) -> {
          commits += move.outcome() == MoveView.Outcome.COMMITTED ? 1 : 0;
          aborts += move.outcome() == MoveView.Outcome.ABORTED ? 1 : 0;
        }
        case Fact.CellLost lost -> {
          losses++;
          if (!crashes) {
            throw new Violation("lost without a fault: " + lost);
          }
        }
        default -> {}
      }
    }
    switch (command) {
      case Command.RootStarted started when applied.answer().isAccepted() ->
          authority.job(started.run().job()).ifPresent(job -> confirmed.add(job.root()));
      case Command.CellEnded ended when applied.answer().isAccepted() ->
          children.remove(ended.cell());
      case Command.JobEnded ended when applied.answer().isAccepted() -> isComplete(ended);
      default -> {}
    }
    if (mutant != Mutant.NO_REDRIVE) {
      ordersFollowFromTheLog(authority, applied);
    }
  }

  private static void isComplete(Command.JobEnded ended) {
    boolean complete =
        switch (ended.outcome()) {
          case JobOutcome.Done(Payload.Inline(Bytes result), int _) ->
              FakeTasklet.thaw(ended.root(), result).isFinished();
          case JobOutcome.Cancelled _ -> true;
          default -> false;
        };
    if (!complete) {
      throw new Violation("a job ended early: " + ended);
    }
  }

  /** What is sent must be owed: else a new leader could not send it again. */
  private static void ordersFollowFromTheLog(AuthorityMachine authority, Applied applied) {
    if (applied.effects().isEmpty()) {
      return;
    }
    List<Effect> owed = authority.redrive();
    for (Effect effect : applied.effects()) {
      // Said to a process that reports on what is over: it will report again if this is lost.
      boolean cleanup =
          effect instanceof Effect.SendDropJob
              || (effect instanceof Effect.SendDiscard
                  && applied.answer() instanceof Answer.StaleAttempt);
      if (!cleanup && !owed.contains(effect)) {
        throw new Violation("sent but not owed: " + effect);
      }
    }
  }

  void sameState(AuthorityMachine before, AuthorityMachine after) {
    if (!before.snapshot().equals(after.snapshot())) {
      throw new Violation("the log gives another state than the leader had");
    }
    if (!before.redrive().equals(after.redrive())) {
      throw new Violation("a new leader owes other orders");
    }
  }

  // ---- after every step

  void check(AuthorityMachine authority) {
    HashSet<CellId> running = new HashSet<>();
    for (SimulatedNode node : nodes.values()) {
      for (CellId cell : node.running()) {
        if (!running.add(cell)) {
          throw new Violation("two live copies of " + cell + ", one on " + node.id());
        }
      }
    }
    for (CellView cell : authority.cells()) {
      SimulatedNode owner = nodes.get(cell.owner().node());
      if (cell.owner().equals(owner.process())) {
        isThere(cell, owner);
      }
    }
  }

  /** A cell that the authority places on a living process is there, with all its steps. */
  private void isThere(CellView cell, SimulatedNode node) {
    boolean startIsUnderWay = !steps.containsKey(cell.cell());
    if (startIsUnderWay) {
      if (confirmed.contains(cell.cell())) {
        throw new Violation(cell + " was confirmed and never started");
      }
      return;
    }
    CellState state = node.machine().state(cell.cell());
    boolean there =
        switch (state) {
          case CellState.Live live -> live.epoch().equals(cell.epoch());
          case CellState.Freezing freezing -> freezing.epoch().equals(cell.epoch());
          case CellState.Frozen frozen ->
              frozen.epoch().equals(cell.epoch()) && isWhole(cell.cell(), frozen.image());
          case CellState.Staged staged ->
              staged.attempt().equals(cell.epoch()) && isWhole(cell.cell(), staged.image());
          case CellState.Ended ended -> ended.epoch().equals(cell.epoch());
          default -> false;
        };
    if (!there) {
      throw new Violation(cell + " should be on " + node.process() + ", which has " + state);
    }
  }

  private boolean isWhole(CellId cell, Bytes image) {
    return FakeTasklet.stepOf(image) == steps.get(cell);
  }

  // ---- when faults have stopped

  void atRest(AuthorityMachine authority) {
    List<String> restless = restless(authority);
    if (!restless.isEmpty()) {
      throw new Violation("no rest: " + String.join("; ", restless));
    }
  }

  /** What still goes on or still lies about. */
  List<String> restless(AuthorityMachine authority) {
    List<String> restless = new ArrayList<>();
    authority.pendingMoves().forEach(move -> restless.add("still pending: " + move));
    authority.redrive().forEach(order -> restless.add("still owed: " + order));
    for (JobView job : authority.jobs()) {
      if (!job.state().isFinal()) {
        restless.add("job has not ended: " + job);
      }
    }
    for (SimulatedNode node : nodes.values()) {
      if (node.machine() == null || !node.machine().isEmpty()) {
        restless.add(
            node.id()
                + " holds "
                + (node.machine() == null ? "no machine" : node.machine().cells()));
      }
    }
    return restless;
  }
}
