package dev.stint.cluster;

import static dev.stint.cluster.OrderKind.ACTIVATE;
import static dev.stint.cluster.OrderKind.DISCARD;

import dev.stint.cluster.CellEvent.Activate;
import dev.stint.cluster.CellEvent.Discard;
import dev.stint.cluster.CellEvent.StageFailed;
import dev.stint.cluster.CellEvent.StageOk;
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

/** What the target of a move does: take the image, say so, then run or drop it. */
final class TargetSteps {
  private final CellId cell;
  private final Rules rules;

  TargetSteps(CellId cell, Rules rules) {
    this.cell = cell;
    this.rules = rules;
  }

  Step transferReceived(CellState state, TransferReceived event) {
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
    if (!rules.hold(Rule.WHOLE_IMAGE_BEFORE_STAGED) && pieces.size() == 1) {
      return Step.to(next, new CellEffect.SendStaged(cell, next.attempt()));
    }
    return next.isWhole()
        ? Step.to(
            next, new CellEffect.CheckImage(cell, next.attempt(), ImageChunk.join(next.pieces())))
        : Step.to(next);
  }

  Step stageOk(CellState state, StageOk event) {
    if (state instanceof Staging staging
        && staging.attempt().equals(event.attempt())
        && staging.isWhole()) {
      return Step.to(
          new Staged(staging.attempt(), ImageChunk.join(staging.pieces())),
          new CellEffect.SendStaged(cell, staging.attempt()));
    }
    return Step.to(state);
  }

  Step stageFailed(CellState state, StageFailed event) {
    if (state instanceof Staging staging && staging.attempt().equals(event.attempt())) {
      return Step.to(
          new Released(event.attempt(), null, ""),
          new CellEffect.DropImage(cell),
          new CellEffect.SendRefused(cell, event.attempt(), event.refusal()));
    }
    return Step.to(state);
  }

  Step activate(CellState state, Activate event) {
    CellEffect done = new CellEffect.SendOrderDone(cell, ACTIVATE, event.epoch());
    return switch (state) {
      case Staged staged when staged.attempt().equals(event.epoch()) ->
          Step.to(
              new Live(event.epoch(), event.epoch(), false, null),
              new CellEffect.ThawAndRun(cell, event.epoch(), staged.image()),
              done);
      case Staging staging
          when !rules.hold(Rule.WHOLE_IMAGE_BEFORE_STAGED)
              && staging.attempt().equals(event.epoch()) ->
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

  Step discard(CellState state, Discard event) {
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
    CellState next =
        rules.hold(Rule.TOMBSTONES) ? new Released(event.attempt(), null, "") : CellState.ABSENT;
    return Step.to(next, new CellEffect.DropImage(cell), done);
  }

  private boolean matches(Epoch attempt, Discard event) {
    return attempt.equals(event.attempt()) || !rules.hold(Rule.EXACT_DISCARD);
  }
}
