package dev.stint.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs ready tasklets on carriers.
 *
 * <p>Each carrier has a queue of its own and steals from others when it has nothing; what becomes
 * ready on a thread that is no carrier goes to a common queue. A carrier without work sleeps, and
 * whoever queues work wakes one. A carrier registers as idle before it looks at all queues a last
 * time, and who queues work does so before looking for idle carriers, so no work is overlooked.
 *
 * <p>Carriers that are stuck in a blocking call do not count: others are added for them, and go
 * again when they are back.
 */
final class Scheduler implements AutoCloseable {
  private final int target;
  private final int maxSpares;
  private final Clock clock;
  private final Timers timers;
  private final @Nullable VirtualClock virtualClock;
  private final @Nullable CarrierMonitor monitor;
  private final @Nullable RunOrder order;
  private final ConcurrentLinkedQueue<LiveTasklet> outside = new ConcurrentLinkedQueue<>();
  private final AtomicInteger outsideSize = new AtomicInteger();
  private final ConcurrentLinkedDeque<Carrier> idle = new ConcurrentLinkedDeque<>();
  private final CopyOnWriteArrayList<Carrier> carriers = new CopyOnWriteArrayList<>();
  private final DeadlockWatch deadlocks = new DeadlockWatch();
  private final AtomicInteger effective = new AtomicInteger();
  private final AtomicInteger started = new AtomicInteger();
  private volatile boolean closed;

  private Scheduler(EngineOptions options, @Nullable VirtualClock virtualClock) {
    this.target = options.carriers();
    this.maxSpares = options.maxSpares();
    this.virtualClock = virtualClock;
    this.clock = virtualClock == null ? System::nanoTime : virtualClock;
    this.timers = new Timers(clock);
    this.order = virtualClock == null ? null : new RunOrder();
    this.monitor = virtualClock == null ? new CarrierMonitor(this, options.slice()) : null;
  }

  /** A scheduler with threads, real time and time slices. */
  static Scheduler start(EngineOptions options) {
    Scheduler scheduler = new Scheduler(options, null);
    Safepoints.serve(scheduler);
    scheduler.timers.startThread();
    scheduler.deadlocks.startThread();
    if (scheduler.monitor != null) {
      scheduler.monitor.start();
    }
    for (int i = 0; i < scheduler.target; i++) {
      scheduler.addCarrier();
    }
    return scheduler;
  }

  /**
   * A scheduler with one carrier and virtual time: first come first served, no time slices, and
   * when nothing is ready the clock jumps to the next timer. So a program without threads of its
   * own runs in the same order each time.
   */
  static Scheduler deterministic(EngineOptions options) {
    EngineOptions one =
        new EngineOptions(1, options.slice(), options.maxSpares(), options.cacheDirectory());
    Scheduler scheduler = new Scheduler(one, new VirtualClock());
    Safepoints.serve(scheduler);
    scheduler.addCarrier();
    return scheduler;
  }

  Clock clock() {
    return clock;
  }

  Timers timers() {
    return timers;
  }

  /** The order in which ready tasklets run; null if nobody promises one. */
  @Nullable RunOrder order() {
    return order;
  }

  /** Where jobs are looked at that may be stuck. */
  DeadlockWatch deadlocks() {
    return deadlocks;
  }

  boolean isClosed() {
    return closed;
  }

  List<Carrier> carriers() {
    return carriers;
  }

  SchedulerView view() {
    int busy = 0;
    for (Carrier carrier : carriers) {
      busy += carrier.mounted() == null ? 0 : 1;
    }
    int all = carriers.size();
    return new SchedulerView(all, busy, ready(), Math.max(0, all - target), timers.pending());
  }

  /** How many tasklets wait for a carrier; an estimate while carriers run. */
  int ready() {
    int sum = outsideSize.get() + (order == null ? 0 : order.size());
    for (Carrier carrier : carriers) {
      sum += carrier.queued();
    }
    return sum;
  }

  // ---- queueing

  /** Queues a new tasklet. */
  void submit(LiveTasklet tasklet) {
    enqueue(tasklet);
    ensureRunner();
  }

  /** Queues a tasklet that let others go first. */
  void submitYielded(LiveTasklet tasklet) {
    enqueue(tasklet);
    Carrier here = current();
    if (here == null || (here.queued() > 1 && !idle.isEmpty())) {
      ensureRunner();
    }
  }

  /** Queues a tasklet whose wait has ended; on a carrier it runs next there. */
  void submitWoken(LiveTasklet tasklet) {
    if (order != null) {
      order.addWoken(tasklet);
      ensureRunner();
      return;
    }
    Carrier here = current();
    if (here == null) {
      submit(tasklet);
    } else if (here.runNext(tasklet)) {
      ensureRunner();
    }
  }

  /** One that was ready is not to run. */
  void forget(LiveTasklet tasklet) {
    if (order != null) {
      order.remove(tasklet);
    }
  }

  private void enqueue(LiveTasklet tasklet) {
    if (order != null) {
      order.add(tasklet);
      return;
    }
    Carrier here = current();
    if (here == null) {
      pushOutside(tasklet);
    } else {
      here.enqueue(tasklet);
    }
  }

