package dev.stint.cluster.durable;

import dev.stint.cluster.Epoch;
import dev.stint.cluster.NodeProcess;

/** What the node that keeps a cell's records has to do, after its state is what it is now. */
public sealed interface BackupEffect {
  /** Say {@link OwnerEvent.StageAcked}. */
  record SendStageAck(NodeProcess to, Epoch epoch) implements BackupEffect {}

  /** Say {@link OwnerEvent.Appended}. */
  record SendAppendAck(NodeProcess to, Epoch epoch, long version) implements BackupEffect {}

  /** Say {@link OwnerEvent.Refused}. */
  record SendRefused(NodeProcess to, Epoch epoch) implements BackupEffect {}

  /** Say {@link OwnerEvent.Transferred} to the target. */
  record SendTransfer(Epoch attempt, NodeProcess target, NodeProcess backup, StepRecord record)
      implements BackupEffect {}

  /** Tell the authority that there is no such slot: the cell is lost with its owner. */
  record SendMissing(Epoch epoch, Epoch attempt) implements BackupEffect {}
}
