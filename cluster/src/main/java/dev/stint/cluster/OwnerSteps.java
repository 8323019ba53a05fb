package dev.stint.cluster;

import static dev.stint.cluster.OrderKind.RELEASE;
import static dev.stint.cluster.OrderKind.RESUME;

import dev.stint.cluster.CellEvent.CannotFreeze;
import dev.stint.cluster.CellEvent.Prepare;
import dev.stint.cluster.CellEvent.Release;
import dev.stint.cluster.CellEvent.Resume;
import dev.stint.cluster.CellEvent.SafepointReached;
import dev.stint.cluster.CellState.Ended;
import dev.stint.cluster.CellState.Freezing;
import dev.stint.cluster.CellState.Frozen;
import dev.stint.cluster.CellState.Live;
import dev.stint.cluster.CellState.Released;

/** What the owner of a cell does in a move: freeze, send, then release or go on. */
final class OwnerSteps {
  private final CellId cell;
  private final Rules rules;

  OwnerSteps(CellId cell, Rules rules) {
    this.cell = cell;
    this.rules = rules;
  }

  Step prepare(CellState state, Prepare event) {
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
    if (rules.hold(Rule.STALE_ATTEMPTS_IGNORED) && !event.attempt().isAfter(live.lastAttempt())) {
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

  Step safepointReached(CellState state, SafepointReached event) {
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
    if (!rules.hold(Rule.FROZEN_MEANS_FROZEN)) {
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

  Step cannotFreeze(CellState state, CannotFreeze event) {
    if (!(state instanceof Freezing freezing) || !freezing.attempt().equals(event.attempt())) {
      return Step.to(state);
    }
    return Step.to(
        new Live(freezing.epoch(), freezing.attempt(), freezing.finished(), event.refusal()),
        new CellEffect.SendRefused(cell, event.attempt(), event.refusal()));
  }

  Step resume(CellState state, Resume event) {
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
    if (frozen.attempt().equals(event.attempt()) || !rules.hold(Rule.EXACT_RESUME)) {
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

  Step release(CellState state, Release event) {
    CellEffect done = new CellEffect.SendOrderDone(cell, RELEASE, event.attempt());
    if (state instanceof Frozen frozen && frozen.epoch().equals(event.epoch())) {
      if (!frozen.attempt().equals(event.attempt())) {
        return Step.to(state);
      }
      CellState tombstone =
          rules.hold(Rule.TOMBSTONES)
              ? new Released(event.attempt(), event.newOwner(), event.newOwnerAddress())
              : CellState.ABSENT;
      return Step.to(tombstone, new CellEffect.DropImage(cell), done);
    }
    boolean stillOwner =
        (state instanceof Live live && live.epoch().equals(event.epoch()))
            || (state instanceof Freezing freezing && freezing.epoch().equals(event.epoch()));
    return stillOwner ? Step.to(state) : Step.to(state, done);
  }
}
