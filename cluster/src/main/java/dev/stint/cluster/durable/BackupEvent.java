package dev.stint.cluster.durable;

import dev.stint.cluster.Epoch;
import dev.stint.cluster.NodeProcess;

/** What reaches the node that keeps a cell's records. */
public sealed interface BackupEvent {
  /** {@link OwnerEffect.SendStageAppend} arrived. */
  record StageAppend(NodeProcess from, Epoch epoch, StepRecord record) implements BackupEvent {}

  /** {@link OwnerEffect.SendAppend} arrived. */
  record Append(NodeProcess from, Epoch epoch, StepRecord record) implements BackupEvent {}

  /** The authority fenced the epoch's owner and began an attempt to go on elsewhere. */
  record SealAndSend(Epoch epoch, Epoch attempt, NodeProcess target, NodeProcess backup)
      implements BackupEvent {}

  /** The authority committed an attempt: slots of earlier epochs are over. */
  record Trim(Epoch below) implements BackupEvent {}
}
