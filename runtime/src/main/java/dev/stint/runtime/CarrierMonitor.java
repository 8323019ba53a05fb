package dev.stint.runtime;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches the carriers from a thread of its own: asks a tasklet that has had its time slice to make
 * room when others wait, and puts another carrier in for one that does not answer, because it is in
 * a blocking call or a monitor. One that computes without a safepoint, in code of the JDK, is left
 * alone for long, and few are replaced: more threads would not bring more processors. While no
 * carrier is busy it sleeps.
 */
final class CarrierMonitor extends Thread implements AutoCloseable {
  /** A tick is half a slice: a mount seen twice has had at least one, at most one and a half. */
  private static final int TICKS_PER_SLICE = 2;

  /** Ticks in a row in a wait after which a carrier that was asked for room counts as stuck. */
  private static final int STUCK_AFTER = 2 * TICKS_PER_SLICE;

  /** Ticks without processor time: more, since a busy machine gives none for a while either. */
  private static final int SILENT_AFTER = 10 * TICKS_PER_SLICE;

  /** Ticks after the request after which one that computes counts as stuck. */
  private static final int COMPUTING_AFTER = 50 * TICKS_PER_SLICE;

  /**
   * Ticks after which a freeze is given up that met no safepoint where the tasklet can be unwound:
   * the call of the JDK, or the code under the lock, may last for ever.
   */
  private static final int FREEZE_GIVEN_UP_AFTER = 200 * TICKS_PER_SLICE;

  private final Scheduler scheduler;
  private final long tickNanos;
  private int computingReplaced;
  private volatile boolean sleeping;
  private volatile boolean closed;

  CarrierMonitor(Scheduler scheduler, Duration slice) {
    super("stint-monitor");
    this.scheduler = scheduler;
    this.tickNanos = Math.max(1, slice.toNanos() / TICKS_PER_SLICE);
    setDaemon(true);
  }

  /** A carrier has mounted a tasklet. */
  void carrierIsBusy() {
    if (sleeping) {
      sleeping = false;
      LockSupport.unpark(this);
    }
  }

  @Override
  public void run() {
    while (!closed) {
      LockSupport.parkNanos(this, tickNanos);
      boolean busy = false;
      for (Carrier carrier : scheduler.carriers()) {
        busy |= look(carrier);
      }
      if (!busy) {
        sleepUntilBusy();
      }
    }
  }

  private void sleepUntilBusy() {
    sleeping = true;
    for (Carrier carrier : scheduler.carriers()) {
      if (carrier.mounted() != null) {
        sleeping = false;
      }
    }
    while (sleeping && !closed) {
      LockSupport.park(this);
    }
  }

  /** Returns whether the carrier is busy. */
  private boolean look(Carrier carrier) {
    LiveTasklet tasklet = carrier.mounted();
    long mounts = carrier.mounts();
    boolean same = tasklet != null && mounts == carrier.seenMounts;
    carrier.seenMounts = mounts;
    if (same) {
      carrier.ticksOnSameMount++;
      carrier.pulse.tick(carrier);
    } else {
      startAnew(carrier);
    }
    if (tasklet == null || !same || tasklet.state() == TaskletState.PINNED_PARKED) {
      return tasklet != null;
    }
    if (scheduler.ready() > 0) {
      scheduler.ensureRunner();
      press(carrier);
    }
    if (!tasklet.isFreezeRequested()) {
      carrier.ticksFreezeAsked = 0;
    } else if (++carrier.ticksFreezeAsked >= FREEZE_GIVEN_UP_AFTER) {
      PinReason reason = tasklet.ties().locksHeld() > 0 ? PinReason.LOCK : PinReason.PLAIN_FRAME;
      tasklet.missFreeze(reason, UserFrames.top(carrier.getStackTrace()));
      carrier.ticksFreezeAsked = 0;
    }
    return true;
  }

  private void startAnew(Carrier carrier) {
    carrier.ticksOnSameMount = 0;
    carrier.ticksPressed = 0;
    carrier.ticksFreezeAsked = 0;
    carrier.pulse.reset();
    if (carrier.stuck) {
      carrier.stuck = false;
      scheduler.stuck(carrier, false);
    }
    if (carrier.stuckComputing) {
      carrier.stuckComputing = false;
      computingReplaced--;
    }
  }

  /** Others wait: this carrier's tasklet must make room, or somebody else do its work. */
  private void press(Carrier carrier) {
    if (carrier.ticksOnSameMount < TICKS_PER_SLICE) {
      return;
    }
    carrier.sliceIsOver();
    carrier.ticksPressed++;
    if (carrier.stuck || carrier.isBlocked()) {
      return;
    }
    if (waits(carrier.pulse)) {
      replace(carrier);
    } else if (carrier.ticksPressed >= COMPUTING_AFTER && computingReplaced < scheduler.target()) {
      carrier.stuckComputing = true;
      computingReplaced++;
      replace(carrier);
    }
  }

  private static boolean waits(CarrierPulse pulse) {
    return pulse.ticksWaiting() >= STUCK_AFTER || pulse.ticksWithoutCpu() >= SILENT_AFTER;
  }

  private void replace(Carrier carrier) {
    carrier.stuck = true;
    scheduler.stuck(carrier, true);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(this);
  }
}
