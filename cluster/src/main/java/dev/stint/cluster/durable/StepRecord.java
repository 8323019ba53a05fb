package dev.stint.cluster.durable;

import dev.stint.cluster.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell after a step, as one piece: who has it needs no earlier record.
 *
 * @param version from 0, without gaps
 * @param image what the cell goes on from
 * @param outbox outputs up to this step that are not known to have been taken, in order
 * @param outputs how many outputs there were in the cell's whole life
 */
public record StepRecord(long version, Bytes image, List<Output> outbox, long outputs) {
  /** Copies the list. */
  public StepRecord {
    outbox = List.copyOf(outbox);
  }

  /** The record of a cell that has not run yet. */
  public static StepRecord first(Bytes image) {
    return new StepRecord(0, image, List.of(), 0);
  }

  /** The record of the next step. */
  StepRecord next(Bytes newImage, List<Bytes> produced) {
    List<Output> unsettled = new ArrayList<>(outbox);
    long number = outputs;
    for (Bytes bytes : produced) {
      number++;
      unsettled.add(new Output(number, version + 1, bytes));
    }
    return new StepRecord(version + 1, newImage, unsettled, number);
  }

  /** Without the outputs up to a number. */
  StepRecord settled(long upTo) {
    return new StepRecord(
        version, image, outbox.stream().filter(output -> output.number() > upTo).toList(), outputs);
  }

  /** The outputs of the steps after one version up to another. */
  List<Output> between(long after, long upTo) {
    return outbox.stream()
        .filter(output -> output.version() > after && output.version() <= upTo)
        .toList();
  }
}
