package dev.stint.runtime;

import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of tasklets that have ended and that nobody can ask for any more, so that a job may spawn
 * without end. A tasklet is kept whose handle has been written to bytes, that has been on another
 * node, or that has made channels: those who know of it may be anywhere.
 *
 * <p>Handles that the garbage collector has found to be gone wait in a queue, which is emptied
 * whenever a tasklet is spawned or ends, and when the job is looked at; so no thread waits for it.
 */
final class EndedCells {
  private final ResidentJob job;
  private final ReferenceQueue<Object> dropped = new ReferenceQueue<>();
  private final LongAdder cpuNanos = new LongAdder();

  EndedCells(ResidentJob job) {
    this.job = job;
  }

  /** The first handle of a tasklet that is about to start in a new cell. */
  TaskletHandle<?> claim(Cell cell) {
    Object token = new Object();
    cell.setClaim(new HandleClaim(cell, token, dropped));
    return new TaskletHandle<>(cell.id(), token);
  }

  /** A handle of a tasklet, whose cell is here or not, is being written to bytes. */
  static void handleTravels(@Nullable Cell cell) {
    HandleClaim claim = cell == null ? null : cell.claim();
    if (claim != null) {
      claim.travels();
    }
  }

  /** Lets go of those whose last handle has gone. */
  void letGo() {
    for (var gone = dropped.poll(); gone != null; gone = dropped.poll()) {
      if (gone instanceof HandleClaim claim) {
        letGo(claim.cell());
      }
    }
  }

  /** Lets go of a cell if its tasklet has ended and nobody can ask for it. */
  void letGo(Cell cell) {
    if (cell.leaveIfUnknown() && job.forget(cell)) {
      cpuNanos.add(cell.tasklet().cpuNanos());
      job.host().released(cell.id());
    }
  }

  /** Processor time of all that have been let go, in nanoseconds. */
  long cpuNanos() {
    return cpuNanos.sum();
  }
}
