package dev.stint.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The execution context of one carrier: the hidden last parameter of every suspendable method.
 *
 * <p>While {@link #unwinding} is set, each activation saves itself with {@link #push} and returns a
 * dummy value. {@link #PINNED} marks calls that came through a plain signature: it never unwinds.
 * Only the owning carrier touches the plain fields.
 */
public final class Ctx {
  /**
   * Passed by bridges from plain signatures; shared by all threads, so its fields stay untouched,
   * but for {@link #firstTurns}.
   */
  public static final Ctx PINNED = new Ctx();

  /** Only loops whose turns are short count them: this many take well below a millisecond. */
  private static final int TURNS = 8192;

  /** In place of a number of turns: every single one is a safepoint. */
  public static final int EVERY_TURN = -1;

  private static final VarHandle POLL;
  private static volatile SafepointHandler handler = ctx -> {};

  static {
    try {
      POLL = MethodHandles.lookup().findVarHandle(Ctx.class, "poll", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Activations are saving themselves and returning. */
  public boolean unwinding;

  /** The innermost frame of the unwind in progress. */
  public @Nullable Frame head;

  /** The outermost frame of the unwind in progress. */
  public @Nullable Frame tail;

  /** Outcome of the last activation when it is an int, short, char, byte, boolean or long. */
  public long retJ;

  /** Outcome of the last activation when it is a float or double. */
  public double retD;

  /** Outcome of the last activation when it is a reference. */
  public @Nullable Object retA;

  /** What the last activation threw, to be rethrown in its caller; null if it returned. */
  public @Nullable Throwable thrown;

  /** The tasklet mounted on this carrier, as the runtime knows it. */
  public @Nullable Object mounted;

  /**
   * How many turns of its loops an activation makes before it calls {@link #turns}: 1, or {@link
   * #EVERY_TURN}.
   */
  public int firstTurns = 1;

  private boolean poll;

  /** Whether the runtime wants the next safepoint to call {@link #safepoint}. */
  public boolean pollRequested() {
    return (boolean) POLL.getOpaque(this);
  }

  /** Asks for a call of {@link #safepoint}; any thread may. Say first what it is to find. */
  public void requestPoll() {
    POLL.setOpaque(this, true);
  }

  /**
   * Stops asking. The caller has yet to look for what it may be asked for, and asks again if there
   * is something. The fence keeps that look behind the store: whoever says something that the look
   * misses says it later than the store, and so its {@link #requestPoll} is not undone.
   */
  public void withdrawPoll() {
    POLL.setOpaque(this, false);
    VarHandle.fullFence();
  }

  /**
   * What generated code calls when a loop has used up its turns. The handler may set {@link
   * #unwinding} or throw a cancellation. While a poll is asked for, each turn is a safepoint.
   *
   * @return how many turns may pass until the next call, {@link #EVERY_TURN}, or 0 if the
   *     activation must save itself and return
   */
  public int turns() {
    if (!pollRequested()) {
      return TURNS;
    }
    safepoint();
    if (unwinding) {
      return 0;
    }
    return pollRequested() ? EVERY_TURN : TURNS;
  }

  /**
   * The same where nothing may be unwound (a monitor is held, a constructor runs): the handler sees
   * {@link #PINNED}, and so can cancel the tasklet or let a spare carrier go on.
   *
   * @return how many turns may pass until the next call
   */
  public int pinnedTurns() {
    if (!pollRequested()) {
      return TURNS;
    }
    PINNED.safepoint();
    return pollRequested() ? EVERY_TURN : TURNS;
  }

  /**
   * What generated code of version 1 calls at each loop's back-edge. The handler may set {@link
   * #unwinding} or throw a cancellation.
   *
   * @return whether the activation must save itself and return
   */
  public boolean atSafepoint() {
    if (!pollRequested()) {
      return false;
    }
    safepoint();
    return unwinding;
  }

  /** What generated code of version 1 calls at a back-edge where nothing may be unwound. */
  public void atPinnedSafepoint() {
    if (pollRequested()) {
      PINNED.safepoint();
    }
  }

  /** The slow path of a safepoint: may set {@link #unwinding}, or throw a cancellation. */
  public void safepoint() {
    handler.safepoint(this);
  }

  /** Appends the frame of an activation that unwinds at suspension point {@code pc}. */
  public void push(Frame frame, int pc) {
    frame.pc = pc;
    push(frame);
  }

  /** Appends the frame of an activation that unwinds; called innermost first. */
  public void push(Frame frame) {
    Frame last = tail;
    if (last == null) {
      head = frame;
    } else {
      last.parent = frame;
    }
    tail = frame;
  }

  /** Throws {@link #thrown} as it is, checked or not, and clears it. */
  public void rethrow() {
    Throwable t = thrown;
    thrown = null;
    if (t != null) {
      Ctx.<RuntimeException>sneak(t);
    }
  }

  /** Sets what a safepoint's slow path does in this JVM. */
  public static void handleSafepointsWith(SafepointHandler newHandler) {
    handler = newHandler;
  }

  /** An exception goes from an activation on the thread's stack to a saved one. */
  static void crossed(Throwable thrown, @Nullable Frame callers) {
    handler.crossed(thrown, callers);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void sneak(Throwable t) throws T {
    throw (T) t;
  }

  /** What happens at a safepoint that was asked for. */
  @FunctionalInterface
  public interface SafepointHandler {
    /**
     * Runs on the carrier, inside the tasklet. With {@link Ctx#PINNED} nothing may be unwound, but
     * a cancellation may be thrown.
     */
    void safepoint(Ctx ctx);

    /**
     * An exception leaves the activations on the thread's stack for the saved ones, so that its
     * stack trace can be told of these.
     *
     * @param callers the innermost saved frame that it goes to; null if it ends the tasklet
     */
    default void crossed(Throwable thrown, @Nullable Frame callers) {}
  }
}
