package dev.stint.coordinator;

import dev.stint.cluster.Command;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.NodeState;
import dev.stint.cluster.balance.Drain;
import dev.stint.cluster.balance.GreedyRefine;
import dev.stint.cluster.balance.LoadView;
import dev.stint.cluster.balance.Plan;
import dev.stint.cluster.balance.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets the figures decide who moves: draining nodes are emptied first, then whoever waits is moved
 * to where nobody does. Every decision is an event, with its reason. On the loop.
 */
final class Balancer {
  /** Most moves for balance under way at a time. */
  static final int MAX_BALANCING = 32;

  /** Most moves under way at a time while a node is drained. */
  static final int MAX_DRAINING = 256;

  /** Why nothing moves is said at most this often. */
  private static final Duration REMARK_PERIOD = Duration.ofSeconds(10);

  private final Authority authority;
  private final AuthorityLog log;
  private final LoadViews views;
  private final EventLog events;
  private final Clock clock;
  private final Strategy strategy = Drain.DEFAULT.then(GreedyRefine.DEFAULT);
  private Set<String> lastRemarks = Set.of();
  private long lastRemarkNanos;
  private boolean paused;

  Balancer(Authority authority, AuthorityLog log, LoadViews views, EventLog events, Clock clock) {
    this.authority = authority;
    this.log = log;
    this.views = views;
    this.events = events;
    this.clock = clock;
    this.lastRemarkNanos = clock.nanos() - REMARK_PERIOD.toNanos();
  }

  /** Looks at the load once, and starts the moves that pay. */
  void balance() {
    LoadView view = views.now();
    Plan plan = strategy.plan(view);
    carryOut(plan, !paused);
    remark(view, plan);
  }

  /** What it would do at this moment. */
  Plan plan() {
    return strategy.plan(views.now());
  }

  /** Begins what it would do at this moment, paused or not. */
  Plan apply() {
    Plan plan = plan();
    carryOut(plan, true);
    return plan;
  }

  /** Whether it moves nothing by itself, but from nodes that are drained. */
  boolean isPaused() {
    return paused;
  }

  /** Stops moving anything by itself, or begins again. */
  void pause(boolean newPaused) {
    if (paused != newPaused) {
      paused = newPaused;
      events.add("balance", newPaused ? "balancing is paused" : "balancing goes on");
    }
  }

  private void carryOut(Plan plan, boolean balances) {
    int free = MAX_DRAINING - authority.read(machine -> machine.pendingMoves().size());
    int freeForBalance = free - (MAX_DRAINING - MAX_BALANCING);
    for (Plan.PlannedMove move : plan.moves()) {
      boolean drains = move.reason().kind() == MoveReason.Kind.DRAIN;
      if ((drains ? free : freeForBalance) <= 0 || !drains && !balances) {
        continue;
      }
      free--;
      freeForBalance--;
      start(move);
    }
  }

  private void start(Plan.PlannedMove move) {
    if (move.reason().kind() == MoveReason.Kind.BALANCE) {
      events.add(
          "balance",
          "move "
              + move.cell()
              + " "
              + move.from()
              + " -> "
              + move.to()
              + ": "
              + move.reason().text());
    }
    log.propose(new Command.StartMove(List.of(move.cell()), move.to(), move.reason(), clock.now()));
  }

  /** Why nothing moves is said once, not every second; figures in it change all the time. */
  private void remark(LoadView view, Plan plan) {
    boolean draining = view.nodes().stream().anyMatch(node -> node.state() == NodeState.DRAINING);
    Set<String> remarks =
        plan.remarks().stream()
            .map(remark -> remark.replaceAll("[0-9.]+", "#"))
            .collect(Collectors.toSet());
    boolean due = clock.nanos() - lastRemarkNanos >= REMARK_PERIOD.toNanos();
    if (due && !draining && !view.cells().isEmpty() && !remarks.equals(lastRemarks)) {
      plan.remarks().forEach(remark -> events.add("balance", remark));
      lastRemarks = remarks;
      lastRemarkNanos = clock.nanos();
    }
  }
}
