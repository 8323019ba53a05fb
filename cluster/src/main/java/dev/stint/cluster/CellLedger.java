package dev.stint.cluster;

import dev.stint.cluster.MoveView.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The authority's book of cells: who was granted which, which have ended, which are lost. */
final class CellLedger {
  private static final Answer.Accepted ACCEPTED = new Answer.Accepted();

  private final AuthorityState state;
  private final Outbox out;
  private final MoveLedger moves;

  CellLedger(AuthorityState state, Outbox out, MoveLedger moves) {
    this.state = state;
    this.out = out;
    this.moves = moves;
  }

  Answer grant(Command.GrantCells command) {
    if (!state.isCurrent(command.process())) {
      return new Answer.Fenced(Texts.fenced(command.process()));
    }
    JobRecord job = state.runningJob(command.run());
    if (job == null) {
      return new Answer.NoSuchJob(
          "Job " + command.run() + " does not run; drop what is left of it");
    }
    CellRange range = new CellRange(new CellId(state.nextCell), command.count());
    state.nextCell += command.count();
    state.grants.put(range.first(), new Grant(range, command.run(), command.process()));
    job.hosts.add(command.process());
    return new Answer.Granted(range);
  }

  /** A cell with a record of its own, for a job's root. */
  CellRecord grantRoot(JobRun run, NodeProcess owner) {
    CellRecord record = CellRecord.granted(new CellId(state.nextCell++), run, owner);
    state.cells.put(record.cell, record);
    return record;
  }

  Answer started(Command.CellsStarted command) {
    Grant grant = state.grantOf(command.upTo());
    if (grant != null && grant.owner.equals(command.process())) {
      grant.startedUpTo(command.upTo());
      return ACCEPTED;
    }
    // The last one may have ended or been moved already: then the ones before it are known too.
    return state.cells.containsKey(command.upTo())
        ? ACCEPTED
        : new Answer.NoSuchCell("Cell " + command.upTo() + " is not granted to this process");
  }

  Answer ended(Command.CellEnded command) {
    CellRecord record = state.cells.get(command.cell());
    if (record == null) {
      return endedInGrant(command);
    }
    if (!record.isOwnedBy(command.process(), command.epoch())) {
      return new Answer.StaleEpoch(
          "Cell " + command.cell() + " is with " + record.owner + " now", record.epoch);
    }
    JobRecord job = state.runningJob(record.run);
    if (job != null && record.cell.equals(job.root)) {
      return new Answer.Conflict("The root's cell ends with its job: report how the job ended");
    }
    MoveView pending = record.pending;
    if (pending != null) {
      moves.abort(
          record, pending, "the cell ended before it was frozen", command.at(), false, true);
    }
    state.cells.remove(record.cell);
    return ACCEPTED;
  }

  private Answer endedInGrant(Command.CellEnded command) {
    Grant grant = state.grantOf(command.cell());
    if (grant == null) {
      return ACCEPTED;
    }
    if (!grant.owner.equals(command.process()) || !command.epoch().equals(Epoch.FIRST)) {
      return new Answer.StaleEpoch(
          "Cell " + command.cell() + " is with " + grant.owner, Epoch.FIRST);
    }
    state.leaveGrant(grant, command.cell());
    return ACCEPTED;
  }

  /**
   * Takes away all that a fenced process held or was about to get.
   *
   * @return the runs that lost cells
   */
  TreeSet<JobRun> fence(NodeProcess gone, String why, Instant at) {
    TreeSet<JobRun> hit = new TreeSet<>();
    forgetDebts(debt -> debt.to().equals(gone));
    state.jobs.values().forEach(job -> job.hosts.remove(gone));
    for (CellRecord record : new ArrayList<>(state.cells.values())) {
      fence(record, gone, why, at, hit);
    }
    for (Grant grant : new ArrayList<>(state.grants.values())) {
      if (grant.owner.equals(gone)) {
        state.grants.remove(grant.range.first());
        for (CellId cell : grant.inUse()) {
          tellLost(cell, grant.run, gone, hit);
        }
      }
    }
    return hit;
  }