  void pushOutside(LiveTasklet tasklet) {
    outside.add(tasklet);
    outsideSize.incrementAndGet();
  }

  @Nullable LiveTasklet pollOutside() {
    if (order != null) {
      return order.poll();
    }
    LiveTasklet tasklet = outside.poll();
    if (tasklet != null) {
      outsideSize.decrementAndGet();
    }
    return tasklet;
  }

  /** Takes work from the other carriers, beginning after {@code thief} in their order. */
  @Nullable LiveTasklet steal(Carrier thief) {
    Carrier[] all = carriers.toArray(new Carrier[0]);
    int start = Math.max(0, Arrays.asList(all).indexOf(thief));
    for (int i = 1; i < all.length; i++) {
      LiveTasklet found = thief.stealFrom(all[(start + i) % all.length]);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Carrier current() {
    return Thread.currentThread() instanceof Carrier carrier && carrier.belongsTo(this)
        ? carrier
        : null;
  }

  // ---- carriers

  /** Sees to it that somebody will look at what has just been queued. */
  void ensureRunner() {
    Carrier sleeper = idle.pollFirst();
    if (sleeper != null) {
      sleeper.wakeUp();
    } else if (effective.get() < target) {
      addCarrier();
    }
  }

  /** How many carriers run tasklets when none is blocked. */
  int target() {
    return target;
  }

  private void addCarrier() {
    int now = effective.get();
    if (closed || now >= target || carriers.size() >= target + maxSpares) {
      return;
    }
    if (effective.compareAndSet(now, now + 1)) {
      Carrier carrier = new Carrier(this, started.getAndIncrement());
      carriers.add(carrier);
      carrier.start();
    }
  }

  /** The carrier is about to block its thread, or has come back. */
  void blocked(@Nullable Carrier carrier, boolean blocks) {
    if (carrier != null) {
      away(carrier, Carrier.BLOCKED, blocks);
    }
  }

  /** The monitor takes the carrier for stuck, or no longer. */
  void stuck(Carrier carrier, boolean stuck) {
    away(carrier, Carrier.STUCK, stuck);
  }

  private void away(Carrier carrier, int reason, boolean set) {
    if (!carrier.changeAway(reason, set)) {
      return;
    }
    effective.addAndGet(set ? -1 : 1);
    // With virtual time, somebody must be there to move the clock.
    if (set && (ready() > 0 || virtualClock != null)) {
      ensureRunner();
    }
  }

  /** How many carriers are there to run tasklets: those that are not away. */
  int effective() {
    return effective.get();
  }

  /** Whether this carrier ends because those it stood in for are back; it has nothing mounted. */
  boolean retires(Carrier carrier) {
    int now = effective.get();
    if (now <= target || !effective.compareAndSet(now, now - 1)) {
      return false;
    }
    carriers.remove(carrier);
    for (LiveTasklet left = carrier.drain(); left != null; left = carrier.drain()) {
      pushOutside(left);
    }
    if (outsideSize.get() > 0) {
      ensureRunner();
    }
    return true;
  }

  /** Waits until there may be work; called by a carrier that has found none. */
  void idle(Carrier carrier) {
    if (virtualClock != null && effective.get() <= 1 && jumpToNextTimer(virtualClock)) {
      return;
    }
    if (virtualClock != null && deadlocks.look()) {
      return;
    }
    carrier.fallAsleep();
    idle.addFirst(carrier);
    if (ready() > 0 || closed) {
      idle.remove(carrier);
      return;
    }
    while (carrier.isAsleep() && !closed) {
      LockSupport.park(this);
    }
    idle.remove(carrier);
  }

  /** A carrier has mounted a tasklet. */
  void mounted() {
    if (monitor != null) {
      monitor.carrierIsBusy();
    }
  }

  /** Whether a tasklet that runs here waits for its next safepoint to do something. */
  boolean anyWantsPoll() {
    for (Carrier carrier : carriers) {
      LiveTasklet tasklet = carrier.mounted();
      if (tasklet != null && tasklet.wantsPoll()) {
        return true;
      }
    }
    return false;
  }

  private boolean jumpToNextTimer(VirtualClock virtual) {
    long deadline = timers.nextDeadline();
    if (deadline == Long.MAX_VALUE) {
      return false;
    }
    virtual.advanceTo(deadline);
    timers.fireDue();
    return true;
  }

  /** Tells the log of this JVM of an error that no tasklet can be told of. */
  void report(Throwable error) {
    ProcessStreams.unrouted(() ->
        System.getLogger(Scheduler.class.getName())
            .log(
                System.Logger.Level.ERROR, "a tasklet was lost to an error of the runtime", error));
  }

  @Override
  public void close() {
    closed = true;
    Safepoints.forget(this);
    timers.close();
    deadlocks.close();
    if (monitor != null) {
      monitor.close();
    }
    for (Carrier carrier : carriers) {
      carrier.wakeUp();
    }
  }
}
