package dev.stint.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.cluster.CellId;
import dev.stint.cluster.CellRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The cells granted to one job on this node for its spawns. More are asked for when half of the
 * last grant is used, each time twice as many, so that a spawn hardly ever waits.
 */
final class CellGrants {
  private static final int FIRST_REQUEST = 64;
  private static final int LARGEST_REQUEST = 4096;

  private final IntConsumer request;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Deque<CellRange> ranges = new ArrayDeque<>();

  /** The last cells of the ranges that have been used up and may not be recorded. */
  @GuardedBy("lock")
  private final Set<CellId> ends = new LinkedHashSet<>();

  @GuardedBy("lock")
  private int used;

  @GuardedBy("lock")
  private int left;

  @GuardedBy("lock")
  private int lastRequest = FIRST_REQUEST / 2;

  @GuardedBy("lock")
  private int asked;

  /** Whether what is asked for was asked before the last {@link #redrive}. */
  @GuardedBy("lock")
  private boolean overdue;

  @GuardedBy("lock")
  private boolean closed;

  /**
   * No cells yet.
   *
   * @param request sends a request for so many cells; it may be lost
   */
  CellGrants(IntConsumer request) {
    this.request = request;
  }

  /**
   * A cell nobody else uses; waits if none is left.
   *
   * @throws IllegalStateException if the job ends meanwhile
   */
  CellId take() {
    synchronized (lock) {
      askAhead();
      awaitCells();
      CellRange range = ranges.getFirst();
      CellId cell = range.at(used++);
      left--;
      if (used == range.count()) {
        ranges.removeFirst();
        ends.add(cell);
        used = 0;
      }
      return cell;
    }
  }

  /** More cells have come. */
  void granted(CellRange range) {
    synchronized (lock) {
      ranges.add(range);
      left += range.count();
      asked = 0;
      overdue = false;
      lock.notifyAll();
    }
  }

  /** A new session: a request under way may have been lost. */
  void askAgain() {
    synchronized (lock) {
      if (asked > 0) {
        request.accept(asked);
      }
    }
  }

  /** A request that has not been answered since the last call is repeated: it may have failed. */
  void redrive() {
    synchronized (lock) {
      if (asked > 0 && overdue) {
        request.accept(asked);
      }
      overdue = asked > 0;
    }
  }

  /** The last cell of each range of which cells have been taken and may not be recorded. */
  List<CellId> lastTaken() {
    synchronized (lock) {
      List<CellId> last = new ArrayList<>(ends);
      if (used > 0) {
        last.add(ranges.getFirst().at(used - 1));
      }
      return last;
    }
  }

  /** It is recorded that cells have been taken. */
  void recorded(Collection<CellId> taken) {
    synchronized (lock) {
      taken.forEach(ends::remove);
    }
  }

  /** The job is over here. */
  void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
  }

  @GuardedBy("lock")
  private void askAhead() {
    if (asked == 0 && left <= lastRequest / 2) {
      lastRequest = Math.min(LARGEST_REQUEST, 2 * lastRequest);
      asked = lastRequest;
      request.accept(asked);
    }
  }

  @GuardedBy("lock")
  private void awaitCells() {
    boolean interrupted = false;
    while (left == 0 && !closed) {
      try {
        lock.wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (closed) {
      throw new IllegalStateException("the job has ended; it spawns nothing any more");
    }
  }
}
