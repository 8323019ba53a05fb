package dev.stint.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a cell is in its life on one node.
 *
 * <pre>
 * Absent   -> Live      Started: spawned here, or a job's root
 * Live     -> Freezing  Prepare with an attempt not seen before
 * Freezing -> Frozen    SafepointReached
 * Freezing -> Live      CannotFreeze, or Resume of the attempt
 * Frozen   -> Frozen    Prepare with a later attempt: the earlier one was aborted
 * Frozen   -> Live      Resume of exactly the attempt
 * Frozen   -> Released  Release of exactly the attempt: the move is committed
 * Frozen, Released, Absent -> Staging  TransferReceived of a later grant
 * Staging  -> Staged    StageOk
 * Staging  -> Released  Discard of exactly the attempt, StageFailed
 * Staged   -> Live      Activate of exactly the attempt
 * Staged   -> Released  Discard of exactly the attempt
 * Staging, Staged -> Staging  TransferReceived of a later attempt
 * Live     -> Ended     ResultTaken
 * Ended    -> Absent    EndRecorded
 * Released, Staging -> Absent  Expired
 * any      -> Released  Drop: a tombstone that leads nowhere
 * </pre>
 */
public sealed interface CellState {
  /** The one state of cells that nothing is known of. */
  CellState ABSENT = new Absent();

  /** Nothing is known here of the cell. */
  record Absent() implements CellState {}

  /**
   * Owned and running.
   *
   * @param lastAttempt the latest attempt seen; earlier ones are over
   * @param finished whether all tasklets have ended and only a result waits to be read
   * @param refusal what was answered to the latest attempt, if it was refused
   */
  record Live(Epoch epoch, Epoch lastAttempt, boolean finished, @Nullable Refusal refusal)
      implements CellState {}

  /** Owned, running up to its next safepoint. */
  record Freezing(
      Epoch epoch, Epoch attempt, NodeProcess target, String targetAddress, boolean finished)
      implements CellState {}

  /** Owned, not running; the image is kept until the attempt is committed or aborted. */
  record Frozen(
      Epoch epoch,
      Epoch attempt,
      NodeProcess target,
      String targetAddress,
      boolean finished,
      Bytes image)
      implements CellState {}

  /**
   * Pieces of an image are coming in; when all are there the image is checked.
   *
   * @param epoch the sender's epoch
   * @param pieces those that have come, from the first on
   * @param count how many there will be
   */
  record Staging(Epoch epoch, Epoch attempt, List<Bytes> pieces, int count) implements CellState {
    /** Copies the list. */
    public Staging {
      pieces = List.copyOf(pieces);
    }

    boolean isWhole() {
      return pieces.size() == count;
    }
  }

  /** The whole image is here and good; it runs if the move is committed. */
  record Staged(Epoch attempt, Bytes image) implements CellState {}

  /**
   * A tombstone: the cell has left, or was never to run here.
   *
   * @param epoch the latest attempt that is over here; nothing up to it is taken back
   * @param newOwner where it went; null if it was discarded or dropped with its job
   * @param newOwnerAddress where that process is reached; empty if there is none
   */
  record Released(Epoch epoch, @Nullable NodeProcess newOwner, String newOwnerAddress)
      implements CellState {}

  /** Nothing of the cell is left, and the authority is being told. */
  record Ended(Epoch epoch) implements CellState {}
}
