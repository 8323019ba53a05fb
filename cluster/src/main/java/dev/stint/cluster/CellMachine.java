package dev.stint.cluster;

import dev.stint.cluster.CellEvent.Activate;
import dev.stint.cluster.CellEvent.CannotFreeze;
import dev.stint.cluster.CellEvent.Discard;
import dev.stint.cluster.CellEvent.Drop;
import dev.stint.cluster.CellEvent.EndRecorded;
import dev.stint.cluster.CellEvent.Expired;
import dev.stint.cluster.CellEvent.Prepare;
import dev.stint.cluster.CellEvent.Release;
import dev.stint.cluster.CellEvent.ResultTaken;
import dev.stint.cluster.CellEvent.Resume;
import dev.stint.cluster.CellEvent.SafepointReached;
import dev.stint.cluster.CellEvent.StageFailed;
import dev.stint.cluster.CellEvent.StageOk;
import dev.stint.cluster.CellEvent.Started;
import dev.stint.cluster.CellEvent.TaskletEnded;
import dev.stint.cluster.CellEvent.TransferReceived;
import dev.stint.cluster.CellState.Absent;
import dev.stint.cluster.CellState.Ended;
import dev.stint.cluster.CellState.Freezing;
import dev.stint.cluster.CellState.Frozen;
import dev.stint.cluster.CellState.Live;
import dev.stint.cluster.CellState.Released;
import dev.stint.cluster.CellState.Staged;
import dev.stint.cluster.CellState.Staging;

/**
 * One cell on one node: the state and an event give the next state and what has to be done.
 *
 * <p>A message that does not fit the state exactly is without effect, so that messages may be lost,
 * late, doubled and out of order. Orders that were carried out earlier are acknowledged again: the
 * first acknowledgement may have been lost.
 */
final class CellMachine {
  private final CellId cell;
  private final OwnerSteps owner;
  private final TargetSteps target;

  CellMachine(CellId cell, Rules rules) {
    this.cell = cell;
    this.owner = new OwnerSteps(cell, rules);
    this.target = new TargetSteps(cell, rules);
  }

  Step step(CellState state, CellEvent event) {
    return switch (event) {
      case Started started -> started(state, started);
      case Prepare prepare -> owner.prepare(state, prepare);
      case SafepointReached reached -> owner.safepointReached(state, reached);
      case CannotFreeze cannot -> owner.cannotFreeze(state, cannot);
      case TransferReceived received -> target.transferReceived(state, received);
      case StageOk ok -> target.stageOk(state, ok);
      case StageFailed failed -> target.stageFailed(state, failed);
      case Activate activate -> target.activate(state, activate);
      case Release release -> owner.release(state, release);
      case Resume resume -> owner.resume(state, resume);
      case Discard discard -> target.discard(state, discard);
      case TaskletEnded _ -> taskletEnded(state);
      case ResultTaken _ -> resultTaken(state);
      case EndRecorded _ -> state instanceof Ended ? Step.to(CellState.ABSENT) : Step.to(state);
      case Drop _ -> drop(state);
      case Expired _ -> expired(state);
    };
  }

  private Step started(CellState state, Started event) {
    if (state instanceof Absent) {
      return Step.to(new Live(event.epoch(), event.epoch(), false, null));
    }
    // A repeated order to start a root finds it running, or gone on since.
    return Step.to(state);
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

  private Step expired(CellState state) {
    return switch (state) {
      case Released _ -> Step.to(CellState.ABSENT);
      case Staging _ -> Step.to(CellState.ABSENT, new CellEffect.DropImage(cell));
      default -> Step.to(state);
    };
  }

  private static Step dropped(Epoch upTo, CellEffect... effects) {
    return Step.to(new Released(upTo, null, ""), effects);
  }
}
