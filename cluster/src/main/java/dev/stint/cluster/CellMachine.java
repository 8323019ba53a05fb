package dev.stint.cluster;

import static dev.stint.cluster.OrderKind.ACTIVATE;
import static dev.stint.cluster.OrderKind.DISCARD;
import static dev.stint.cluster.OrderKind.RELEASE;
import static dev.stint.cluster.OrderKind.RESUME;

import dev.stint.cluster.CellEvent.Activate;
import dev.stint.cluster.CellEvent.CannotFreeze;
import dev.stint.cluster.CellEvent.Discard;
import dev.stint.cluster.CellEvent.Drop;
import dev.stint.cluster.CellEvent.EndRecorded;
import dev.stint.cluster.CellEvent.Prepare;
import dev.stint.cluster.CellEvent.Release;
import dev.stint.cluster.CellEvent.ResultTaken;
import dev.stint.cluster.CellEvent.Resume;
import dev.stint.cluster.CellEvent.SafepointReached;
import dev.stint.cluster.CellEvent.StageFailed;
import dev.stint.cluster.CellEvent.StageOk;
import dev.stint.cluster.CellEvent.Started;
import dev.stint.cluster.CellEvent.TaskletEnded;
import dev.stint.cluster.CellEvent.TombstoneExpired;
import dev.stint.cluster.CellEvent.TransferReceived;
import dev.stint.cluster.CellState.Absent;
import dev.stint.cluster.CellState.Ended;
import dev.stint.cluster.CellState.Freezing;
import dev.stint.cluster.CellState.Frozen;
import dev.stint.cluster.CellState.Live;
import dev.stint.cluster.CellState.Released;
import dev.stint.cluster.CellState.Staged;
import dev.stint.cluster.CellState.Staging;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell on one node: the state and an event give the next state and what has to be done.
 *
 * <p>A message that does not fit the state exactly is without effect, so that messages may be lost,
 * late, doubled and out of order. Orders that were carried out earlier are acknowledged again: the
 * first acknowledgement may have been lost.
 */
final class CellMachine {
  private static final Absent ABSENT = new Absent();

  private final CellId cell;
  private final Rules rules;

  CellMachine(CellId cell, Rules rules) {
    this.cell = cell;
    this.rules = rules;
  }

  Step step(CellState state, CellEvent event) {
    return switch (event) {
      case Started started -> started(state, started);
      case Prepare prepare -> prepare(state, prepare);
      case SafepointReached reached -> safepointReached(state, reached);
      case CannotFreeze cannot -> cannotFreeze(state, cannot);
      case TransferReceived received -> transferReceived(state, received);
      case StageOk ok -> stageOk(state, ok);
      case StageFailed failed -> stageFailed(state, failed);
      case Activate activate -> activate(state, activate);
      case Release release -> release(state, release);
      case Resume resume -> resume(state, resume);
      case Discard discard -> discard(state, discard);
      case TaskletEnded _ -> taskletEnded(state);
      case ResultTaken _ -> resultTaken(state);
      case EndRecorded _ -> state instanceof Ended ? Step.to(ABSENT) : Step.to(state);
      case Drop _ -> drop(state);
      case TombstoneExpired _ -> state instanceof Released ? Step.to(ABSENT) : Step.to(state);
    };
  }

  private Step started(CellState state, Started event) {
    if (state instanceof Absent) {
      return Step.to(new Live(event.epoch(), event.epoch(), false, null));
    }
    // A repeated order to start a root finds it running, or gone on since.
    return Step.to(state);
  }

  // ---- the owner's side

  private Step prepare(CellState state, Prepare event) {
    return switch (state) {
      case Live live when live.epoch().equals(event.epoch()) -> prepareLive(live, event);
      case Freezing freezing when freezing.epoch().equals(event.epoch()) ->
          prepareFreezing(freezing, event);
      case Frozen frozen when frozen.epoch().equals(event.epoch()) -> prepareFrozen(frozen, event);
      case Ended ended when ended.epoch().equals(event.epoch()) ->
          Step.to(ended, new CellEffect.SendEnded(cell, ended.epoch()));
      default -> Step.to(state);
    };
  }

