package dev.stint.runtime;

import dev.stint.TaskletStatus;
import dev.stint.abi.Continuation;
import java.util.Optional;

/** What can be seen of a cell from outside, at any moment and from any thread. */
final class CellViews {
  private CellViews() {}

  /** Who has seen a tasklet's end must find it ended: the end comes before the tasklet's state. */
  static TaskletStatus statusOf(Cell cell) {
    CellEnd end = cell.end();
    if (end != null) {
      return end.status();
    }
    if (cell.frozen() != null) {
      return TaskletStatus.FROZEN;
    }
    TaskletStatus status = cell.tasklet().state().status();
    boolean waits = status == TaskletStatus.READY || status == TaskletStatus.PARKED;
    return waits && cell.tasklet().requests().has(Requests.PAUSE) ? TaskletStatus.PAUSED : status;
  }

  static TaskletView of(Cell cell) {
    Wait wait = cell.tasklet().waiting();
    return new TaskletView(
        cell.id(),
        cell.parent(),
        statusOf(cell),
        wait == null ? "" : wait.what().text(),
        cell.tasklet().cpuNanos(),
        cell.counts().freezes(),
        cell.lastPin());
  }

  /** The stack of a tasklet that is parked, ready or frozen; empty while it is on a carrier. */
  static Optional<StackView> stackOf(Cell cell) {
    TaskletState state = cell.tasklet().state();
    if (state != TaskletState.PARKED
        && state != TaskletState.READY
        && state != TaskletState.FROZEN) {
      return Optional.empty();
    }
    Continuation stack = cell.tasklet().continuation();
    return stack == null ? Optional.empty() : Optional.of(StackReader.read(cell.id(), stack.top()));
  }
}
