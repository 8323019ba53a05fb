package dev.stint.runtime;

import dev.stint.ChannelClosedException;
import dev.stint.TaskletFailedException;
import dev.stint.TaskletTimeoutException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** What the outcome of a wait means to the program of a tasklet. Called on its own carrier. */
final class Meanings {
  private static final long NEVER = Long.MAX_VALUE;

  /** The tasklet has been asked to throw something instead. Known by its identity. */
  static final Outcome GIVEN_UP = new Outcome.Value("given up");

  private final Cell cell;
  private final ResidentJob job;

  Meanings(Cell cell, ResidentJob job) {
    this.cell = cell;
    this.job = job;
  }

  /** How a wait that ended with {@code given} ends for the program. */
  Outcome understand(WaitFor what, Outcome given) {
    Outcome raw = given == GIVEN_UP ? whatToThrow() : given;
    if (what instanceof WaitFor.AnyOf any) {
      return ofAny(any, raw);
    }
    if (!(raw instanceof Outcome.Value value)) {
      return raw;
    }
    if (what instanceof WaitFor.ChannelTurn turn && value.value() instanceof ChannelAnswer<?> a) {
      return ofChannel(turn, a);
    }
    return what instanceof WaitFor.Joining joining ? ofJoin(joining, value) : raw;
  }

  private Outcome whatToThrow() {
    Throwable asked = cell.tasklet().takeThrow();
    return new Outcome.Thrown(
        asked == null ? new CancellationException("the tasklet was cancelled") : asked);
  }

  private Outcome ofAny(WaitFor.AnyOf any, Outcome raw) {
    int answered = -1;
    boolean closed = false;
    if (raw instanceof Outcome.Value value && value.value() instanceof ChannelHome.Hint hint) {
      answered = indexOf(any, hint.key());
      closed = hint.answer() instanceof ChannelAnswer.Closed<?>;
    }
    for (int i = 0; i < any.watches().size(); i++) {
      if (i != answered) {
        job.mail().unwatch(any.watches().get(i));
      }
    }
    if (raw instanceof Outcome.Thrown) {
      return raw;
    }
    return new Outcome.Value(answered < 0 ? -1 : 2 * answered + (closed ? 1 : 0));
  }

  private static int indexOf(WaitFor.AnyOf any, OpKey key) {
    for (int i = 0; i < any.watches().size(); i++) {
      if (any.watches().get(i).op().equals(key)) {
        return i;
      }
    }
    return -1;
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
    boolean tried = turn.kind() == ChannelOp.TRY_RECEIVE && turn.deadline() == NEVER;
    boolean optional = tried || turn.isBounded();
    return new Outcome.Value(optional ? Optional.ofNullable(opened) : opened);
  }

  private Outcome ofNothing(WaitFor.ChannelTurn turn) {
    Throwable asked = turn.kind().mayWait() ? cell.tasklet().takeThrow() : null;
    if (asked != null) {
      return new Outcome.Thrown(asked);
    }
    if (turn.deadline() == WaitFor.TRAPPED) {
      return new Outcome.Thrown(trap(turn));
    }
    return new Outcome.Value(turn.kind().receives() ? Optional.empty() : (Object) false);
  }

  private static Outcome ofClosed(WaitFor.ChannelTurn turn) {
    if (turn.kind() == ChannelOp.TRY_RECEIVE && turn.deadline() != WaitFor.TRAPPED) {
      return new Outcome.Value(Optional.empty());
    }
    return switch (turn.kind()) {
      case RECEIVE, TRY_RECEIVE ->
          new Outcome.Thrown(
              new ChannelClosedException("channel " + turn.channel() + " is closed and empty"));
      default ->
          new Outcome.Thrown(
              new ChannelClosedException(
                  "channel " + turn.channel() + " is closed: nothing more can be sent"));
    };
  }

  private Outcome ofJoin(WaitFor.Joining joining, Outcome.Value value) {
    if (!(value.value() instanceof CellEnd end)) {
      return new Outcome.Thrown(
          new TaskletTimeoutException(
              "tasklet " + joining.cell().tasklet() + " has not ended yet"));
    }
    return joining.takesResult() ? ofEnd(end) : Outcome.NOTHING;
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

  /** What a tasklet gets that must not wait, and would have to. */
  static IllegalStateException trap(WaitFor what) {
    return new IllegalStateException(
        "this tasklet must not wait, as blockTrap(true) says, but would have to wait for "
            + what.text());
  }
}
