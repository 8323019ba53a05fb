package dev.stint.cluster.durable;

import dev.stint.cluster.Epoch;
import dev.stint.cluster.durable.BackupState.Slot;
import java.util.List;
import java.util.TreeMap;

/**
 * A cell's records on the node that keeps them. Sealing a slot stops the epoch's owner for good,
 * whether it is dead or was only thought to be: without a slot that takes its records, nothing it
 * does leaves it.
 */
public final class BackupMachine {
  private final DurabilityRules rules;

  /** The machine with all its rules. */
  public BackupMachine() {
    this(DurabilityRules.ALL);
  }

  BackupMachine(DurabilityRules rules) {
    this.rules = rules;
  }

  /** A state, and what has to be done on the way into it, in order. */
  public record Step(BackupState state, List<BackupEffect> effects) {
    /** Copies the list. */
    public Step {
      effects = List.copyOf(effects);
    }

    static Step to(BackupState state, BackupEffect... effects) {
      return new Step(state, List.of(effects));
    }
  }

  /** The next state. */
  public Step step(BackupState state, BackupEvent event) {
    return switch (event) {
      case BackupEvent.StageAppend stage -> stage(state, stage);
      case BackupEvent.Append append -> append(state, append);
      case BackupEvent.SealAndSend seal -> sealAndSend(state, seal);
      case BackupEvent.Trim trim -> Step.to(trimmed(state, trim.below()));
    };
  }

  private Step stage(BackupState state, BackupEvent.StageAppend event) {
    Slot known = state.slots().get(event.epoch());
    BackupEffect ack = new BackupEffect.SendStageAck(event.from(), event.epoch());
    if (known != null) {
      return known.sealed() ? Step.to(state) : Step.to(state, ack);
    }
    if (state.floor().isAfter(event.epoch())) {
      return Step.to(state);
    }
    BackupState room =
        rules.hold(DurabilityRule.SLOTS_BY_EPOCH)
            ? state
            : new BackupState(state.floor(), new TreeMap<>());
    return Step.to(room.with(event.epoch(), new Slot(event.record(), false)), ack);
  }

  private static Step append(BackupState state, BackupEvent.Append event) {
    Slot slot = state.slots().get(event.epoch());
    if (slot == null || slot.sealed()) {
      return Step.to(state, new BackupEffect.SendRefused(event.from(), event.epoch()));
    }
    // A record stands for all before it, so one that comes late has been overtaken.
    StepRecord latest =
        event.record().version() > slot.record().version() ? event.record() : slot.record();
    return Step.to(
        state.with(event.epoch(), new Slot(latest, false)),
        new BackupEffect.SendAppendAck(event.from(), event.epoch(), latest.version()));
  }

  private Step sealAndSend(BackupState state, BackupEvent.SealAndSend event) {
    if (state.floor().isAfter(event.epoch())) {
      return Step.to(state);
    }
    Slot slot = state.slots().get(event.epoch());
    if (slot == null) {
      return Step.to(state, new BackupEffect.SendMissing(event.epoch(), event.attempt()));
    }
    boolean sealed = rules.hold(DurabilityRule.SEAL_BEFORE_SEND);
    return Step.to(
        state.with(event.epoch(), new Slot(slot.record(), sealed)),
        new BackupEffect.SendTransfer(
            event.attempt(), event.target(), event.backup(), slot.record()));
  }

  private BackupState trimmed(BackupState state, Epoch below) {
    BackupState trimmed = state.trimmed(below);
    return rules.hold(DurabilityRule.TRIM_IS_REMEMBERED)
        ? trimmed
        : new BackupState(Epoch.FIRST, trimmed.slots());
  }
}