  private void fence(
      CellRecord record, NodeProcess gone, String why, Instant at, TreeSet<JobRun> hit) {
    MoveView pending = record.pending;
    if (pending != null && pending.to().equals(gone)) {
      moves.targetGone(record, pending, why, at);
      if (record.pending == null && !state.isCurrent(record.owner)) {
        lose(record, record.owner, hit);
      }
      return;
    }
    // With an attempt pending the target may hold the whole image: Staged still commits it.
    if (record.owner.equals(gone) && pending == null) {
      lose(record, gone, hit);
    }
  }

  private void lose(CellRecord record, NodeProcess gone, TreeSet<JobRun> hit) {
    state.cells.remove(record.cell);
    tellLost(record.cell, record.run, gone, hit);
  }

  private void tellLost(CellId cell, JobRun run, NodeProcess gone, TreeSet<JobRun> hit) {
    out.tell(new Fact.CellLost(cell, run, gone));
    hit.add(run);
  }

  /**
   * An attempt may just have been aborted: a cell whose owner was fenced meanwhile is lost.
   *
   * @return the run that lost it, if so
   */
  TreeSet<JobRun> loseIfOrphaned(CellId cell) {
    TreeSet<JobRun> hit = new TreeSet<>();
    CellRecord record = state.cells.get(cell);
    if (record != null && record.pending == null && !state.isCurrent(record.owner)) {
      lose(record, record.owner, hit);
    }
    return hit;
  }

  /**
   * Forgets a run's cells and owes every process that may hold something of it the order to drop
   * that: also those that its cells have left, which keep its code and files.
   */
  void dropRun(JobRecord job, Instant at) {
    JobRun run = job.run;
    TreeSet<NodeProcess> holders = new TreeSet<>(job.hosts);
    job.hosts.clear();
    TreeSet<CellId> dropped = new TreeSet<>();
    for (CellRecord record : new ArrayList<>(state.cells.values())) {
      if (record.run.equals(run)) {
        holders.add(record.owner);
        MoveView pending = record.pending;
        if (pending != null) {
          holders.add(pending.to());
          MoveView ended = pending.ended(Outcome.ABORTED, "its job ended", at);
          state.remember(ended);
          out.tell(new Fact.MoveChanged(ended));
        }
        state.cells.remove(record.cell);
        dropped.add(record.cell);
      }
    }
    for (Grant grant : new ArrayList<>(state.grants.values())) {
      if (grant.run.equals(run)) {
        holders.add(grant.owner);
        state.grants.remove(grant.range.first());
      }
    }
    forgetDebts(debt -> {
      boolean ofRun = debt.run().equals(run);
      if (ofRun) {
        holders.add(debt.to());
        dropped.add(debt.cell());
      }
      return ofRun;
    });
    out.withdraw(effect -> isMeantFor(effect, run, dropped));
    holders.removeIf(process -> !state.isCurrent(process));
    if (!holders.isEmpty()) {
      state.dropping.put(run, holders);
      holders.forEach(process -> out.send(new Effect.SendDropJob(process, run)));
    }
  }

  private static boolean isMeantFor(Effect effect, JobRun run, TreeSet<CellId> cells) {
    return switch (effect) {
      case Effect.OfCell order -> cells.contains(order.cell());
      case Effect.SendStartRoot order -> order.run().equals(run);
      case Effect.SendCancel order -> order.run().equals(run);
      case Effect.SendDropJob _ -> false;
    };
  }

  private void forgetDebts(Predicate<Debt> which) {
    for (List<Debt> owed : state.debts.values()) {
      owed.removeIf(which);
    }
    state.debts.values().removeIf(List::isEmpty);
  }
}
