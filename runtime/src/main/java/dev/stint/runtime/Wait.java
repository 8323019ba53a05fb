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
  private static final VarHandle QUESTION;
  private static final VarHandle TIMER;
  private static final int BEING_PUT = 0;
  private static final int PUT = 1;
  private static final int TO_BE_PUT_AGAIN = 2;
  private static final Object PENDING = new Object();
  private static final Object DETACHED = new Object();

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Wait.class, "state", Object.class);
      QUESTION = MethodHandles.lookup().findVarHandle(Wait.class, "question", int.class);
      TIMER = MethodHandles.lookup().findVarHandle(Wait.class, "withdrawTimer", Runnable.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final LiveTasklet tasklet;
  private final WaitFor what;

  @SuppressWarnings("FieldMayBeFinal") // written through STATE
  private volatile Object state = PENDING;

  @SuppressWarnings("FieldMayBeFinal") // written through TIMER
  private volatile @Nullable Runnable withdrawTimer = null;

  @SuppressWarnings("FieldMayBeFinal") // written through QUESTION
  private volatile int question = BEING_PUT;

  private boolean understood;

  Wait(LiveTasklet tasklet, WaitFor what) {
    this.tasklet = tasklet;
    this.what = what;
  }

  WaitFor what() {
    return what;
  }

  /** The question has been put; false if it must be put again, since whoever was asked moved. */
  boolean asked() {
    return (int) QUESTION.getAndSet(this, PUT) != TO_BE_PUT_AGAIN;
  }

  /**
   * Whether the caller may put the question again. Not while it is being put the first time: the
   * first putting is taken as new without a look, so a second one beside it would count twice. Who
   * puts it the first time learns of it from {@link #asked}, and does it afterwards.
   */
  boolean mayBeAskedAgain() {
    return !QUESTION.compareAndSet(this, BEING_PUT, TO_BE_PUT_AGAIN)
        && question == PUT
        && !isDone();
  }

  /** Ends the wait and wakes the tasklet; false if it had ended or was detached. */
  boolean complete(Outcome outcome) {
    if (!STATE.compareAndSet(this, PENDING, outcome)) {
      return false;
    }
    replaceTimer(null);
    tasklet.wake();
    return true;
  }

  /**
   * What to do with the timer that bounds this wait once it has ended otherwise, or is bounded by
   * another. A timer left to itself would keep the tasklet, its job and its classes until it is
   * due.
   */
  void boundedBy(Runnable newWithdrawTimer) {
    replaceTimer(newWithdrawTimer);
    // Who ends the wait sets the state and then takes the timer; so one of the two withdraws it.
    if (state != PENDING) {
      replaceTimer(null);
    }
  }

  private void replaceTimer(@Nullable Runnable newWithdrawTimer) {
    Runnable before = (Runnable) TIMER.getAndSet(this, newWithdrawTimer);
    if (before != null) {
      before.run();
    }
  }

  /** No completion succeeds any more; false if one has. */
  boolean detach() {
    if (!STATE.compareAndSet(this, PENDING, DETACHED)) {
      return false;
    }
    replaceTimer(null);
    return true;
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
