package dev.stint.runtime;

import dev.stint.TaskletStatus;

/**
 * Where a tasklet on this node stands. Who may change it, and why:
 *
 * <pre>
 *      NEW -&gt; READY           its starter
 *    READY -&gt; RUNNING         a carrier mounts it
 *  RUNNING -&gt; YIELDING        itself: a yield, the end of a slice, a freeze that was asked for
 * YIELDING -&gt; READY           its carrier, once the activations have saved themselves
 * YIELDING -&gt; FREEZING        its carrier: likewise, and a freeze was asked for
 *  RUNNING -&gt; PARKING         itself: it has to wait
 *  PARKING -&gt; RUNNING         itself: it need not wait after all
 *  PARKING -&gt; PARKED          its carrier, once the activations have saved themselves
 *  PARKING -&gt; WOKEN           whoever completes the wait while they still do
 *    WOKEN -&gt; READY           its carrier
 *  PARKING, WOKEN -&gt; FREEZING its carrier: a freeze was asked for
 *   PARKED -&gt; READY           whoever completes the wait
 *  RUNNING -&gt; PINNED_PARKED   itself: it waits where it cannot be unwound, and keeps its thread
 *  PINNED_PARKED -&gt; RUNNING   itself
 *    READY -&gt; PAUSED          a carrier or who pauses it: it is not to run now
 *      NEW -&gt; PAUSED          its maker: it has yet to be started
 *   PAUSED -&gt; READY           who resumes it
 *    READY, PARKED, PAUSED -&gt; FREEZING  whoever freezes it
 * FREEZING -&gt; FROZEN          whoever freezes it: it is plain data now
 * FREEZING, FROZEN -&gt; READY, PARKED  whoever freezes it: it stays here after all
 *   FROZEN -&gt; GONE            it lives elsewhere
 *  RUNNING, YIELDING, PARKING, WOKEN, PARKED, PAUSED, READY -&gt; DONE, FAILED, CANCELLED
 * </pre>
 */
enum TaskletState {
  NEW(TaskletStatus.READY),
  READY(TaskletStatus.READY),
  RUNNING(TaskletStatus.RUNNING),
  YIELDING(TaskletStatus.RUNNING),
  PARKING(TaskletStatus.RUNNING),
  WOKEN(TaskletStatus.RUNNING),
  PARKED(TaskletStatus.PARKED),
  PAUSED(TaskletStatus.PAUSED),
  PINNED_PARKED(TaskletStatus.PARKED),
  FREEZING(TaskletStatus.FROZEN),
  FROZEN(TaskletStatus.FROZEN),
  GONE(TaskletStatus.FROZEN),
  DONE(TaskletStatus.DONE),
  FAILED(TaskletStatus.FAILED),
  CANCELLED(TaskletStatus.CANCELLED);

  private final TaskletStatus status;

  TaskletState(TaskletStatus status) {
    this.status = status;
  }

  TaskletStatus status() {
    return status;
  }
}
