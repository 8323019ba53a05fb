package dev.stint.runtime;

import dev.stint.AnchoredException;
import dev.stint.Channel;
import dev.stint.abi.Ctx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Everything a tasklet may wait for: how it is asked for, asked for again after a move, and given
 * up. {@link Meanings} says what comes of it. Called on the tasklet's own carrier, but for {@link
 * #giveUp} and {@link #askAgain}.
 */
final class Turns {
  private static final long NEVER = Long.MAX_VALUE;

  private final Cell cell;
  private final ResidentJob job;

  Turns(Cell cell, ResidentJob job) {
    this.cell = cell;
    this.job = job;
  }

  // ---- what the program does

  void yieldNow(Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    if (isPinned(tasklet, ctx)) {
      // Nobody else can be mounted here, but whoever waits gets another carrier.
      Thread.yield();
      return;
    }
    tasklet.yielding(ctx);
  }

  /** Pauses the calling tasklet, at once if it can be unwound here. */
  void pauseSelf(Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    tasklet.requestPause();
    if (!isPinned(tasklet, ctx)) {
      tasklet.yielding(ctx);
    }
  }

  /** {@link dev.stint.Tasklet#runNow}. */
  void runNow(CellId target, Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    if (target.equals(cell.id())) {
      return;
    }
    RunOrder order = job.scheduler().order();
    Cell here = job.resident(target);
    if (order == null || here == null) {
      Order.RESUME.send(cell, target);
      yieldNow(ctx);
      return;
    }
    LiveTasklet next = here.tasklet();
    boolean wasPaused = next.endPause();
    if (next.state() != TaskletState.READY) {
      throw new IllegalStateException(
          "tasklet " + target.tasklet() + " cannot run now: it is " + next.state().status());
    }
    if (isPinned(tasklet, ctx)) {
      throw new IllegalStateException(
          "runNow() needs a caller that can make room; this one is pinned");
    }
    if (wasPaused) {
      order.insert(next, tasklet);
    } else {
      order.turnTo(next, tasklet);
    }
    tasklet.hasItsPlace();
    tasklet.yielding(ctx);
  }

  void sleep(Duration duration, Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    if (duration.isNegative() || duration.isZero()) {
      yieldNow(ctx);
      return;
    }
    await(tasklet, new WaitFor.Time(cell.deadlineAfter(duration)), ctx);
  }

  /**
   * Waits for a tasklet's end.
   *
   * @param takesResult whether to return what its body returned, or throw what it threw
   */
  @Nullable Object join(CellId target, boolean takesResult, long deadline, Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    if (target.equals(cell.id())) {
      throw new IllegalStateException("a tasklet cannot join itself: it would wait for ever");
    }
    return await(tasklet, new WaitFor.Joining(target, cell.nextOp(), takesResult, deadline), ctx);
  }

  void moveTo(String node, Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    if (node.equals(job.host().nodeName())) {
      return;
    }
    if (!job.host().takesTasklets(node)) {
      throw new IllegalArgumentException(
          "no node '" + node + "' takes tasklets now. 'stint node ls' shows the nodes");
    }
    if (isPinned(tasklet, ctx)) {
      throw new IllegalStateException(
          "this tasklet is pinned and cannot move to "
              + node
              + ": a frame of the JDK, a constructor, a monitor or a lock is on its stack");
    }
    await(tasklet, new WaitFor.Moving(node), ctx);
  }

  @Nullable Object channel(
      ChannelId channel, ChannelOp op, @Nullable Object message, long deadline, Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    Parcel parcel = message == null ? null : pack(op, message);
    boolean trapped = op.mayWait() && deadline == NEVER && isTrapped(tasklet);
    WaitFor.ChannelTurn turn =
        new WaitFor.ChannelTurn(
            channel,
            cell.nextOp(),
            trapped ? op.orNothing() : op,
            parcel,
            trapped ? WaitFor.TRAPPED : deadline);
    return await(tasklet, turn, ctx);
  }

