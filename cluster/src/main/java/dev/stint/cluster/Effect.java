package dev.stint.cluster;

/**
 * An order to a process. Orders follow from the log alone: all that are owed can be asked for at
 * any time ({@link AuthorityMachine#redrive}), repeating one is harmless, and losing one only costs
 * time.
 */
public sealed interface Effect {
  /** Who is to get the order; it is dropped if that process no longer lives. */
  NodeProcess to();

  /** An order about one cell. */
  sealed interface OfCell extends Effect {
    /** Which cell. */
    CellId cell();
  }

  /** Freeze the cell at its next safepoint and send it to the target. */
  record SendPrepare(
      NodeProcess to,
      CellId cell,
      JobRun run,
      Epoch epoch,
      Epoch attempt,
      NodeProcess target,
      String targetAddress)
      implements OfCell {}

  /** The move is committed: run what was staged under this epoch. */
  record SendActivate(NodeProcess to, CellId cell, Epoch epoch) implements OfCell {}

  /** The move is committed: drop the frozen image, remember where the cell went. */
  record SendRelease(
      NodeProcess to,
      CellId cell,
      Epoch epoch,
      Epoch attempt,
      NodeProcess newOwner,
      String newOwnerAddress)
      implements OfCell {}

  /** The attempt is aborted: go on here. */
  record SendResume(NodeProcess to, CellId cell, Epoch epoch, Epoch attempt) implements OfCell {}

  /** The attempt is aborted: drop what was staged for it. */
  record SendDiscard(NodeProcess to, CellId cell, Epoch attempt) implements OfCell {}

  /** Start the root of a job. */
  record SendStartRoot(NodeProcess to, JobRun run, CellId root, Epoch epoch, JobRequest request)
      implements Effect {}

  /** Cancel the root of a job. */
  record SendCancel(NodeProcess to, JobRun run, CellId root, Epoch epoch, String why)
      implements Effect {}

  /** Drop all that is there of a run. */
  record SendDropJob(NodeProcess to, JobRun run) implements Effect {}
}
