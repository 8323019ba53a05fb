package dev.stint.cluster;

import dev.stint.cluster.Answer.NotMoved;
import dev.stint.cluster.MoveView.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The authority's part of a move: start, commit, abort, and the orders that each of them owes. */
final class MoveLedger {
  /** A cell with this many orders not yet carried out is not moved again. */
  static final int MAX_DEBTS = 16;

  private static final Answer.Accepted ACCEPTED = new Answer.Accepted();

  private final AuthorityState state;
  private final Outbox out;
  private final Rules rules;

  MoveLedger(AuthorityState state, Outbox out, Rules rules) {
    this.state = state;
    this.out = out;
    this.rules = rules;
  }

  Answer start(Command.StartMove command) {
    NodeView target = state.nodes.get(command.target());
    if (target == null) {
      return NodeLedger.noSuchNode(command.target());
    }
    if (target.state() != NodeState.UP) {
      return new Answer.NotEligible(Texts.takesNoCells(target));
    }
    List<MoveView> started = new ArrayList<>();
    List<NotMoved> notMoved = new ArrayList<>();
    for (CellId cell : command.cells()) {
      CellRecord record = state.recordOf(cell);
      Optional<String> obstacle = obstacle(record, target.process());
      if (record == null || obstacle.isPresent()) {
        notMoved.add(new NotMoved(cell, obstacle.orElse("")));
      } else {
        started.add(start(record, target, command));
      }
    }
    return new Answer.MovesStarted(started, notMoved);
  }

  private Optional<String> obstacle(@Nullable CellRecord record, NodeProcess target) {
    if (record == null) {
      return Optional.of("there is no such cell: it has ended or was lost");
    }
    if (record.owner.equals(target)) {
      return Optional.of("it is already on " + target.node());
    }
    MoveView pending = record.pending;
    if (pending != null) {
      return Optional.of("it is on its way to " + pending.to().node());
    }
    if (state.debtsOf(record.cell) >= MAX_DEBTS) {
      return Optional.of("nodes still have to report on " + MAX_DEBTS + " orders of earlier moves");
    }
    JobRecord job = state.runningJob(record.run);
    if (job != null && record.cell.equals(job.root) && !job.rootStarted) {
      return Optional.of("its node has not yet reported that it started");
    }
    return Optional.empty();
  }

  private MoveView start(CellRecord record, NodeView target, Command.StartMove command) {
    Epoch attempt =
        rules.hold(Rule.FRESH_EPOCH_PER_ATTEMPT) ? record.nextEpoch : record.epoch.next();
    record.nextEpoch = record.nextEpoch.next();
    MoveView move =
        new MoveView(
            state.nextMove++,
            record.cell,
            record.run,
            record.owner,
            target.process(),
            record.epoch,
            attempt,
            command.reason(),
            Outcome.PENDING,
            "",
            command.at(),
            null);
    record.pending = move;
    JobRecord job = state.runningJob(record.run);
    if (job != null) {
      job.hosts.add(move.to());
    }
    out.tell(new Fact.MoveChanged(move));
    out.send(prepare(move));
    return move;
  }

  /** The order that begins a pending move. */
  Effect prepare(MoveView move) {
    return new Effect.SendPrepare(
        move.from(),
        move.cell(),
        move.run(),
        move.epoch(),
        move.attempt(),
        move.to(),
        state.addressOf(move.to()));
  }

  Answer staged(Command.Staged command) {
    CellRecord record = state.cells.get(command.cell());
    MoveView pending = record == null ? null : record.pending;
    if (record != null && pending != null && commits(pending, command)) {
      commit(record, pending, command.at());
      return ACCEPTED;
    }
    if (record != null && record.isOwnedBy(command.process(), command.attempt())) {
      return ACCEPTED;
    }
    if (state.isCurrent(command.process())) {
      out.send(new Effect.SendDiscard(command.process(), command.cell(), command.attempt()));
    }
    return new Answer.StaleAttempt(
        "Attempt "
            + command.attempt()
            + " of "
            + command.cell()
            + " is over; drop what was staged");
  }

  private boolean commits(MoveView pending, Command.Staged command) {
    boolean exact =
        pending.attempt().equals(command.attempt()) && pending.to().equals(command.process());
    boolean mayWrite =
        state.isCurrent(command.process()) || !rules.hold(Rule.FENCED_TARGET_CANNOT_COMMIT);
    return (exact || !rules.hold(Rule.EXACT_STAGED)) && mayWrite;
  }

