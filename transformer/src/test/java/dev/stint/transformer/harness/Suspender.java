package dev.stint.transformer.harness;

import dev.stint.abi.Ctx;
import java.util.function.Consumer;

/** The suspending primitives of test programs: they leave, and go on with their argument. */
public final class Suspender {
  private static int pinned;

  private Suspender() {}

  public static void pause() {}

  public static int pause(int value) {
    return value;
  }

  public static long pause(long value) {
    return value;
  }

  public static double pause(double value) {
    return value;
  }

  public static float pause(float value) {
    return value;
  }

  public static boolean pause(boolean value) {
    return value;
  }

  public static <T> T pause(T value) {
    return value;
  }

  /** Leaves, and throws when gone on with. */
  public static void fail(RuntimeException e) {
    throw e;
  }

  public static void suspend(Ctx ctx) {
    leave(ctx, c -> {});
  }

  public static int suspend(int value, Ctx ctx) {
    return leave(ctx, c -> c.retJ = value) ? -1 : value;
  }

  public static long suspend(long value, Ctx ctx) {
    return leave(ctx, c -> c.retJ = value) ? -1 : value;
  }

  public static double suspend(double value, Ctx ctx) {
    return leave(ctx, c -> c.retD = value) ? -1 : value;
  }

  public static float suspend(float value, Ctx ctx) {
    return leave(ctx, c -> c.retD = value) ? -1 : value;
  }

  public static boolean suspend(boolean value, Ctx ctx) {
    return !leave(ctx, c -> c.retJ = value ? 1 : 0) && value;
  }

  public static Object suspend(Object value, Ctx ctx) {
    return leave(ctx, c -> c.retA = value) ? null : value;
  }

  public static void suspendFail(RuntimeException e, Ctx ctx) {
    if (!leave(ctx, c -> c.thrown = e)) {
      throw e;
    }
  }

  private static boolean leave(Ctx ctx, Consumer<Ctx> outcome) {
    if (ctx == Ctx.PINNED) {
      pinned++;
      return false;
    }
    ctx.mounted = outcome;
    ctx.unwinding = true;
    return true;
  }

  /** Puts the outcome of the primitive that left, if one did, where the resumed frame looks. */
  @SuppressWarnings("unchecked")
  static void wake(Ctx ctx) {
    Consumer<Ctx> outcome = (Consumer<Ctx>) ctx.mounted;
    ctx.mounted = null;
    if (outcome != null) {
      outcome.accept(ctx);
    }
  }

  /** How often a primitive was called where it could not leave, since the last call of this. */
  public static int takePinned() {
    int count = pinned;
    pinned = 0;
    return count;
  }
}
