package dev.stint.runtime;

import dev.stint.abi.Ctx;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that runs tasklets: its just-woken one first, then its own queue, then those that came
 * from outside, then other carriers'.
 */
final class Carrier extends Thread {
  private static final int QUEUE = 256;

  /** How often from outside is looked at first, so that a busy queue does not hide it. */
  private static final int OUTSIDE_EVERY = 61;

  /** How many times in a row the just-woken goes first, so that a hot pair starves nobody. */
  private static final int SLOT_RUNS = 32;

  private static final int STEAL_AT_MOST = 32;

  /** It says itself that its thread blocks. */
  static final int BLOCKED = 1;

  /** The monitor has found it stuck. */
  static final int STUCK = 2;

  private final Scheduler scheduler;
  private final Ctx ctx = new Ctx();
  private final CpuMeter meter = new CpuMeter();
  private final RunQueue<LiveTasklet> queue = new RunQueue<>(QUEUE);
  private final AtomicReference<@Nullable LiveTasklet> slot = new AtomicReference<>();
  private volatile @Nullable LiveTasklet mounted;
  private volatile boolean asleep;
  private int ticks;
  private int slotRuns;

  private final AtomicInteger away = new AtomicInteger();
  private volatile boolean sliceOver;
  private volatile long mounts;

  // What the monitor remembers of this carrier; only its thread uses these.
  long seenMounts = -1;
  int ticksOnSameMount;
  int ticksPressed;
  int ticksFreezeAsked;
  boolean stuck;
  boolean stuckComputing;
  final CarrierPulse pulse = new CarrierPulse();

  Carrier(Scheduler scheduler, int number) {
    super("stint-carrier-" + number);
    this.scheduler = scheduler;
    setDaemon(true);
  }

  /** The tasklet that runs on this thread, or null. */
  @Nullable LiveTasklet mounted() {
    return mounted;
  }

  /** Counts mounts: a change says that another tasklet has got its turn. */
  long mounts() {
    return mounts;
  }