  private void commit(CellRecord record, MoveView move, Instant at) {
    record.owner = move.to();
    record.epoch = move.attempt();
    record.pending = null;
    close(move.ended(Outcome.COMMITTED, "", at));
    owe(Debt.of(move.to(), OrderKind.ACTIVATE, move));
    // Aborts of earlier attempts need no resume any more: the release ends them all.
    forgiveResumes(move);
    if (state.isCurrent(move.from())) {
      owe(Debt.release(move.from(), move, state.addressOf(move.to())));
    }
    JobRecord job = state.runningJob(record.run);
    if (job != null && job.cancelReason != null && record.cell.equals(job.root)) {
      out.send(
          new Effect.SendCancel(
              record.owner, record.run, record.cell, record.epoch, job.cancelReason));
    }
  }

  private void forgiveResumes(MoveView move) {
    List<Debt> owed = state.debts.get(move.cell());
    if (owed != null) {
      owed.removeIf(debt -> debt.kind() == OrderKind.RESUME && debt.epoch().equals(move.epoch()));
    }
  }

  Answer refused(Command.Refused command) {
    CellRecord record = state.cells.get(command.cell());
    MoveView pending = record == null ? null : record.pending;
    if (record == null || pending == null || !pending.attempt().equals(command.attempt())) {
      return stale(command.cell(), command.attempt());
    }
    boolean byOwner = pending.from().equals(command.process());
    if (!byOwner && !pending.to().equals(command.process())) {
      return stale(command.cell(), command.attempt());
    }
    String why = command.process().node() + " refused: " + command.refusal();
    // Who refuses has nothing to undo: an owner that refuses runs on, a target has dropped it.
    abort(record, pending, why, command.at(), !byOwner, false);
    return ACCEPTED;
  }

  Answer abort(Command.AbortMove command) {
    CellRecord record = state.cells.get(command.cell());
    if (record == null) {
      return new Answer.NoSuchCell("There is no cell " + command.cell());
    }
    MoveView pending = record.pending;
    if (pending == null || !pending.attempt().equals(command.attempt())) {
      if (!rules.hold(Rule.SUPERSEDE_ONLY_BY_FREEZE_OR_FENCE)) {
        takeBack(record, command.attempt());
      }
      return stale(command.cell(), command.attempt());
    }
    abort(record, pending, command.why(), command.at(), true, true);
    return ACCEPTED;
  }

  /** What must never happen: a committed owner that did not answer is replaced. */
  private void takeBack(CellRecord record, Epoch attempt) {
    List<Debt> owed = state.debts.getOrDefault(record.cell, List.of());
    boolean unanswered =
        owed.stream()
            .anyMatch(debt -> debt.kind() == OrderKind.ACTIVATE && debt.attempt().equals(attempt));
    Optional<Debt> release =
        owed.stream()
            .filter(debt -> debt.kind() == OrderKind.RELEASE && debt.attempt().equals(attempt))
            .findFirst();
    if (unanswered && release.isPresent()) {
      Debt old = release.get();
      owed.removeIf(debt -> debt.attempt().equals(attempt));
      record.owner = old.to();
      record.epoch = old.epoch();
      owe(
          new Debt(
              old.to(), old.cell(), old.run(), OrderKind.RESUME, old.epoch(), attempt, null, ""));
    }
  }

  /** Ends an attempt without a commit. */
  void abort(
      CellRecord record, MoveView move, String why, Instant at, boolean resume, boolean discard) {
    record.pending = null;
    close(move.ended(Outcome.ABORTED, why, at));
    if (resume && state.isCurrent(move.from())) {
      owe(Debt.of(move.from(), OrderKind.RESUME, move));
    }
    if (discard && state.isCurrent(move.to())) {
      owe(Debt.of(move.to(), OrderKind.DISCARD, move));
    }
  }

  /** The target of a pending attempt was fenced: nothing it holds can be committed any more. */
  void targetGone(CellRecord record, MoveView move, String why, Instant at) {
    if (rules.hold(Rule.FENCED_TARGET_CANNOT_COMMIT)) {
      abort(record, move, "the target is gone: " + why, at, true, false);
    }
  }

  Answer orderDone(Command.OrderDone command) {
    List<Debt> owed = state.debts.get(command.cell());
    if (owed != null) {
      owed.removeIf(debt -> debt.isPaidBy(command));
      if (owed.isEmpty()) {
        state.debts.remove(command.cell());
      }
    }
    return ACCEPTED;
  }

  private void close(MoveView ended) {
    state.remember(ended);
    out.tell(new Fact.MoveChanged(ended));
  }

  private void owe(Debt debt) {
    if (rules.hold(Rule.ORDERS_OWED_UNTIL_DONE)) {
      state.owe(debt);
    }
    out.send(debt.effect());
  }

  private static Answer stale(CellId cell, Epoch attempt) {
    return new Answer.StaleAttempt(
        "Attempt " + attempt + " to move " + cell + " is over: committed, aborted or superseded");
  }
}