  private Step prepareLive(Live live, Prepare event) {
    Refusal refusal = live.refusal();
    if (event.attempt().equals(live.lastAttempt()) && refusal != null) {
      return Step.to(live, new CellEffect.SendRefused(cell, event.attempt(), refusal));
    }
    if (rules.staleAttemptsIgnored() && !event.attempt().isAfter(live.lastAttempt())) {
      return Step.to(live);
    }
    return Step.to(
        new Freezing(
            live.epoch(), event.attempt(), event.target(), event.targetAddress(), live.finished()),
        new CellEffect.FreezeAtSafepoint(cell, event.attempt()));
  }

  private Step prepareFreezing(Freezing freezing, Prepare event) {
    if (!event.attempt().isAfter(freezing.attempt())) {
      return Step.to(freezing);
    }
    // The earlier attempt was aborted, and its Resume has not come yet.
    return Step.to(
        new Freezing(
            freezing.epoch(),
            event.attempt(),
            event.target(),
            event.targetAddress(),
            freezing.finished()),
        new CellEffect.FreezeAtSafepoint(cell, event.attempt()));
  }

  private Step prepareFrozen(Frozen frozen, Prepare event) {
    if (frozen.attempt().isAfter(event.attempt())) {
      return Step.to(frozen);
    }
    // The same attempt again: the transfer may have been lost. A later one: the same image, to
    // another place.
    Frozen next =
        new Frozen(
            frozen.epoch(),
            event.attempt(),
            event.target(),
            event.targetAddress(),
            frozen.finished(),
            frozen.image());
    return Step.to(next, transfer(next));
  }

  private Step safepointReached(CellState state, SafepointReached event) {
    if (!(state instanceof Freezing freezing) || !freezing.attempt().equals(event.attempt())) {
      return Step.to(state);
    }
    Frozen frozen =
        new Frozen(
            freezing.epoch(),
            freezing.attempt(),
            freezing.target(),
            freezing.targetAddress(),
            freezing.finished(),
            event.image());
    if (!rules.frozenMeansFrozen()) {
      return Step.to(
          frozen, transfer(frozen), new CellEffect.ResumeLocally(cell, freezing.epoch()));
    }
    return Step.to(frozen, transfer(frozen));
  }

  private CellEffect transfer(Frozen frozen) {
    return new CellEffect.SendTransfer(
        cell,
        frozen.epoch(),
        frozen.attempt(),
        frozen.target(),
        frozen.targetAddress(),
        frozen.image());
  }

  private Step cannotFreeze(CellState state, CannotFreeze event) {
    if (!(state instanceof Freezing freezing) || !freezing.attempt().equals(event.attempt())) {
      return Step.to(state);
    }
    return Step.to(
        new Live(freezing.epoch(), freezing.attempt(), freezing.finished(), event.refusal()),
        new CellEffect.SendRefused(cell, event.attempt(), event.refusal()));
  }

  private Step resume(CellState state, Resume event) {
    CellEffect done = new CellEffect.SendOrderDone(cell, RESUME, event.attempt());
    return switch (state) {
      case Frozen frozen when frozen.epoch().equals(event.epoch()) ->
          resumeFrozen(frozen, event, done);
      case Freezing freezing when freezing.epoch().equals(event.epoch()) ->
          resumeFreezing(freezing, event, done);
      case Live live when live.epoch().equals(event.epoch()) -> resumeLive(live, event, done);
      // The cell has gone on since: the order was carried out earlier.
      default -> Step.to(state, done);
    };
  }

  private Step resumeFrozen(Frozen frozen, Resume event, CellEffect done) {
    if (frozen.attempt().equals(event.attempt()) || !rules.exactResume()) {
      return Step.to(
          new Live(frozen.epoch(), frozen.attempt(), frozen.finished(), null),
          new CellEffect.ResumeLocally(cell, frozen.epoch()),
          done);
    }
    return frozen.attempt().isAfter(event.attempt()) ? Step.to(frozen, done) : Step.to(frozen);
  }

