package dev.stint.cluster.durable;

import dev.stint.cluster.durable.OwnerState.Absent;
import dev.stint.cluster.durable.OwnerState.Fenced;
import dev.stint.cluster.durable.OwnerState.Owning;
import dev.stint.cluster.durable.OwnerState.Staged;
import dev.stint.cluster.durable.OwnerState.Staging;
import java.util.ArrayList;
import java.util.List;

/**
 * A durable cell on the node that runs it: withholds what a step produced until the step's record
 * is on the backup, and takes over from a fenced owner. A message that does not fit the state
 * exactly is without effect.
 */
public final class OwnerMachine {
  private final DurabilityRules rules;

  /** The machine with all its rules. */
  public OwnerMachine() {
    this(DurabilityRules.ALL);
  }

  OwnerMachine(DurabilityRules rules) {
    this.rules = rules;
  }

  /** A state, and what has to be done on the way into it, in order. */
  public record Step(OwnerState state, List<OwnerEffect> effects) {
    /** Copies the list. */
    public Step {
      effects = List.copyOf(effects);
    }

    static Step to(OwnerState state, OwnerEffect... effects) {
      return new Step(state, List.of(effects));
    }
  }

  /** The next state. */
  public Step step(OwnerState state, OwnerEvent event) {
    return switch (event) {
      case OwnerEvent.Granted granted -> granted(state, granted);
      case OwnerEvent.Transferred transferred -> transferred(state, transferred);
      case OwnerEvent.StageAcked acked -> stageAcked(state, acked);
      case OwnerEvent.Activated activated -> activated(state, activated);
      case OwnerEvent.Stepped stepped -> stepped(state, stepped);
      case OwnerEvent.Appended appended -> appended(state, appended);
      case OwnerEvent.Refused refused ->
          state instanceof Owning owning && owning.epoch().equals(refused.epoch())
              ? Step.to(new Fenced(owning.epoch()), new OwnerEffect.StopTasklets())
              : Step.to(state);
      case OwnerEvent.Taken taken ->
          state instanceof Owning owning
              ? Step.to(owning.after(owning.latest().settled(taken.upTo())))
              : Step.to(state);
    };
  }

  /** What was said and may have been lost, to be said again. */
  public List<OwnerEffect> redrive(OwnerState state) {
    return switch (state) {
      case Absent _, Fenced _ -> List.of();
      case Staging it ->
          List.of(new OwnerEffect.SendStageAppend(it.backup(), it.attempt(), it.record()));
      case Staged it -> List.of(new OwnerEffect.SendStaged(it.attempt()));
      case Owning it -> redrive(it);
    };
  }

  private static List<OwnerEffect> redrive(Owning owning) {
    List<OwnerEffect> effects = new ArrayList<>();
    if (owning.committed() < 0) {
      effects.add(
          new OwnerEffect.SendStageAppend(owning.backup(), owning.epoch(), owning.latest()));
    } else if (owning.committed() < owning.latest().version()) {
      effects.add(append(owning));
    }
    release(effects, owning.latest().between(-1, owning.committed()));
    return List.copyOf(effects);
  }

  private static Step granted(OwnerState state, OwnerEvent.Granted event) {
    if (!(state instanceof Absent)) {
      return Step.to(state);
    }
    StepRecord first = StepRecord.first(event.image());
    return Step.to(
        new Owning(event.epoch(), event.backup(), first, -1),
        new OwnerEffect.SendStageAppend(event.backup(), event.epoch(), first),
        new OwnerEffect.ThawAndRun(event.epoch(), event.image()));
  }

  private Step transferred(OwnerState state, OwnerEvent.Transferred event) {
    boolean isLater =
        switch (state) {
          case Absent _ -> true;
          case Staging it -> event.attempt().isAfter(it.attempt());
          case Staged it -> event.attempt().isAfter(it.attempt());
          case Fenced it -> event.attempt().isAfter(it.epoch());
          // It runs here: were it not to, the backup would refuse its next record.
          case Owning _ -> false;
        };
    if (!isLater) {
      return Step.to(state);
    }
    OwnerEffect open =
        new OwnerEffect.SendStageAppend(event.backup(), event.attempt(), event.record());
    Staging next = new Staging(event.attempt(), event.backup(), event.record());
    return rules.hold(DurabilityRule.BACKUP_BEFORE_STAGED)
        ? Step.to(next, open)
        : Step.to(
            new Staged(event.attempt(), event.backup(), event.record()),
            open,
            new OwnerEffect.SendStaged(event.attempt()));
  }

  private static Step stageAcked(OwnerState state, OwnerEvent.StageAcked event) {
    if (state instanceof Staging it
        && it.attempt().equals(event.attempt())
        && it.backup().equals(event.backup())) {
      return Step.to(
          new Staged(it.attempt(), it.backup(), it.record()),
          new OwnerEffect.SendStaged(it.attempt()));
    }
    if (state instanceof Owning it
        && it.committed() < 0
        && it.epoch().equals(event.attempt())
        && it.backup().equals(event.backup())) {
      Owning open = it.committedUpTo(0);
      return open.latest().version() == 0 ? Step.to(open) : Step.to(open, append(open));
    }
    return Step.to(state);
  }

  private static Step activated(OwnerState state, OwnerEvent.Activated event) {
    if (!(state instanceof Staged it) || !it.attempt().equals(event.epoch())) {
      return Step.to(state);
    }
    List<OwnerEffect> effects = new ArrayList<>();
    effects.add(new OwnerEffect.ThawAndRun(it.attempt(), it.record().image()));
    // The fenced owner may have let them go or not: whoever takes them takes a number once.
    release(effects, it.record().outbox());
    return new Step(
        new Owning(it.attempt(), it.backup(), it.record(), it.record().version()), effects);
  }

  private Step stepped(OwnerState state, OwnerEvent.Stepped event) {
    if (!(state instanceof Owning it)) {
      return Step.to(state);
    }
    Owning next = it.after(it.latest().next(event.image(), event.outputs()));
    List<OwnerEffect> effects = new ArrayList<>();
    // Before the slot is open a record would be refused, as if another node had taken over.
    if (next.committed() >= 0) {
      effects.add(append(next));
    }
    if (!rules.hold(DurabilityRule.COMMIT_BEFORE_RELEASE)) {
      release(effects, next.latest().between(it.latest().version(), next.latest().version()));
    }
    if (!rules.hold(DurabilityRule.OUTBOX_IN_RECORD)) {
      effects.replaceAll(OwnerMachine::withoutOutbox);
    }
    return new Step(next, effects);
  }

  private static OwnerEffect withoutOutbox(OwnerEffect effect) {
    return effect instanceof OwnerEffect.SendAppend it
        ? new OwnerEffect.SendAppend(
            it.backup(), it.epoch(), it.record().settled(it.record().outputs()))
        : effect;
  }

  private static Step appended(OwnerState state, OwnerEvent.Appended event) {
    if (!(state instanceof Owning it)
        || !it.epoch().equals(event.epoch())
        || event.version() <= it.committed()
        || event.version() > it.latest().version()) {
      return Step.to(state);
    }
    List<OwnerEffect> effects = new ArrayList<>();
    release(effects, it.latest().between(it.committed(), event.version()));
    return new Step(it.committedUpTo(event.version()), effects);
  }

  private static OwnerEffect append(Owning owning) {
    return new OwnerEffect.SendAppend(owning.backup(), owning.epoch(), owning.latest());
  }

  private static void release(List<OwnerEffect> effects, List<Output> outputs) {
    if (!outputs.isEmpty()) {
      effects.add(new OwnerEffect.Release(outputs));
    }
  }
}
