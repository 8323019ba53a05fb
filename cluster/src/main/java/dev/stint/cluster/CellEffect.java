package dev.stint.cluster;

/** What a node has to do for a cell. */
public sealed interface CellEffect {
  /** Which cell. */
  CellId cell();

  /**
   * Freeze all tasklets of the cell at their next safepoint, then say {@link
   * CellEvent.SafepointReached} or {@link CellEvent.CannotFreeze}, with the latest attempt asked
   * for. A cell whose tasklets have ended or have already stopped is at a safepoint at once.
   */
  record FreezeAtSafepoint(CellId cell, Epoch attempt) implements CellEffect {}

  /** The freeze is no longer wanted: let tasklets that have already stopped go on. */
  record CancelFreeze(CellId cell, Epoch attempt) implements CellEffect {}

  /**
   * Send the image to the target, in pieces of {@link ImageChunk#split}, each as a {@link
   * CellEvent.TransferReceived}.
   */
  record SendTransfer(
      CellId cell,
      Epoch epoch,
      Epoch attempt,
      NodeProcess target,
      String targetAddress,
      Bytes image)
      implements CellEffect {}

  /** Check size, checksum and the job's code, then say {@link CellEvent.StageOk} or StageFailed. */
  record CheckImage(CellId cell, Epoch attempt, Bytes image) implements CellEffect {}

  /** Run what the image holds. */
  record ThawAndRun(CellId cell, Epoch epoch, Bytes image) implements CellEffect {}

  /** Let the frozen tasklets of the cell go on here. */
  record ResumeLocally(CellId cell, Epoch epoch) implements CellEffect {}

  /** The frozen or staged tasklets of the cell are no longer ours: forget them. */
  record DropImage(CellId cell) implements CellEffect {}

  /** Stop the running tasklets of the cell and forget them. */
  record StopTasklets(CellId cell) implements CellEffect {}

  /** Report {@link Command.Staged}. */
  record SendStaged(CellId cell, Epoch attempt) implements CellEffect {}

  /** Report {@link Command.Refused}. */
  record SendRefused(CellId cell, Epoch attempt, Refusal refusal) implements CellEffect {}

  /** Report {@link Command.OrderDone}. */
  record SendOrderDone(CellId cell, OrderKind order, Epoch attempt) implements CellEffect {}

  /** Report {@link Command.CellEnded}; when it is accepted, say {@link CellEvent.EndRecorded}. */
  record SendEnded(CellId cell, Epoch epoch) implements CellEffect {}
}
