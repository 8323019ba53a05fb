package dev.stint.runtime;

import dev.stint.abi.Ctx;
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

  Wait(LiveTasklet tasklet, WaitFor what) {
    this.tasklet = tasklet;
    this.what = what;
  }

  WaitFor what() {
    return what;
  }

  /** Ends the wait and wakes the tasklet; false if it had ended or was detached. */
  boolean complete(Outcome outcome) {
    if (!STATE.compareAndSet(this, PENDING, outcome)) {
      return false;
    }
    tasklet.wake();
    return true;
  }

  /** No completion succeeds any more; false if one has. */
  boolean detach() {
    return STATE.compareAndSet(this, PENDING, DETACHED);
  }

  boolean isDone() {
    return state instanceof Outcome;
  }

  /** How it ended, or null while pending. */
  @Nullable Outcome outcome() {
    return state instanceof Outcome outcome ? outcome : null;
  }

  /** Hands the outcome to the activation that waited. */
  void deliver(Ctx ctx) {
    Outcome outcome = outcome();
    if (outcome == null) {
      throw new IllegalStateException("a tasklet goes on before what it waits for: " + what);
    }
    outcome.deliver(ctx);
  }
}
