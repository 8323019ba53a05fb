package dev.stint.runtime;

import dev.stint.Channel;
import org.jspecify.annotations.Nullable;

/** What cells on different nodes say to each other: as bytes, and what is done on arrival. */
final class CellMail {
  private final ResidentJob job;

  CellMail(ResidentJob job) {
    this.job = job;
  }

  // ---- asking, from here

  /** Puts a turn to a channel, wherever that is at home. */
  void turn(WaitFor.ChannelTurn what, Wait asker, boolean again) {
    ChannelHome home = homeOf(what.channel());
    ChannelTurn<Parcel> turn = new ChannelTurn<>(what.op(), what.kind(), what.message(), asker);
    if (home != null && (again ? home.take(turn) : home.begin(turn))) {
      return;
    }
    send(
        what.op().cell(),
        what.channel().home(),
        new CellMessage.Turn(
            what.channel(), what.op(), what.kind(), forms().saveOrNull(what.message())));
  }

  /** Gives a turn up; the channel answers in any case. */
  void withdraw(WaitFor.ChannelTurn what, Wait asker) {
    ChannelHome home = homeOf(what.channel());
    ChannelTurn<Parcel> turn = new ChannelTurn<>(what.op(), what.kind(), null, asker);
    if (home == null || !home.withdraw(turn)) {
      send(
          what.op().cell(),
          what.channel().home(),
          new CellMessage.Withdraw(what.channel(), what.op()));
    }
  }

  /** Gives a watch up; nobody answers. */
  void unwatch(WaitFor.ChannelTurn watch) {
    ChannelHome home = homeOf(watch.channel());
    if (home == null || !home.unwatch(watch.op())) {
      send(
          watch.op().cell(),
          watch.channel().home(),
          new CellMessage.Withdraw(watch.channel(), watch.op()));
    }
  }

  /** Asks to be told of a tasklet's end. */
  void join(CellId target, OpKey op, Wait asker) {
    Cell here = job.resident(target);
    if (here != null) {
      here.join(op, asker);
    } else {
      send(op.cell(), target, new CellMessage.Join(op));
    }
  }

  /** Whether what is waited for is asked of this cell. */
  static boolean isAsked(CellId cell, WaitFor what) {
    return switch (what) {
      case WaitFor.ChannelTurn turn -> turn.channel().home().equals(cell);
      case WaitFor.Joining joining -> joining.cell().equals(cell);
      case WaitFor.AnyOf any -> any.watches().stream().anyMatch(w -> isAsked(cell, w));
      case WaitFor.Time time -> false;
      case WaitFor.Moving moving -> false;
    };
  }

  private @Nullable ChannelHome homeOf(ChannelId channel) {
    Cell cell = job.resident(channel.home());
    return cell == null ? null : cell.channel(channel.number());
  }

  /** A channel answers an asker on another node. */
  void answer(ChannelId channel, OpKey key, ChannelAnswer<Parcel> answer) {
    send(channel.home(), key.cell(), new CellMessage.Answer(forms().save(key, answer)));
  }

  /** Tells who joined a tasklet from another node. */
  void joined(CellId ended, OpKey key, CellEnd end) {
    send(ended, key.cell(), new CellMessage.Joined(key, forms().save(end)));
  }

  /** Asks a tasklet on another node to end. */
  void cancel(CellId from, CellId target) {
    send(from, target, new CellMessage.Cancel());
  }

  /** Tells a tasklet on another node that one has failed that it forked in a scope. */
  void forkFailed(CellId child, CellId owner, int scope) {
    send(child, owner, new CellMessage.ForkFailed(scope, child));
  }

  /** Which side of a channel goes first, if that is known here. */
  Channel.@Nullable Preference preferenceOf(ChannelId channel) {
    ChannelHome home = homeOf(channel);
    return home == null ? null : home.preference();
  }

  /** Tells a tasklet on another node about its run. */
  void order(OpKey key, CellId target, Order order) {
    send(key.cell(), target, new CellMessage.Ordered(key, order));
  }

