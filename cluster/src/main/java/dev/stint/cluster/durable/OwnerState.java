package dev.stint.cluster.durable;

import dev.stint.cluster.Epoch;
import dev.stint.cluster.NodeProcess;

/**
 * Where a durable cell is in its life on the node that runs it, or is to.
 *
 * <pre>
 * Absent, Staging, Staged, Fenced -> Staging  Transferred with a later attempt than any seen
 * Staging -> Staged   StageAcked by the attempt's backup
 * Staged  -> Owning   Activated with exactly the attempt
 * Absent  -> Owning   Granted: a cell that has not run yet
 * Owning  -> Fenced   Refused: the slot is sealed or gone, so another node goes on with the cell
 * </pre>
 */
public sealed interface OwnerState {
  /** The state of cells that nothing is known of. */
  OwnerState ABSENT = new Absent();

  /** Nothing is known here of the cell. */
  record Absent() implements OwnerState {}

  /** The record is here, and on its way to the backup. */
  record Staging(Epoch attempt, NodeProcess backup, StepRecord record) implements OwnerState {}

  /** The record is here and on the backup; it runs if the authority commits the attempt. */
  record Staged(Epoch attempt, NodeProcess backup, StepRecord record) implements OwnerState {}

  /**
   * The cell runs here.
   *
   * @param latest the last step
   * @param committed the last version known to be on the backup; -1 if the slot is not open yet
   */
  record Owning(Epoch epoch, NodeProcess backup, StepRecord latest, long committed)
      implements OwnerState {
    Owning committedUpTo(long version) {
      return new Owning(epoch, backup, latest, version);
    }

    Owning after(StepRecord step) {
      return new Owning(epoch, backup, step, committed);
    }
  }

  /** Another node goes on with the cell; nothing of what was not committed here ever leaves. */
  record Fenced(Epoch epoch) implements OwnerState {}
}