  private Step resumeFreezing(Freezing freezing, Resume event, CellEffect done) {
    if (freezing.attempt().equals(event.attempt())) {
      return Step.to(
          new Live(freezing.epoch(), freezing.attempt(), freezing.finished(), null),
          new CellEffect.CancelFreeze(cell, freezing.attempt()),
          done);
    }
    return freezing.attempt().isAfter(event.attempt())
        ? Step.to(freezing, done)
        : Step.to(freezing);
  }

  private Step resumeLive(Live live, Resume event, CellEffect done) {
    // Overtook its Prepare: remembered, so that the Prepare finds itself stale.
    boolean unseen = event.attempt().isAfter(live.lastAttempt());
    Live next = unseen ? new Live(live.epoch(), event.attempt(), live.finished(), null) : live;
    return Step.to(next, done);
  }

  private Step release(CellState state, Release event) {
    CellEffect done = new CellEffect.SendOrderDone(cell, RELEASE, event.attempt());
    if (state instanceof Frozen frozen && frozen.epoch().equals(event.epoch())) {
      if (!frozen.attempt().equals(event.attempt())) {
        return Step.to(state);
      }
      CellState tombstone =
          rules.tombstones()
              ? new Released(event.attempt(), event.newOwner(), event.newOwnerAddress())
              : ABSENT;
      return Step.to(tombstone, new CellEffect.DropImage(cell), done);
    }
    boolean stillOwner =
        (state instanceof Live live && live.epoch().equals(event.epoch()))
            || (state instanceof Freezing freezing && freezing.epoch().equals(event.epoch()));
    return stillOwner ? Step.to(state) : Step.to(state, done);
  }

  // ---- the target's side

  private Step transferReceived(CellState state, TransferReceived event) {
    return switch (state) {
      case Absent _ -> stage(state, event);
      case Released released when event.attempt().isAfter(released.epoch()) -> stage(state, event);
      // Its sender owns a later grant than ours: our own move away was committed.
      case Frozen frozen when !frozen.attempt().isAfter(event.epoch()) -> stage(state, event);
      case Staging staging when event.attempt().isAfter(staging.attempt()) -> stage(state, event);
      case Staging staging when event.attempt().equals(staging.attempt()) ->
          nextPiece(staging, event);
      case Staged staged when event.attempt().isAfter(staged.attempt()) -> stage(state, event);
      case Staged staged when event.attempt().equals(staged.attempt()) ->
          Step.to(staged, new CellEffect.SendStaged(cell, staged.attempt()));
      default -> Step.to(state);
    };
  }

  /** Begins to take an image, in place of whatever is here. */
  private Step stage(CellState state, TransferReceived event) {
    if (event.chunk().index() != 0) {
      return Step.to(state);
    }
    Step first =
        nextPiece(
            new Staging(event.epoch(), event.attempt(), List.of(), event.chunk().count()), event);
    if (state instanceof Frozen || state instanceof Staged || state instanceof Staging) {
      List<CellEffect> effects = new ArrayList<>();
      effects.add(new CellEffect.DropImage(cell));
      effects.addAll(first.effects());
      return new Step(first.next(), effects);
    }
    return first;
  }

  private Step nextPiece(Staging staging, TransferReceived event) {
    ImageChunk chunk = event.chunk();
    boolean expected = chunk.index() == staging.pieces().size() && chunk.count() == staging.count();
    if (!expected) {
      return Step.to(staging);
    }
    List<Bytes> pieces = new ArrayList<>(staging.pieces());
    pieces.add(chunk.bytes());
    Staging next = new Staging(staging.epoch(), staging.attempt(), pieces, staging.count());
    if (!rules.wholeImageBeforeStaged() && pieces.size() == 1) {
      return Step.to(next, new CellEffect.SendStaged(cell, next.attempt()));
    }
    return next.isWhole()
        ? Step.to(
            next, new CellEffect.CheckImage(cell, next.attempt(), ImageChunk.join(next.pieces())))
        : Step.to(next);
  }

  private Step stageOk(CellState state, StageOk event) {
    if (state instanceof Staging staging
        && staging.attempt().equals(event.attempt())
        && staging.isWhole()) {
      return Step.to(
          new Staged(staging.attempt(), ImageChunk.join(staging.pieces())),
          new CellEffect.SendStaged(cell, staging.attempt()));
    }
    return Step.to(state);
  }

