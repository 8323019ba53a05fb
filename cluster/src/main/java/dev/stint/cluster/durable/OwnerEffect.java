package dev.stint.cluster.durable;

import dev.stint.cluster.Bytes;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.NodeProcess;
import java.util.List;

/** What the node that runs a durable cell has to do. */
public sealed interface OwnerEffect {
  /** Have the backup open the epoch's slot with the record. */
  record SendStageAppend(NodeProcess backup, Epoch epoch, StepRecord record)
      implements OwnerEffect {}

  /** Have the backup put the record into the epoch's slot. */
  record SendAppend(NodeProcess backup, Epoch epoch, StepRecord record) implements OwnerEffect {}

  /** Tell the authority that the record is here and on the attempt's backup. */
  record SendStaged(Epoch attempt) implements OwnerEffect {}

  /** Run what the image holds. */
  record ThawAndRun(Epoch epoch, Bytes image) implements OwnerEffect {}

  /** Let the outputs leave, in order; some may have left before. */
  record Release(List<Output> outputs) implements OwnerEffect {
    /** Copies the list. */
    public Release {
      outputs = List.copyOf(outputs);
    }
  }

  /** Stop the cell's tasklets and forget them. */
  record StopTasklets() implements OwnerEffect {}
}
