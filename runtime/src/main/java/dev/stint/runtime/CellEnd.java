package dev.stint.runtime;

import dev.stint.TaskletStatus;

/** What those who join a tasklet get from it. */
sealed interface CellEnd {

  /** The status of a tasklet that has ended so. */
  TaskletStatus status();

  /** What its body returned, or the exception that it threw. */
  record Ended(Parcel result) implements CellEnd {
    @Override
    public TaskletStatus status() {
      return result.isThrown() ? TaskletStatus.FAILED : TaskletStatus.DONE;
    }
  }

  /** It was cancelled. */
  record Cancelled() implements CellEnd {
    @Override
    public TaskletStatus status() {
      return TaskletStatus.CANCELLED;
    }
  }
}
