package dev.stint.cluster.durable;

import dev.stint.cluster.Bytes;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.NodeProcess;
import java.util.List;

/** What happens to a durable cell on the node that runs it, or is to. */
public sealed interface OwnerEvent {
  /** The authority granted a cell that has not run yet. */
  record Granted(Epoch epoch, NodeProcess backup, Bytes image) implements OwnerEvent {}

  /** {@link OwnerEffect.SendStageAppend} was carried out by the backup. */
  record StageAcked(Epoch attempt, NodeProcess backup) implements OwnerEvent {}

  /** {@link BackupEffect.SendTransfer} arrived. */
  record Transferred(Epoch attempt, NodeProcess backup, StepRecord record) implements OwnerEvent {}

  /** The authority committed the attempt. */
  record Activated(Epoch epoch) implements OwnerEvent {}

  /** The cell did a step: its image after it, and what it produced in it. */
  record Stepped(Bytes image, List<Bytes> outputs) implements OwnerEvent {
    /** Copies the list. */
    public Stepped {
      outputs = List.copyOf(outputs);
    }
  }

  /** The backup has the record, says {@link BackupEffect.SendAppendAck}. */
  record Appended(Epoch epoch, long version) implements OwnerEvent {}

  /** The backup takes no records of the epoch any more. */
  record Refused(Epoch epoch) implements OwnerEvent {}

  /** Outputs up to a number were taken, durably, by whom they were for. */
  record Taken(long upTo) implements OwnerEvent {}
}
