package dev.stint.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One parked tasklet's wait for one thing. It is completed once, by whoever comes first: a message,
 * a timer, a cancellation; or it is detached, when the tasklet leaves as plain data and the outcome
 * must find it elsewhere.
 */
final class Wait {
  private static final VarHandle STATE;
  private static final Object PENDING = new Object();
  private static final Object DETACHED = new Object();

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Wait.class, "state", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final LiveTasklet tasklet;
  private final WaitFor what;

  @SuppressWarnings("FieldMayBeFinal") // written through STATE
  private volatile Object state = PENDING;

  private volatile @Nullable Runnable withdrawTimer;
  private volatile boolean asked;
  private boolean understood;

  Wait(LiveTasklet tasklet, WaitFor what) {
    this.tasklet = tasklet;
    this.what = what;
  }

  WaitFor what() {
    return what;
  }

  /** The question has been put. */
  void asked() {
    asked = true;
  }

  /**
   * Whether the question may be put again. Not while it is being put the first time: the first
   * putting is taken as new without a look, so a second one beside it would count twice.
   */
  boolean mayBeAskedAgain() {
    return asked && !isDone();
  }

  /** Ends the wait and wakes the tasklet; false if it had ended or was detached. */
  boolean complete(Outcome outcome) {
    if (!STATE.compareAndSet(this, PENDING, outcome)) {
      return false;
    }
    Runnable timer = withdrawTimer;
    if (timer != null) {
      timer.run();
    }
    tasklet.wake();
    return true;
  }

  /** What to do with the timer that bounds this wait once it has ended otherwise. */
  void boundedBy(Runnable newWithdrawTimer) {
    withdrawTimer = newWithdrawTimer;
    if (isDone()) {
      newWithdrawTimer.run();
    }
  }

  /** No completion succeeds any more; false if one has. */
  boolean detach() {
    return STATE.compareAndSet(this, PENDING, DETACHED);
  }

  boolean isDone() {
    return state instanceof Outcome;
  }

  /**
   * How it ended, as the program is to see it. Only for the tasklet's carrier, or who freezes it.
   */
  Outcome result() {
    if (!(state instanceof Outcome outcome)) {
      throw new IllegalStateException("a tasklet goes on before " + what.text());
    }
    if (understood) {
      return outcome;
    }
    Outcome meant = tasklet.owner().understand(what, outcome);
    state = meant;
    understood = true;
    return meant;
  }

  /** A wait that has ended, as the program is to see it. */
  static Wait ended(LiveTasklet tasklet, WaitFor what, Outcome result) {
    Wait wait = new Wait(tasklet, what);
    wait.state = result;
    wait.understood = true;
    return wait;
  }
}
