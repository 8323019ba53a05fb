package dev.stint.cluster.durable;

import dev.stint.cluster.Epoch;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a node keeps of a cell that others run.
 *
 * @param floor slots of earlier epochs are over and are not opened again
 * @param slots by epoch
 */
public record BackupState(Epoch floor, SortedMap<Epoch, Slot> slots) {
  /** Nothing is kept. */
  public static final BackupState EMPTY = new BackupState(Epoch.FIRST, new TreeMap<>());

  /**
   * The records of one epoch: the latest stands for all.
   *
   * @param sealed whether it was sent to a new owner, so that it takes no further record
   */
  public record Slot(StepRecord record, boolean sealed) {}

  /** Copies the map. */
  public BackupState {
    slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
  }

  BackupState with(Epoch epoch, Slot slot) {
    TreeMap<Epoch, Slot> next = new TreeMap<>(slots);
    next.put(epoch, slot);
    return new BackupState(floor, next);
  }

  BackupState trimmed(Epoch below) {
    return new BackupState(below.isAfter(floor) ? below : floor, slots.tailMap(below));
  }
}
