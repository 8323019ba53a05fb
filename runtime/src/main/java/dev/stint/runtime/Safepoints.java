package dev.stint.runtime;

import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import java.util.concurrent.CancellationException;
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
    boolean pinned = ctx == Ctx.PINNED || tasklet.locksHeld() > 0;
    // A freeze that cannot be done here waits for a safepoint where it can; the monitor gives it
    // up.
    boolean freezeWaits = pinned && tasklet.isFreezeRequested();
    carrier.ctx().requestPoll(freezeWaits || tasklet.owner().wantsEverySafepoint());
    if (ctx == Ctx.PINNED) {
      ctx.requestPoll(anyWantsPoll(tasklet));
    }
    if (tasklet.isDropped()) {
      leave(tasklet, ctx, pinned);
      return;
    }
    if (tasklet.takeCancel()) {
      throw new CancellationException("the tasklet was cancelled");
    }
    tasklet.owner().safepoint(tasklet, pinned);
    boolean mustUnwind = tasklet.isFreezeRequested() || carrier.takeSliceOver();
    if (mustUnwind && !pinned) {
      tasklet.yielding(ctx);
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
