package dev.stint.cluster;

/**
 * What happens to a cell on a node. Orders and transfers come over the network, late, twice or
 * never; the rest comes from the node itself, in order.
 */
public sealed interface CellEvent {
  /** Comes over the network: may be late, doubled or out of order. */
  sealed interface Message extends CellEvent {}

  // ---- orders of the coordinator

  /** {@link Effect.SendPrepare} arrived. */
  record Prepare(Epoch epoch, Epoch attempt, NodeProcess target, String targetAddress)
      implements Message {}

  /** {@link Effect.SendActivate} arrived. */
  record Activate(Epoch epoch) implements Message {}

  /** {@link Effect.SendRelease} arrived. */
  record Release(Epoch epoch, Epoch attempt, NodeProcess newOwner, String newOwnerAddress)
      implements Message {}

  /** {@link Effect.SendResume} arrived. */
  record Resume(Epoch epoch, Epoch attempt) implements Message {}

  /** {@link Effect.SendDiscard} arrived. */
  record Discard(Epoch attempt) implements Message {}

  // ---- from another node

  /**
   * A piece of an image arrived.
   *
   * @param run whose cell it is
   * @param epoch the sender's epoch
   */
  record TransferReceived(JobRun run, Epoch epoch, Epoch attempt, ImageChunk chunk)
      implements Message {}

  // ---- from this node

  /** A spawn or a job's start made the cell here. */
  record Started(JobRun run, Epoch epoch) implements CellEvent {}

  /** All tasklets of the cell are frozen; this is their image. */
  record SafepointReached(Epoch attempt, Bytes image) implements CellEvent {}

  /** The cell cannot be frozen: pinned by a site, or anchored by a field path. It still runs. */
  record CannotFreeze(Epoch attempt, Refusal refusal) implements CellEvent {}

  /** {@link CellEffect.CheckImage} found nothing wrong. */
  record StageOk(Epoch attempt) implements CellEvent {}

  /** {@link CellEffect.CheckImage} found that the image cannot be taken. */
  record StageFailed(Epoch attempt, Refusal refusal) implements CellEvent {}

  /** All tasklets of the cell have ended; a result may still wait to be read. */
  record TaskletEnded() implements CellEvent {}

  /** The result of an ended cell has been read: nothing of the cell is left. */
  record ResultTaken() implements CellEvent {}

  /** The authority has accepted {@link Command.CellEnded}. */
  record EndRecorded() implements CellEvent {}

  /** The job is to leave this node: whatever is here of the cell goes. */
  record Drop() implements CellEvent {}

  /**
   * Nothing has changed about the cell for longer than a message can be under way (60 s). A node
   * says this of cells that are {@link CellState.Released} or {@link CellState.Staging}: the
   * tombstone has done its work, and pieces whose rest never came belong to an attempt that is
   * over.
   */
  record Expired() implements CellEvent {}
}
