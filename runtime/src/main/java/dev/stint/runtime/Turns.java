package dev.stint.runtime;

import dev.stint.AnchoredException;
import dev.stint.ChannelClosedException;
import dev.stint.TaskletFailedException;
import dev.stint.abi.Ctx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Everything a tasklet may wait for: how it is asked for, asked for again after a move, given up,
 * and what its outcome means. Called on the tasklet's own carrier, but for {@link #giveUp} and
 * {@link #askAgain}.
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

  void sleep(Duration duration, Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    if (duration.isNegative() || duration.isZero()) {
      yieldNow(ctx);
      return;
    }
    await(tasklet, new WaitFor.Time(cell.deadlineAfter(duration)), ctx);
  }

  @Nullable Object join(CellId target, Ctx ctx) {
    LiveTasklet tasklet = begin(ctx);
    if (target.equals(cell.id())) {
      throw new IllegalStateException("a tasklet cannot join itself: it would wait for ever");
    }
    return await(tasklet, new WaitFor.Joining(target, cell.nextOp()), ctx);
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
    return await(
        tasklet, new WaitFor.ChannelTurn(channel, cell.nextOp(), op, parcel, deadline), ctx);
  }

  private Parcel pack(ChannelOp op, Object message) {
    return op == ChannelOp.SEND_EXCEPTION && message instanceof Throwable thrown
        ? Parcel.thrown(thrown, cell.side())
        : Parcel.of(message, cell.side());
  }

  private LiveTasklet begin(Ctx ctx) {
    LiveTasklet tasklet = cell.tasklet();
    if (tasklet.takeCancel()) {
      throw cancelled();
    }
    cell.safepoint(tasklet, isPinned(tasklet, ctx));
    return tasklet;
  }

  private static boolean isPinned(LiveTasklet tasklet, Ctx ctx) {
    return ctx == Ctx.PINNED || tasklet.locksHeld() > 0;
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
      ask(wait);
      wasAsked(wait);
      over = wait.isDone();
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
    if (tasklet.isCancelRequested()) {
      giveUp(wait);
    }
    ctx.unwinding = true;
    return null;
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
      case WaitFor.Joining joining -> job.mail().join(joining.cell(), joining.op(), wait);
      case WaitFor.Moving moving -> askToMove(wait, moving);
      case WaitFor.ChannelTurn turn -> {
        if (!turn.kind().mayWait() || turn.deadline() == NEVER) {
          job.mail().turn(turn, wait, false);
        } else {
          askUntil(wait, turn);
        }
      }
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
        if (turn.deadline() != NEVER && !wait.isDone()) {
          boundTurn(wait, turn);
        }
      }
      default -> ask(wait);
    }
    wasAsked(wait);
  }

  // ---- giving up

  /** The tasklet is to be cancelled: ends its wait, unless what it waits for has just come. */
  void giveUp(Wait wait) {
    switch (wait.what()) {
      case WaitFor.ChannelTurn turn -> giveUpTurn(wait, turn);
      default -> {
        if (wait.complete(new Outcome.Thrown(cancelled()))) {
          cell.tasklet().takeCancel();
        }
      }
    }
  }

  /** What has been sent or received by now stands; so the channel decides. */
  private void giveUpTurn(Wait wait, WaitFor.ChannelTurn turn) {
    if (!wait.isDone()) {
      job.mail().withdraw(turn, wait);
    }
  }

  // ---- what outcomes mean

  Outcome understand(WaitFor what, Outcome raw) {
    if (!(raw instanceof Outcome.Value value)) {
      return raw;
    }
    if (what instanceof WaitFor.ChannelTurn turn && value.value() instanceof ChannelAnswer<?> a) {
      return ofChannel(turn, a);
    }
    return value.value() instanceof CellEnd end ? ofEnd(end) : raw;
  }

  private Outcome ofChannel(WaitFor.ChannelTurn turn, ChannelAnswer<?> answer) {
    return switch (answer) {
      case ChannelAnswer.Done<?> done -> new Outcome.Value(true);
      case ChannelAnswer.Count<?> count -> new Outcome.Value(count.value());
      case ChannelAnswer.Received<?> received -> ofMessage(turn, (Parcel) received.message());
      case ChannelAnswer.Nothing<?> nothing -> ofNothing(turn);
      case ChannelAnswer.Closed<?> closed -> ofClosed(turn);
    };
  }

  private Outcome ofMessage(WaitFor.ChannelTurn turn, Parcel parcel) {
    Object opened = parcel.open(cell.side());
    if (parcel.isThrown() && opened instanceof Throwable thrown) {
      return new Outcome.Thrown(thrown);
    }
    boolean optional = turn.kind() == ChannelOp.TRY_RECEIVE || turn.deadline() != NEVER;
    return new Outcome.Value(optional ? Optional.ofNullable(opened) : opened);
  }

  private Outcome ofNothing(WaitFor.ChannelTurn turn) {
    if (turn.kind().mayWait() && cell.tasklet().takeCancel()) {
      return new Outcome.Thrown(cancelled());
    }
    boolean receives = turn.kind() == ChannelOp.RECEIVE || turn.kind() == ChannelOp.TRY_RECEIVE;
    return new Outcome.Value(receives ? Optional.empty() : (Object) false);
  }

  private static Outcome ofClosed(WaitFor.ChannelTurn turn) {
    return switch (turn.kind()) {
      case TRY_RECEIVE -> new Outcome.Value(Optional.empty());
      case RECEIVE ->
          new Outcome.Thrown(
              new ChannelClosedException("channel " + turn.channel() + " is closed and empty"));
      default ->
          new Outcome.Thrown(
              new ChannelClosedException(
                  "channel " + turn.channel() + " is closed: nothing more can be sent"));
    };
  }

  private Outcome ofEnd(CellEnd end) {
    return switch (end) {
      case CellEnd.Cancelled cancelled ->
          new Outcome.Thrown(new CancellationException("the tasklet joined was cancelled"));
      case CellEnd.Ended ended -> {
        Object opened = ended.result().openCopy(cell.side());
        yield ended.result().isThrown() && opened instanceof Throwable thrown
            ? new Outcome.Thrown(asUnchecked(thrown))
            : new Outcome.Value(opened);
      }
    };
  }

  private static Throwable asUnchecked(Throwable thrown) {
    return thrown instanceof RuntimeException || thrown instanceof Error
        ? thrown
        : new TaskletFailedException("the tasklet joined failed: " + thrown, thrown);
  }

  private static CancellationException cancelled() {
    return new CancellationException("the tasklet was cancelled");
  }

  /** The wait for a move ends with the reason why there is none. */
  static void refuseMove(Wait wait, AnchoredException why) {
    if (wait.what() instanceof WaitFor.Moving) {
      wait.complete(new Outcome.Thrown(why));
    }
  }
}