  /** Asks a tasklet on another node to throw. */
  void interrupt(OpKey key, CellId target, Parcel exception) {
    send(key.cell(), target, new CellMessage.Interrupt(key, forms().saved(exception)));
  }

  private SavedForms forms() {
    return new SavedForms(job.primarySide(), job.scheduler().clock().nanos());
  }

  private void send(CellId from, CellId to, CellMessage message) {
    job.host().send(from, to, job.primarySide().encode(message));
  }

  // ---- arriving here

  /** Does what a message says; false if the cell cannot take it now. */
  boolean deliver(Cell to, byte[] bytes) {
    return switch (decode(bytes)) {
      case CellMessage.Turn turn -> {
        ChannelHome home = to.channel(turn.channel().number());
        yield home != null
            && home.take(
                new ChannelTurn<>(
                    turn.key(), turn.op(), SavedForms.restoreOrNull(turn.parcel()), null));
      }
      case CellMessage.Withdraw withdraw -> {
        ChannelHome home = to.channel(withdraw.channel().number());
        yield home != null
            && home.withdraw(new ChannelTurn<>(withdraw.key(), ChannelOp.RECEIVE, null, null));
      }
      case CellMessage.Acknowledge acknowledge -> {
        ChannelHome home = to.channel(acknowledge.channel().number());
        if (home != null) {
          home.acknowledge(acknowledge.key());
        }
        yield true;
      }
      case CellMessage.Answer answer -> {
        answered(to, answer.answer());
        yield true;
      }
      case CellMessage.Join join -> {
        to.join(join.key(), null);
        yield true;
      }
      case CellMessage.Joined joined -> {
        complete(to, joined.key(), SavedForms.restore(joined.end()));
        yield true;
      }
      case CellMessage.ForkFailed failed -> {
        job.cancelSiblings(to, failed.scope(), failed.child());
        yield true;
      }
      case CellMessage.Interrupt interrupt -> {
        if (to.isNewRequest(interrupt.key())) {
          job.interrupt(to, SavedForms.restored(interrupt.exception()));
        }
        yield true;
      }
      case CellMessage.Ordered ordered -> {
        if (to.isNewRequest(ordered.key())) {
          ordered.order().apply(to.tasklet());
        }
        yield true;
      }
      case CellMessage.Cancel cancel -> {
        job.cancel(to);
        yield true;
      }
    };
  }

  private void answered(Cell to, SavedCell.SavedAnswer saved) {
    Wait waiting = waitingFor(to, saved.key());
    if (waiting == null) {
      return;
    }
    ChannelAnswer<Parcel> answer = SavedForms.answerOf(saved);
    boolean hint = waiting.what() instanceof WaitFor.AnyOf;
    Object value = hint ? new ChannelHome.Hint(saved.key(), answer) : answer;
    if (!waiting.complete(new Outcome.Value(value))) {
      return;
    }
    if (waiting.what() instanceof WaitFor.ChannelTurn turn && saved.message() != null) {
      CellId home = turn.channel().home();
      send(to.id(), home, new CellMessage.Acknowledge(turn.channel(), saved.key()));
    }
  }

  private static void complete(Cell to, OpKey key, Object value) {
    Wait waiting = waitingFor(to, key);
    if (waiting != null) {
      waiting.complete(new Outcome.Value(value));
    }
  }

  private static @Nullable Wait waitingFor(Cell cell, OpKey key) {
    Wait waiting = cell.tasklet().waiting();
    if (waiting == null) {
      return null;
    }
    boolean asked =
        switch (waiting.what()) {
          case WaitFor.ChannelTurn turn -> turn.op().equals(key);
          case WaitFor.Joining joining -> joining.op().equals(key);
          case WaitFor.AnyOf any -> any.watches().stream().anyMatch(w -> w.op().equals(key));
          default -> false;
        };
    return asked ? waiting : null;
  }

  private CellMessage decode(byte[] bytes) {
    if (job.primarySide().decode(bytes) instanceof CellMessage message) {
      return message;
    }
    throw new dev.stint.image.ImageFormatException("the bytes are no message between cells");
  }
}
