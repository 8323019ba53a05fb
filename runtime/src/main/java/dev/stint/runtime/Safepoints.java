package dev.stint.runtime;

import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a safepoint does in this JVM when it is asked to: ends, cancels or freezes its tasklet, or
 * lets others go first. There may be several schedulers, as there may be several nodes in a JVM.
 */
final class Safepoints {
  private static final CopyOnWriteArrayList<Scheduler> SERVED = new CopyOnWriteArrayList<>();

  private static final Ctx.SafepointHandler HANDLER =
      new Ctx.SafepointHandler() {
        @Override
        public void safepoint(Ctx ctx) {
          reached(ctx);
        }

        @Override
        public void crossed(Throwable thrown, @Nullable Frame callers) {
          StackTraces.stitch(thrown, callers);
        }
      };

  private Safepoints() {}

  static void serve(Scheduler scheduler) {
    Ctx.handleSafepointsWith(HANDLER);
    SERVED.add(scheduler);
  }

  static void forget(Scheduler scheduler) {
    SERVED.remove(scheduler);
  }

  private static void reached(Ctx ctx) {
    LiveTasklet tasklet = LiveTasklet.on(ctx);
    if (tasklet == null || !(Thread.currentThread() instanceof Carrier carrier)) {
      return;
    }
    boolean pinned = ctx == Ctx.PINNED || tasklet.ties().keepsCarrier();
    withdrawPolls(tasklet, carrier, ctx, pinned);
    if (tasklet.isDropped()) {
      leave(tasklet, ctx, pinned);
      return;
    }
    Throwable asked = tasklet.takeThrow();
    if (asked != null) {
      throw Sneaky.rethrow(asked);
    }
    tasklet.owner().safepoint(tasklet, pinned);
    boolean mustUnwind = tasklet.requests().wantUnwind() || carrier.takeSliceOver();
    if (mustUnwind && !pinned) {
      tasklet.yielding(ctx);
    }
  }

  /** All that follows is looked at after this, so what is asked for from now on polls again. */
  private static void withdrawPolls(LiveTasklet tasklet, Carrier carrier, Ctx ctx, boolean pinned) {
    carrier.ctx().withdrawPoll();
    // What cannot be done here waits for a safepoint where it can; a freeze, till the monitor ends
    // it.
    boolean unwindWaits = pinned && tasklet.requests().wantUnwind();
    if (unwindWaits || tasklet.owner().wantsEverySafepoint()) {
      carrier.ctx().requestPoll();
    }
    if (ctx == Ctx.PINNED) {
      ctx.withdrawPoll();
      if (anyWantsPoll(tasklet)) {
        ctx.requestPoll();
      }
    }
  }

  private static void leave(LiveTasklet tasklet, Ctx ctx, boolean pinned) {
    if (pinned) {
      throw new JobOver();
    }
    tasklet.yielding(ctx);
  }

  private static boolean anyWantsPoll(LiveTasklet here) {
    if (here.owner().wantsEverySafepoint()) {
      return true;
    }
    for (Scheduler scheduler : SERVED) {
      if (scheduler.anyWantsPoll()) {
        return true;
      }
    }
    return false;
  }
}
