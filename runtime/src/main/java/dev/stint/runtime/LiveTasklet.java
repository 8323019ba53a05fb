package dev.stint.runtime;

import static dev.stint.runtime.TaskletState.*;

import dev.stint.abi.Continuation;
import dev.stint.abi.Ctx;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A tasklet that is on this node, with the stack it goes on with. {@link TaskletState} lists its
 * states and who changes them. Where others may change the state as well (NEW, READY, PARKED, and
 * PARKING to WOKEN), a change is one compare-and-set. In all other states one thread has the
 * tasklet, which its carrier or whoever freezes it is, and that thread just writes the next; it may
 * write over WOKEN too, since it looks at the wait itself. So no lock is held while a tasklet is
 * woken, mounted or frozen. All changes are in this one file, to be read together.
 *
 * <p>An entry in a run queue is a hint: who takes it mounts the tasklet only if it is READY.
 */
final class LiveTasklet {
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(LiveTasklet.class, "state", TaskletState.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Scheduler scheduler;
  private final TaskletOwner owner;
  private final Requests requests = new Requests();
  private final ThreadTies ties = new ThreadTies();

  @SuppressWarnings("FieldMayBeFinal") // written through STATE
  private volatile TaskletState state = NEW;

  private volatile @Nullable Carrier carrier;
  private volatile @Nullable Wait wait;
  private @Nullable Continuation continuation;
  private boolean placed;
  private volatile long cpuNanos;

  LiveTasklet(Scheduler scheduler, TaskletOwner owner, Continuation continuation) {
    this.scheduler = scheduler;
    this.owner = owner;
    this.continuation = continuation;
  }

  /** The tasklet mounted on a context, or on the calling thread for {@link Ctx#PINNED}. */
  static @Nullable LiveTasklet on(Ctx ctx) {
    if (ctx != Ctx.PINNED) {
      return (LiveTasklet) ctx.mounted;
    }
    return Thread.currentThread() instanceof Carrier carrier ? carrier.mounted() : null;
  }

  TaskletOwner owner() {
    return owner;
  }

  TaskletState state() {
    return state;
  }

  /** What it is parked on, or null. */
  @Nullable Wait waiting() {
    return wait;
  }

  /** Its stack; only for whoever has it in state FREEZING or FROZEN, or on its own carrier. */
  @Nullable Continuation continuation() {
    return continuation;
  }

  /** Goes on with another stack and wait; only in state FREEZING. */
  void replace(Continuation newStack, @Nullable Wait newWait) {
    continuation = newStack;
    wait = newWait;
  }

  /** Processor time used so far, in nanoseconds; lags behind while it runs. */
  long cpuNanos() {
    return cpuNanos;
  }

  /** Charges processor time; on its own carrier only, or before it runs. */
  void addCpu(long nanos) {
    long before = cpuNanos;
    cpuNanos = before + nanos;
  }

  /** What ties it to its thread. */
  ThreadTies ties() {
    return ties;
  }

  // ---- becoming ready

  /** Makes a new tasklet ready. */
  void start() {
    if (change(NEW, READY)) {
      scheduler.submit(this);
    }
  }

  /** Its wait has been completed. */
  void wake() {
    while (true) {
      TaskletState now = state;
      switch (now) {
        case PARKED -> {
          if (change(PARKED, READY)) {
            scheduler.submitWoken(this);
            return;
          }
        }
        case PARKING -> {
          if (change(PARKING, WOKEN)) {
            return;
          }
        }
        case PINNED_PARKED -> {
          Carrier thread = carrier;
          if (thread != null) {
            LockSupport.unpark(thread);
          }
          return;
        }
        default -> {
          return;
        }
      }
    }
  }

  // ---- on its carrier

  /** Takes it from ready to running; false if the run queue's entry was stale. */
  boolean mount(Carrier on) {
    if (!change(READY, RUNNING)) {
      return false;
    }
    if (isWaiting()) {
      settle();
      return false;
    }
    if (requests.has(Requests.PAUSE)) {
      hold();
      return false;
    }
    carrier = on;
    return true;
  }

  /**
   * Whether it was woken for nothing: who completes a wait may be held up before it wakes the
   * tasklet, which has seen the outcome meanwhile, gone on, and waits for something else now.
   */
  private boolean isWaiting() {
    Wait waited = wait;
    return waited != null && !waited.isDone();
  }

  /** Runs to the next suspension (true) or the end (false). */
  boolean run(Ctx ctx) throws Throwable {
    Continuation stack = continuation;
    if (stack == null) {
      throw new IllegalStateException("an ended tasklet was mounted");
    }
    Wait waited = wait;
    if (waited != null) {
      wait = null;
      waited.result().deliver(ctx);
    } else {
      ctx.thrown = takeThrow();
    }
    return stack.run(ctx);
  }

  /** The activation on top is about to save itself, to be ready again at once. */
  void yielding(Ctx ctx) {
    state = YIELDING;
    ctx.unwinding = true;
  }

  /** It has its place in the run order already, where it will find itself when it is unmounted. */
  void hasItsPlace() {
    placed = true;
  }

  /** The activation on top is about to register {@code newWait}; until then it may turn back. */
  void parking(Wait newWait) {
    wait = newWait;
    state = PARKING;
  }

  /**
   * It is about to ask for what {@code newWait} is for, and will wait on its thread. Published
   * before the question, since the answer may come on another thread before the asker has looked.
   */
  void asking(Wait newWait) {
    wait = newWait;
  }

  /** It need not wait after all. */
  void waitCalledOff() {
    wait = null;
    state = RUNNING;
  }

  /**
   * Waits on the thread, where the stack cannot be unwound, after {@link #asking}. Who completes
   * the wait does so before it looks at the state, and this looks at the wait after it has set the
   * state: one of the two sees the other.
   *
   * @param giveUp ends the wait, if a cancellation came before it was known
   */
  void parkPinned(Wait newWait, Runnable giveUp) {
    Carrier thread = carrier;
    state = PINNED_PARKED;
    scheduler.blocked(thread, true);
    missFreeze(PinReason.BLOCKED, null);
    if (requests.wantThrow()) {
      giveUp.run();
    }
    boolean interrupted = false;
    while (!newWait.isDone() && !isDropped()) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    scheduler.blocked(thread, false);
    wait = null;
    state = RUNNING;
  }

  /** It has been unwound and leaves its carrier. */
  void unmount() {
    carrier = null;
    if (isDropped()) {
      end(Outcome.NOTHING, true);
      return;
    }
    if (requests.take(Requests.FREEZE)) {
      state = FREEZING;
      owner.unwoundForFreeze(this);
      return;
    }
    if (state == PARKING && change(PARKING, PARKED)) {
      handleLateRequest();
      return;
    }
    boolean woken = state == WOKEN;
    if (woken && isWaiting()) {
      settle();
      return;
    }
    state = READY;
    if (placed) {
      placed = false;
    } else if (woken) {
      scheduler.submitWoken(this);
    } else {
      scheduler.submitYielded(this);
    }
  }

  /** It has returned or thrown. */
  void ended(Outcome outcome) {
    carrier = null;
    end(outcome, isDropped());
  }

  /** Its owner could not handle it: it ends with that error, so that nobody waits for ever. */
  void abandon(Throwable error) {
    if (state.status().isTerminal()) {
      return;
    }
    scheduler.report(error);
    try {
      end(new Outcome.Thrown(error), false);
    } catch (RuntimeException | Error again) {
      scheduler.report(again);
      state = FAILED;
    }
  }

  private void end(Outcome outcome, boolean dropped) {
    continuation = null;
    Wait waited = wait;
    if (waited != null) {
      waited.detach();
      wait = null;
    }
    if (dropped) {
      owner.dropped(this);
      state = CANCELLED;
    } else {
      state = owner.ended(this, outcome);
    }
  }

  // ---- paused

  /** Asks that it not run until {@link #resume}. */
  void requestPause() {
    request(Requests.PAUSE);
    if (change(READY, PAUSED)) {
      scheduler.forget(this);
    }
  }

  /** Makes a new tasklet one that waits for {@link Order#START}. */
  void beUnstarted() {
    requests.add(Requests.UNSTARTED | Requests.PAUSE);
    change(NEW, PAUSED);
  }

  /** It was found paused when its turn came. */
  private void hold() {
    state = PAUSED;
    if (!requests.has(Requests.PAUSE) && change(PAUSED, READY)) {
      scheduler.submit(this);
    }
    handleLateRequest();
  }

  /** It may run again. */
  void resume() {
    if (endPause()) {
      scheduler.submit(this);
    }
  }

  /** Ends a pause; returns whether it is ready by that, and in no queue. */
  boolean endPause() {
    requests.take(Requests.UNSTARTED);
    return requests.take(Requests.PAUSE) && change(PAUSED, READY);
  }

  /** What it has been asked. */
  Requests requests() {
    return requests;
  }

  // ---- requests

  /** Asks it to end: its next safepoint or wait throws. */
  void requestCancel() {
    requests.addCancel();
    pollSoon();
    resume();
  }

  /** Asks it to throw: at its next safepoint or wait. The newest such request stands. */
  void requestThrow(Parcel exception) {
    requests.addThrow(exception);
    pollSoon();
    resume();
  }

  /** Consumes a request to end or to throw: what the program gets; null if there is none. */
  @Nullable Throwable takeThrow() {
    if (requests.take(Requests.CANCEL)) {
      return new CancellationException("the tasklet was cancelled");
    }
    Parcel exception = requests.takeThrow();
    return exception == null ? null : owner.open(exception);
  }

  /**
   * Asks that it be frozen: by the caller, if this returns true (it is in state FREEZING now);
   * otherwise its carrier will tell the owner.
   */
  boolean requestFreeze() {
    request(Requests.FREEZE);
    return claimForFreeze();
  }

  boolean isFreezeRequested() {
    return requests.has(Requests.FREEZE);
  }

  /** Asks that it never go on: the job is over. */
  void requestDrop() {
    request(Requests.DROP);
    if (change(PARKED, CANCELLED) || change(READY, CANCELLED) || change(PAUSED, CANCELLED)) {
      end(Outcome.NOTHING, true);
    } else if (state == PINNED_PARKED) {
      wake();
    }
  }

  boolean isDropped() {
    return requests.has(Requests.DROP);
  }

  /** Carrier, requester and monitor may come for the same request; who takes it answers it. */
  private boolean claimForFreeze() {
    if (change(PARKED, FREEZING) || change(READY, FREEZING) || change(PAUSED, FREEZING)) {
      if (requests.take(Requests.FREEZE)) {
        return true;
      }
      settle();
    } else if (state == PINNED_PARKED) {
      missFreeze(PinReason.BLOCKED, null);
    }
    return false;
  }

  /**
   * Looks for a request that came while nobody could be found to do it: after the carrier had
   * looked and before it parked this, or while this was being frozen. The caller has just made it
   * PARKED or READY; a requester sets its bit before it looks for these states, so one of the two
   * sees the other.
   */
  private void handleLateRequest() {
    if (isDropped()) {
      requestDrop();
    } else if (isFreezeRequested() && claimForFreeze()) {
      owner.unwoundForFreeze(this);
    }
  }

  private void request(int bit) {
    requests.add(bit);
    pollSoon();
  }

  private void pollSoon() {
    Carrier on = carrier;
    if (on != null) {
      on.pollSoon();
    }
  }

  /** Tells the owner, once, that a freeze is impossible here. */
  void missFreeze(PinReason reason, @Nullable StackTraceElement site) {
    if (requests.take(Requests.FREEZE)) {
      owner.freezeMissed(this, reason, site);
    }
  }

  /** Whether the next safepoint has something to do. */
  boolean wantsPoll() {
    return !requests.isEmpty() || owner.wantsEverySafepoint();
  }

  // ---- frozen

  /** It comes from elsewhere with this wait, and has yet to {@link #settle}. */
  void arrive(Wait withWait) {
    wait = withWait;
  }

  /** It comes from elsewhere and had ended there. */
  void endedBefore() {
    state = DONE;
    continuation = null;
  }

  /** It is plain data now. */
  void frozen() {
    state = FROZEN;
  }

  /** It stays here, or goes on doing so: ready, or parked if what it waits for is yet to come. */
  void settle() {
    Wait waited = wait;
    if (waited == null) {
      state = READY;
      scheduler.submitYielded(this);
    } else {
      state = PARKED;
      if (waited.isDone() && change(PARKED, READY)) {
        scheduler.submitYielded(this);
      }
    }
    handleLateRequest();
  }

  /** It lives elsewhere. */
  void gone() {
    state = GONE;
    continuation = null;
    wait = null;
  }

  private boolean change(TaskletState from, TaskletState to) {
    return STATE.compareAndSet(this, from, to);
  }
}