  /** The context in use on this thread. */
  Ctx ctx() {
    return ctx;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  /**
   * Sets or clears a reason why it runs no tasklets. It is away from the first reason to the last.
   *
   * @return whether it has gone away or come back by that
   */
  boolean changeAway(int reason, boolean set) {
    int before = away.getAndUpdate(reasons -> set ? reasons | reason : reasons & ~reason);
    int after = set ? before | reason : before & ~reason;
    return (before == 0) != (after == 0);
  }

  /** Whether it has said that its thread blocks. */
  boolean isBlocked() {
    return (away.get() & BLOCKED) != 0;
  }

  boolean belongsTo(Scheduler other) {
    return scheduler == other;
  }

  /** The mounted tasklet has had its time: it makes room at its next safepoint if others wait. */
  void sliceIsOver() {
    sliceOver = true;
    pollSoon();
  }

  /** Whether it should make room now; asked once per {@link #sliceIsOver}. */
  boolean takeSliceOver() {
    if (!sliceOver) {
      return false;
    }
    sliceOver = false;
    return scheduler.ready() > 0;
  }

  /** Makes the mounted tasklet look at its requests at the next safepoint. */
  void pollSoon() {
    ctx.requestPoll();
    Ctx.PINNED.requestPoll();
  }

  /** How many tasklets are queued here. */
  int queued() {
    return queue.size() + (slot.getOpaque() == null ? 0 : 1);
  }

  @Override
  public void run() {
    while (!scheduler.isClosed()) {
      if (scheduler.retires(this)) {
        return;
      }
      LiveTasklet next = find();
      if (next == null) {
        scheduler.idle(this);
      } else {
        mount(next);
      }
    }
  }

  /** The next tasklet to run, or null. */
  @Nullable LiveTasklet find() {
    LiveTasklet next = null;
    if (++ticks % OUTSIDE_EVERY == 0) {
      next = scheduler.pollOutside();
    }
    if (next == null && slotRuns < SLOT_RUNS) {
      next = slot.getAndSet(null);
      slotRuns++;
    }
    if (next == null) {
      slotRuns = 0;
      next = queue.poll();
      queue.forgetTaken();
    }
    if (next == null) {
      next = scheduler.pollOutside();
    }
    if (next == null) {
      next = slot.getAndSet(null);
    }
    return next == null ? scheduler.steal(this) : next;
  }

  private void mount(LiveTasklet tasklet) {
    if (!tasklet.mount(this)) {
      return;
    }
    sliceOver = false;
    long count = mounts;
    mounts = count + 1;
    mounted = tasklet;
    ctx.mounted = tasklet;
    scheduler.mounted();
    ctx.withdrawPoll();
    ctx.firstTurns = 1;
    if (tasklet.owner().wantsEverySafepoint()) {
      ctx.firstTurns = Ctx.EVERY_TURN;
      // For good, and in other jobs' pinned code too: there it costs time only.
      Ctx.PINNED.firstTurns = Ctx.EVERY_TURN;
    }
    // Who asks for something sets its bit and then reads which carrier to poll. It has read the one
    // set in mount above, and so polls after this withdrawal; or its bit is seen here.
    if (!tasklet.requests().isEmpty()) {
      pollSoon();
    } else if (tasklet.wantsPoll()) {
      ctx.requestPoll();
    }
    tasklet.owner().mounted(tasklet);
    if (tasklet.ties().isInterrupted()) {
      interrupt();
    }
    meter.mounted(System.nanoTime());
    Outcome outcome = null;
    try {
      if (!tasklet.run(ctx)) {
        outcome = new Outcome.Value(ctx.retA);
      }
    } catch (Throwable t) { // the top frame of a tasklet
      outcome = new Outcome.Thrown(t);
    }
    tasklet.addCpu(meter.charge(System.nanoTime()));
    leave(tasklet, outcome);
  }

  private void leave(LiveTasklet tasklet, @Nullable Outcome outcome) {
    ctx.unwinding = false;
    ctx.head = null;
    ctx.tail = null;
    ctx.retA = null;
    ctx.thrown = null;
    ctx.mounted = null;
    // An interrupt is meant for the tasklet, not for the next one here.
    tasklet.ties().keepInterrupt(interrupted());
    try {
      if (outcome == null) {
        tasklet.unmount();
      } else {
        tasklet.ended(outcome);
      }
    } catch (Throwable t) { // the top frame of a carrier: it must go on with other tasklets
      tasklet.abandon(t);
    } finally {
      mounted = null;
    }
  }

  // ---- its queue

  /** Queues one that can wait for its turn; on this thread only. */
  void enqueue(LiveTasklet tasklet) {
    if (!queue.offer(tasklet)) {
      scheduler.pushOutside(tasklet);
    }
  }

  /** Queues one to run next; returns whether another one was put off by that. */
  boolean runNext(LiveTasklet tasklet) {
    LiveTasklet before = slot.getAndSet(tasklet);
    if (before == null) {
      return false;
    }
    enqueue(before);
    return true;
  }

  /** Takes up to half of another carrier's queue, returning the first. */
  @Nullable LiveTasklet stealFrom(Carrier victim) {
    LiveTasklet first = victim.queue.poll();
    if (first == null) {
      return victim.slot.getAndSet(null);
    }
    int more = Math.min(STEAL_AT_MOST, victim.queue.size() / 2);
    for (int i = 0; i < more; i++) {
      LiveTasklet next = victim.queue.poll();
      if (next == null) {
        break;
      }
      enqueue(next);
    }
    return first;
  }

  /** Takes one out for good, or null; on this thread only. */
  @Nullable LiveTasklet drain() {
    LiveTasklet next = slot.getAndSet(null);
    return next == null ? queue.poll() : next;
  }

  // ---- sleep

  void fallAsleep() {
    asleep = true;
  }

  boolean isAsleep() {
    return asleep;
  }

  void wakeUp() {
    asleep = false;
    LockSupport.unpark(this);
  }
}