  /**
   * Waits until something may be done at one of several channels; no channel comes twice.
   *
   * @return twice the index of the channel, plus one if it is closed; -1 at the deadline
   */
  @Nullable Object awaitAny(
      List<ChannelId> channels, List<ChannelOp> kinds, long deadline, Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    List<WaitFor.ChannelTurn> watches = new ArrayList<>(channels.size());
    for (int i = 0; i < channels.size(); i++) {
      watches.add(
          new WaitFor.ChannelTurn(channels.get(i), cell.nextOp(), kinds.get(i), null, NEVER));
    }
    return await(tasklet, new WaitFor.AnyOf(watches, deadline), ctx);
  }

  /** A number that looks like chance, and is the same each time the program runs this way. */
  long nextChance() {
    return new SplittableRandom(cell.nextOp().number()).nextLong();
  }

  private Parcel pack(ChannelOp op, Object message) {
    return op == ChannelOp.SEND_EXCEPTION && message instanceof Throwable thrown
        ? Parcel.thrown(thrown, cell.side())
        : Parcel.of(message, cell.side());
  }

  private LiveTasklet begin(Ctx ctx) {
    LiveTasklet tasklet = cell.tasklet();
    Throwable asked = tasklet.takeThrow();
    if (asked != null) {
      throw Sneaky.rethrow(asked);
    }
    cell.safepoint(tasklet, isPinned(tasklet, ctx));
    return tasklet;
  }

  private static boolean isPinned(LiveTasklet tasklet, Ctx ctx) {
    return ctx == Ctx.PINNED || tasklet.ties().locksHeld() > 0;
  }

  private @Nullable Object await(LiveTasklet tasklet, WaitFor what, Ctx ctx) {
    Wait wait = new Wait(tasklet, what);
    boolean pinned = isPinned(tasklet, ctx);
    if (pinned) {
      tasklet.asking(wait);
    } else {
      tasklet.parking(wait);
    }
    boolean over = true;
    try {
      boolean partnerFirst = put(wait, pinned);
      if (partnerFirst) {
        tasklet.hasItsPlace();
      } else if (!wait.isDone()) {
        springTrap(wait);
      }
      over = wait.isDone() && !partnerFirst;
    } finally {
      if (over) {
        tasklet.waitCalledOff();
      }
    }
    if (over) {
      return wait.result().get();
    }
    if (pinned) {
      return awaitPinned(tasklet, wait);
    }
    if (tasklet.requests().wantThrow()) {
      giveUp(wait);
    }
    ctx.unwinding = true;
    return null;
  }

  /** Puts the question; returns whether the one woken by it runs now, and the asker after it. */
  private boolean put(Wait wait, boolean pinned) {
    RunOrder order = job.scheduler().order();
    if (order == null) {
      ask(wait);
      wasAsked(wait);
      return false;
    }
    order.beginTurn();
    boolean partnerFirst = false;
    try {
      ask(wait);
      wasAsked(wait);
      partnerFirst = !pinned && wait.isDone() && prefersPartner(wait.what());
    } finally {
      partnerFirst = order.endTurn(cell.tasklet(), partnerFirst);
    }
    return partnerFirst;
  }

  private boolean prefersPartner(WaitFor what) {
    if (!(what instanceof WaitFor.ChannelTurn turn)) {
      return false;
    }
    Channel.Preference first = job.mail().preferenceOf(turn.channel());
    return turn.kind().sends()
        ? first == Channel.Preference.RECEIVER
        : turn.kind().receives() && first == Channel.Preference.SENDER;
  }

  private static boolean isTrapped(LiveTasklet tasklet) {
    return tasklet.requests().has(Requests.TRAP);
  }

  /** Throws if the tasklet must not wait for this; a channel has been asked so that it does not. */
  private void springTrap(Wait wait) {
    boolean waits =
        switch (wait.what()) {
          case WaitFor.AnyOf any -> true;
          case WaitFor.Joining joining -> job.resident(joining.cell()) != null;
          default -> false;
        };
    if (!waits || !isTrapped(cell.tasklet()) || !wait.detach()) {
      return;
    }
    if (wait.what() instanceof WaitFor.AnyOf any) {
      any.watches().forEach(job.mail()::unwatch);
    }
    cell.tasklet().waitCalledOff();
    throw Meanings.trap(wait.what());
  }