  private Step stageFailed(CellState state, StageFailed event) {
    if (state instanceof Staging staging && staging.attempt().equals(event.attempt())) {
      return Step.to(
          new Released(event.attempt(), null, ""),
          new CellEffect.DropImage(cell),
          new CellEffect.SendRefused(cell, event.attempt(), event.refusal()));
    }
    return Step.to(state);
  }

  private Step activate(CellState state, Activate event) {
    CellEffect done = new CellEffect.SendOrderDone(cell, ACTIVATE, event.epoch());
    return switch (state) {
      case Staged staged when staged.attempt().equals(event.epoch()) ->
          Step.to(
              new Live(event.epoch(), event.epoch(), false, null),
              new CellEffect.ThawAndRun(cell, event.epoch(), staged.image()),
              done);
      case Staging staging
          when !rules.wholeImageBeforeStaged() && staging.attempt().equals(event.epoch()) ->
          Step.to(
              new Live(event.epoch(), event.epoch(), false, null),
              new CellEffect.ThawAndRun(cell, event.epoch(), ImageChunk.join(staging.pieces())),
              done);
      case Live live when !event.epoch().isAfter(live.epoch()) -> Step.to(state, done);
      case Freezing freezing when !event.epoch().isAfter(freezing.epoch()) -> Step.to(state, done);
      case Frozen frozen when !event.epoch().isAfter(frozen.epoch()) -> Step.to(state, done);
      case Released released when !event.epoch().isAfter(released.epoch()) -> Step.to(state, done);
      case Ended ended when !event.epoch().isAfter(ended.epoch()) -> Step.to(state, done);
      default -> Step.to(state);
    };
  }

  private Step discard(CellState state, Discard event) {
    CellEffect done = new CellEffect.SendOrderDone(cell, DISCARD, event.attempt());
    boolean staged =
        switch (state) {
          case Staging staging -> matches(staging.attempt(), event);
          case Staged held -> matches(held.attempt(), event);
          default -> false;
        };
    if (!staged) {
      return Step.to(state, done);
    }
    CellState next = rules.tombstones() ? new Released(event.attempt(), null, "") : ABSENT;
    return Step.to(next, new CellEffect.DropImage(cell), done);
  }

  private boolean matches(Epoch attempt, Discard event) {
    return attempt.equals(event.attempt()) || !rules.exactDiscard();
  }

  // ---- the end of a cell

  private Step taskletEnded(CellState state) {
    return switch (state) {
      case Live live -> Step.to(new Live(live.epoch(), live.lastAttempt(), true, live.refusal()));
      // There is no further safepoint to wait for: ask again, the result is what moves.
      case Freezing freezing when !freezing.finished() ->
          Step.to(
              new Freezing(
                  freezing.epoch(),
                  freezing.attempt(),
                  freezing.target(),
                  freezing.targetAddress(),
                  true),
              new CellEffect.FreezeAtSafepoint(cell, freezing.attempt()));
      default -> Step.to(state);
    };
  }

  private Step resultTaken(CellState state) {
    return switch (state) {
      case Live live when live.finished() -> ended(live.epoch());
      case Freezing freezing when freezing.finished() -> ended(freezing.epoch());
      default -> Step.to(state);
    };
  }

  private Step ended(Epoch epoch) {
    return Step.to(new Ended(epoch), new CellEffect.SendEnded(cell, epoch));
  }

  private Step drop(CellState state) {
    return switch (state) {
      case Absent _ -> Step.to(state);
      case Live live -> dropped(live.lastAttempt(), new CellEffect.StopTasklets(cell));
      case Freezing freezing -> dropped(freezing.attempt(), new CellEffect.StopTasklets(cell));
      case Frozen frozen -> dropped(frozen.attempt(), new CellEffect.DropImage(cell));
      case Staging staging -> dropped(staging.attempt(), new CellEffect.DropImage(cell));
      case Staged staged -> dropped(staged.attempt(), new CellEffect.DropImage(cell));
      case Released released -> Step.to(released);
      case Ended ended -> dropped(ended.epoch());
    };
  }

  private static Step dropped(Epoch upTo, CellEffect... effects) {
    return Step.to(new Released(upTo, null, ""), effects);
  }
}
