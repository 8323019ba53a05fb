package dev.stint.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What must never fork: nodes, jobs, cells, and the moves between them, as a state that every
 * coordinator computes from the same log.
 *
 * <p>{@link #apply} is deterministic: machines that applied the same commands give the same answers
 * and hold the same {@link #snapshot}. The leader sends the effects of what it applied, after the
 * command is in the log; from time to time, and when it has just become leader, it sends {@link
 * #redrive}. Owned by one thread; not thread-safe.
 */
public final class AuthorityMachine {
  private final AuthorityState state;
  private final Outbox out = new Outbox();
  private final MoveLedger moves;
  private final CellLedger cells;
  private final JobLedger jobs;
  private final NodeLedger nodes;

  /** The authority of a cluster that has just been founded. */
  public AuthorityMachine() {
    this(new AuthorityState(), Rules.ALL);
  }

  AuthorityMachine(AuthorityState state, Rules rules) {
    this.state = state;
    this.moves = new MoveLedger(state, out, rules);
    this.cells = new CellLedger(state, out, moves);
    this.jobs = new JobLedger(state, out, cells);
    this.nodes = new NodeLedger(state, out, cells, jobs, rules);
  }

  /**
   * The authority as it was when the snapshot was taken.
   *
   * @throws MalformedRecordException if the bytes are damaged or of a later version
   */
  public static AuthorityMachine restore(Bytes snapshot) {
    return restore(snapshot, Rules.ALL);
  }

  static AuthorityMachine restore(Bytes snapshot, Rules rules) {
    return new AuthorityMachine(SnapshotCodec.decode(snapshot), rules);
  }

  /** Everything, as bytes. */
  public Bytes snapshot() {
    return SnapshotCodec.encode(state);
  }

  /** Applies the next command of the log. */
  public Applied apply(Command command) {
    return out.answer(answer(command));
  }

  private Answer answer(Command command) {
    return switch (command) {
      case Command.RegisterNode register -> nodes.register(register);
      case Command.NodeGone gone -> nodes.gone(gone);
      case Command.Cordon cordon -> nodes.cordon(cordon);
      case Command.Uncordon uncordon -> nodes.uncordon(uncordon);
      case Command.Drain drain -> nodes.drain(drain);
      case Command.ForgetNode forget -> nodes.forget(forget);
      case Command.SubmitJob submit -> jobs.submit(submit);
      case Command.StartJob start -> jobs.start(start);
      case Command.RootStarted started -> jobs.rootStarted(started);
      case Command.GrantCells grant -> cells.grant(grant);
      case Command.CellsStarted started -> cells.started(started);
      case Command.CellEnded ended -> cells.ended(ended);
      case Command.StartMove start -> moves.start(start);
      case Command.Staged staged -> moves.staged(staged);
      case Command.Refused refused -> refused(refused);
      case Command.AbortMove abort -> abort(abort);
      case Command.OrderDone done -> moves.orderDone(done);
      case Command.CancelJob cancel -> jobs.cancel(cancel);
      case Command.JobEnded ended -> jobs.ended(ended);
      case Command.JobDropped dropped -> jobs.dropped(dropped);
      case Command.ForgetJob forget -> jobs.forget(forget);
      case Command.Batch batch ->
          new Answer.Each(batch.commands().stream().map(this::answer).toList());
    };
  }

  private Answer refused(Command.Refused command) {
    Answer answer = moves.refused(command);
    loseIfOrphaned(command.cell(), command.at());
    return answer;
  }

  private Answer abort(Command.AbortMove command) {
    Answer answer = moves.abort(command);
    loseIfOrphaned(command.cell(), command.at());
    return answer;
  }

  private void loseIfOrphaned(CellId cell, Instant at) {
    TreeSet<JobRun> hit = cells.loseIfOrphaned(cell);
    hit.forEach(
        run -> jobs.cellsLost(run, "cell " + cell + " was lost with its node on its way", at));
  }

  /**
   * Every order that is owed now: what {@link #apply} said earlier and was not yet reported as
   * carried out. Sending an order again is harmless. Orders of one cell come in the order they must
   * be sent.
   */
  public List<Effect> redrive() {
    List<Effect> effects = new ArrayList<>();
    state.jobs.values().forEach(job -> addIfOwed(effects, jobs.startOrder(job)));
    state.debts.values().forEach(owed -> owed.forEach(debt -> effects.add(debt.effect())));
    for (CellRecord record : state.cells.values()) {
      MoveView pending = record.pending;
      if (pending != null && state.isCurrent(pending.from())) {
        effects.add(moves.prepare(pending));
      }
    }
    state.jobs.values().forEach(job -> addIfOwed(effects, jobs.cancelOrder(job)));
    state.dropping.forEach((run, holders) ->
        holders.forEach(process -> effects.add(new Effect.SendDropJob(process, run))));
    return List.copyOf(effects);
  }

  private static void addIfOwed(List<Effect> effects, @Nullable Effect effect) {
    if (effect != null) {
      effects.add(effect);
    }
  }

  /** All nodes, by name. */
  public List<NodeView> nodes() {
    return List.copyOf(state.nodes.values());
  }

  /** A node by its name. */
  public Optional<NodeView> node(NodeId id) {
    return Optional.ofNullable(state.nodes.get(id));
  }

  /** Whether what the process says counts: it is its node's latest and was not declared gone. */
  public boolean isCurrent(NodeProcess process) {
    return state.isCurrent(process);
  }

  /** All jobs, by id. */
  public List<JobView> jobs() {
    return state.jobs.values().stream().map(JobRecord::view).toList();
  }

  /** How many jobs that have ended are known. */
  public int endedJobCount() {
    return (int) state.jobs.values().stream().filter(job -> job.state.isFinal()).count();
  }

  /** A job by its id. */
  public Optional<JobView> job(JobId id) {
    return Optional.ofNullable(state.jobs.get(id)).map(JobRecord::view);
  }

  /** A cell that was granted and has neither ended nor been lost. */
  public Optional<CellView> cell(CellId id) {
    CellRecord record = state.cells.get(id);
    if (record != null) {
      return Optional.of(record.view());
    }
    return Optional.ofNullable(state.grantOf(id)).map(grant -> viewOf(grant, id));
  }

  /** All cells in use, by number. */
  public List<CellView> cells() {
    return cellsWhere((_, _) -> true);
  }

  /** The cells in use that the process owns, by number. */
  public List<CellView> cellsOn(NodeProcess process) {
    return cellsWhere((owner, _) -> owner.equals(process));
  }

  /** The cells that are on their way to the process, by number; others own them still. */
  public List<CellView> cellsBoundFor(NodeProcess process) {
    List<CellView> bound = new ArrayList<>();
    for (CellRecord record : state.cells.values()) {
      MoveView move = record.pending;
      if (move != null && move.to().equals(process)) {
        bound.add(record.view());
      }
    }
    return List.copyOf(bound);
  }

  /** The cells in use of a run, by number. */
  public List<CellView> cellsOf(JobRun run) {
    return cellsWhere((_, of) -> of.equals(run));
  }

  private List<CellView> cellsWhere(BiPredicate<NodeProcess, JobRun> which) {
    List<CellView> found = new ArrayList<>();
    for (CellRecord record : state.cells.values()) {
      if (which.test(record.owner, record.run)) {
        found.add(record.view());
      }
    }
    for (Grant grant : state.grants.values()) {
      if (which.test(grant.owner, grant.run)) {
        grant.inUse().forEach(cell -> found.add(viewOf(grant, cell)));
      }
    }
    found.sort(Comparator.comparing(CellView::cell));
    return List.copyOf(found);
  }

  private static CellView viewOf(Grant grant, CellId cell) {
    return new CellView(cell, grant.run, grant.owner, Epoch.FIRST, null, null);
  }

  /** The moves under way, by cell. */
  public List<MoveView> pendingMoves() {
    List<MoveView> pending = new ArrayList<>();
    for (CellRecord record : state.cells.values()) {
      MoveView move = record.pending;
      if (move != null) {
        pending.add(move);
      }
    }
    return List.copyOf(pending);
  }

  /** The moves that ended last, oldest first. */
  public List<MoveView> recentMoves() {
    return List.copyOf(state.recentMoves);
  }

  /**
   * Whether a draining node has nothing left and nothing still comes to it: it can be stopped
   * without losing anything.
   */
  public boolean isDrained(NodeId id) {
    NodeView node = state.nodes.get(id);
    return node != null
        && node.state() == NodeState.DRAINING
        && cellsOn(node.process()).isEmpty()
        && cellsBoundFor(node.process()).isEmpty();
  }
}
