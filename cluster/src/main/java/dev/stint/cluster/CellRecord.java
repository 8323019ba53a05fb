package dev.stint.cluster;

import org.jspecify.annotations.Nullable;

/** The authority's record of a cell that is a job's root or has been moved. */
final class CellRecord {
  final CellId cell;
  final JobRun run;
  NodeProcess owner;
  Epoch epoch;

  /** The epoch that the next attempt draws. */
  Epoch nextEpoch;

  @Nullable NodeProcess backup;
  @Nullable MoveView pending;

  CellRecord(CellId cell, JobRun run, NodeProcess owner, Epoch epoch, Epoch nextEpoch) {
    this.cell = cell;
    this.run = run;
    this.owner = owner;
    this.epoch = epoch;
    this.nextEpoch = nextEpoch;
  }

  /** A cell that has just been granted. */
  static CellRecord granted(CellId cell, JobRun run, NodeProcess owner) {
    return new CellRecord(cell, run, owner, Epoch.FIRST, Epoch.FIRST.next());
  }

  boolean isOwnedBy(NodeProcess process, Epoch inEpoch) {
    return owner.equals(process) && epoch.equals(inEpoch);
  }

  CellView view() {
    return new CellView(cell, run, owner, epoch, backup, pending);
  }
}