  private @Nullable Object awaitPinned(LiveTasklet tasklet, Wait wait) {
    cell.pinned(PinReason.BLOCKED);
    tasklet.parkPinned(wait, () -> giveUp(wait));
    if (wait.detach()) {
      throw new JobOver();
    }
    return wait.result().get();
  }

  // ---- asking

  private void ask(Wait wait) {
    switch (wait.what()) {
      case WaitFor.Time time -> bound(wait, time.deadline(), () -> wait.complete(Outcome.NOTHING));
      case WaitFor.Joining joining -> {
        job.mail().join(joining.cell(), joining.op(), wait);
        if (joining.deadline() != NEVER && !wait.isDone()) {
          bound(wait, joining.deadline(), () -> wait.complete(Outcome.NOTHING));
        }
      }
      case WaitFor.Moving moving -> askToMove(wait, moving);
      case WaitFor.AnyOf any -> askAny(wait, any, false);
      case WaitFor.ChannelTurn turn -> {
        if (!turn.kind().mayWait() || !turn.isBounded()) {
          job.mail().turn(turn, wait, false);
        } else {
          askUntil(wait, turn);
        }
      }
    }
  }

  private void askAny(Wait wait, WaitFor.AnyOf any, boolean again) {
    for (WaitFor.ChannelTurn watch : any.watches()) {
      if (!wait.isDone()) {
        job.mail().turn(watch, wait, again);
      }
    }
    if (any.deadline() != NEVER && !wait.isDone()) {
      bound(wait, any.deadline(), () -> wait.complete(Outcome.NOTHING));
    }
  }

  private void askUntil(Wait wait, WaitFor.ChannelTurn turn) {
    job.mail().turn(turn, wait, false);
    if (!wait.isDone()) {
      boundTurn(wait, turn);
    }
  }

  private void askToMove(Wait wait, WaitFor.Moving moving) {
    if (moving.node().equals(job.host().nodeName())) {
      wait.complete(Outcome.NOTHING);
    } else {
      job.host().moveRequested(cell.id(), moving.node());
    }
  }

  private void boundTurn(Wait wait, WaitFor.ChannelTurn turn) {
    bound(wait, turn.deadline(), () -> giveUpTurn(wait, turn));
  }

  private void bound(Wait wait, long deadline, Runnable atDeadline) {
    Timers timers = job.scheduler().timers();
    TimerWheel.Timer timer = timers.schedule(deadline, atDeadline);
    wait.boundedBy(() -> timers.cancel(timer));
  }

  /** Whoever was asked has moved: puts the question again, or leaves that to who puts it now. */
  void peerMoved(Wait wait) {
    if (wait.mayBeAskedAgain()) {
      askAgain(wait);
    }
  }

  private void wasAsked(Wait wait) {
    if (!wait.asked()) {
      askAgain(wait);
    }
  }

  /** Puts the same question again: after a thaw, or because whoever was asked has moved. */
  void askAgain(Wait wait) {
    switch (wait.what()) {
      case WaitFor.ChannelTurn turn -> {
        job.mail().turn(turn, wait, true);
        if (turn.isBounded() && !wait.isDone()) {
          boundTurn(wait, turn);
        }
      }
      case WaitFor.AnyOf any -> askAny(wait, any, true);
      default -> ask(wait);
    }
    wasAsked(wait);
  }

  // ---- giving up

  /** The tasklet is to throw something: ends its wait, unless what it waits for has just come. */
  void giveUp(Wait wait) {
    switch (wait.what()) {
      case WaitFor.ChannelTurn turn -> giveUpTurn(wait, turn);
      default -> wait.complete(Meanings.GIVEN_UP);
    }
  }

  /** What has been sent or received by now stands; so the channel decides. */
  private void giveUpTurn(Wait wait, WaitFor.ChannelTurn turn) {
    if (!wait.isDone()) {
      job.mail().withdraw(turn, wait);
    }
  }

  /** The wait for a move ends with the reason why there is none. */
  static void refuseMove(Wait wait, AnchoredException why) {
    if (wait.what() instanceof WaitFor.Moving) {
      wait.complete(new Outcome.Thrown(why));
    }
  }
}
