package dev.stint.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to move a cell.
 *
 * @param number counts all moves of the cluster from 1
 * @param epoch the owner's epoch when the attempt began
 * @param attempt the epoch that the target has if the attempt commits
 * @param detail why it was aborted; empty otherwise
 * @param endedAt null while pending
 */
public record MoveView(
    long number,
    CellId cell,
    JobRun run,
    NodeProcess from,
    NodeProcess to,
    Epoch epoch,
    Epoch attempt,
    MoveReason reason,
    Outcome outcome,
    String detail,
    Instant startedAt,
    @Nullable Instant endedAt) {

  /** How far an attempt is. */
  public enum Outcome {
    PENDING,
    COMMITTED,
    ABORTED
  }

  MoveView ended(Outcome how, String why, Instant at) {
    return new MoveView(
        number, cell, run, from, to, epoch, attempt, reason, how, why, startedAt, at);
  }
}
