package dev.stint.runtime;

import dev.stint.runtime.SavedCell.SavedAnswer;
import dev.stint.runtime.SavedCell.SavedChannel;
import dev.stint.runtime.SavedCell.SavedEnd;
import dev.stint.runtime.SavedCell.SavedParcel;
import dev.stint.runtime.SavedCell.SavedTurn;
import dev.stint.runtime.SavedCell.SavedWait;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns waits, channels and ends into plain data and back. */
final class SavedForms {
  private static final long NEVER = Long.MAX_VALUE;

  private final JobSide side;
  private final long now;

  /**
   * @param side the class loader of values that are still objects
   * @param now the scheduler's clock
   */
  SavedForms(JobSide side, long now) {
    this.side = side;
    this.now = now;
  }

  SavedWait save(WaitFor what) {
    return switch (what) {
      case WaitFor.Time time -> new SavedWait.Timer(time.deadline() - now);
      case WaitFor.Joining joining ->
          new SavedWait.Join(
              joining.cell(), joining.op(), joining.takesResult(), left(joining.deadline()));
      case WaitFor.Moving moving -> new SavedWait.Move(moving.node());
      case WaitFor.ChannelTurn turn -> saveTurn(turn);
      case WaitFor.AnyOf any ->
          new SavedWait.AnyOf(each(any.watches(), this::saveTurn), left(any.deadline()));
    };
  }

  private SavedWait.Turn saveTurn(WaitFor.ChannelTurn turn) {
    return new SavedWait.Turn(
        turn.channel(), turn.op(), turn.kind(), saveOrNull(turn.message()), left(turn.deadline()));
  }

  private WaitFor.ChannelTurn restoreTurn(SavedWait.Turn turn) {
    return new WaitFor.ChannelTurn(
        turn.channel(),
        turn.op(),
        turn.kind(),
        restoreOrNull(turn.message()),
        deadline(turn.left()));
  }

  private long left(long deadline) {
    return deadline == NEVER || deadline == WaitFor.TRAPPED ? deadline : deadline - now;
  }

  private long deadline(long left) {
    return left == NEVER || left == WaitFor.TRAPPED ? left : now + left;
  }

  static SavedWait save(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Value value -> new SavedWait.Came(value.value(), null);
      case Outcome.Thrown thrown -> new SavedWait.Came(null, thrown.throwable());
    };
  }

  /** The wait as the tasklet takes it up again; it has yet to ask. */
  Wait restore(SavedWait saved, LiveTasklet tasklet) {
    return switch (saved) {
      case SavedWait.Timer timer -> new Wait(tasklet, new WaitFor.Time(now + timer.left()));
      case SavedWait.Join join ->
          new Wait(
              tasklet,
              new WaitFor.Joining(
                  join.cell(), join.op(), join.takesResult(), deadline(join.left())));
      case SavedWait.Move move -> new Wait(tasklet, new WaitFor.Moving(move.node()));
      case SavedWait.Turn turn -> new Wait(tasklet, restoreTurn(turn));
      case SavedWait.AnyOf any ->
          new Wait(
              tasklet,
              new WaitFor.AnyOf(each(any.watches(), this::restoreTurn), deadline(any.left())));
      case SavedWait.Came came ->
          Wait.ended(
              tasklet,
              new WaitFor.Time(now),
              came.thrown() == null
                  ? new Outcome.Value(came.value())
                  : new Outcome.Thrown(came.thrown()));
    };
  }

  @Nullable SavedParcel saveOrNull(@Nullable Parcel parcel) {
    return parcel == null ? null : saved(parcel);
  }

  SavedParcel saved(Parcel parcel) {
    return new SavedParcel(parcel.toImage(side), parcel.isThrown());
  }

  static @Nullable Parcel restoreOrNull(@Nullable SavedParcel saved) {
    return saved == null ? null : restored(saved);
  }

  static Parcel restored(SavedParcel saved) {
    return Parcel.ofImage(saved.image(), saved.thrown());
  }

  SavedEnd save(CellEnd end) {
    return switch (end) {
      case CellEnd.Cancelled cancelled -> new SavedEnd(null);
      case CellEnd.Ended ended -> new SavedEnd(saved(ended.result()));
    };
  }

  static CellEnd restore(SavedEnd saved) {
    SavedParcel result = saved.result();
    return result == null ? new CellEnd.Cancelled() : new CellEnd.Ended(restored(result));
  }

  SavedChannel save(int number, ChannelCore.State<Parcel> state) {
    return new SavedChannel(
        number,
        state.capacity(),
        state.closed(),
        state.preference(),
        each(state.buffer(), this::saved),
        each(state.senders(), this::save),
        each(state.receivers(), this::save),
        each(state.watchers(), this::save),
        each(state.kept(), this::save));
  }

  static ChannelCore.State<Parcel> restore(SavedChannel saved) {
    return new ChannelCore.State<>(
        saved.capacity(),
        saved.closed(),
        saved.preference(),
        each(saved.buffer(), SavedForms::restored),
        each(saved.senders(), SavedForms::restore),
        each(saved.receivers(), SavedForms::restore),
        each(saved.watchers(), SavedForms::restore),
        each(saved.kept(), SavedForms::restore));
  }

  private SavedTurn save(ChannelTurn<Parcel> turn) {
    return new SavedTurn(turn.key, turn.op, saveOrNull(turn.message));
  }

  private static ChannelTurn<Parcel> restore(SavedTurn saved) {
    return new ChannelTurn<>(saved.key(), saved.op(), restoreOrNull(saved.message()), null);
  }

  private SavedAnswer save(ChannelCore.Kept<Parcel> kept) {
    return save(kept.key(), kept.answer());
  }

  /** An answer with the key of the turn that it is for. */
  SavedAnswer save(OpKey key, ChannelAnswer<Parcel> answer) {
    return switch (answer) {
      case ChannelAnswer.Done<Parcel> done -> plain(key, SavedAnswer.Kind.DONE);
      case ChannelAnswer.Closed<Parcel> closed -> plain(key, SavedAnswer.Kind.CLOSED);
      case ChannelAnswer.Nothing<Parcel> nothing -> plain(key, SavedAnswer.Kind.NOTHING);
      case ChannelAnswer.Count<Parcel> count ->
          new SavedAnswer(key, SavedAnswer.Kind.COUNT, count.value(), null);
      case ChannelAnswer.Received<Parcel> received ->
          new SavedAnswer(key, SavedAnswer.Kind.RECEIVED, 0, saved(received.message()));
    };
  }

  private static SavedAnswer plain(OpKey key, SavedAnswer.Kind kind) {
    return new SavedAnswer(key, kind, 0, null);
  }

  private static ChannelCore.Kept<Parcel> restore(SavedAnswer saved) {
    return new ChannelCore.Kept<>(saved.key(), answerOf(saved));
  }

  /** The answer in a saved one. */
  static ChannelAnswer<Parcel> answerOf(SavedAnswer saved) {
    SavedParcel message = saved.message();
    return switch (saved.kind()) {
      case DONE -> new ChannelAnswer.Done<>();
      case CLOSED -> new ChannelAnswer.Closed<>();
      case NOTHING -> new ChannelAnswer.Nothing<>();
      case COUNT -> new ChannelAnswer.Count<>(saved.count());
      case RECEIVED -> {
        if (message == null) {
          throw new IllegalStateException("a received answer has a message");
        }
        yield new ChannelAnswer.Received<>(restored(message));
      }
    };
  }

  private static <A, B> List<B> each(List<A> all, Function<A, B> change) {
    List<B> changed = new ArrayList<>(all.size());
    for (A one : all) {
      changed.add(change.apply(one));
    }
    return changed;
  }
}
