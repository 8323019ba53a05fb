package dev.stint.runtime;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A channel where it is at home: its state under a lock, and the way of its answers to askers on
 * this node or elsewhere. Answers to elsewhere are sent after the lock has been let go.
 */
final class ChannelHome {
  private final ChannelId id;
  private final ResidentJob job;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final ChannelCore<Parcel> core;

  @GuardedBy("lock")
  private final List<Sending> toSend = new ArrayList<>();

  @GuardedBy("lock")
  private boolean left;

  private record Sending(OpKey key, ChannelAnswer<Parcel> answer) {}

  ChannelHome(ChannelId id, int capacity, ResidentJob job) {
    this.id = id;
    this.job = job;
    this.core = new ChannelCore<>(capacity, this::deliver);
  }

  /** A channel that comes from elsewhere. */
  ChannelHome(ChannelId id, ChannelCore.State<Parcel> state, ResidentJob job) {
    this.id = id;
    this.job = job;
    this.core = new ChannelCore<>(state, this::deliver);
  }

  ChannelId id() {
    return id;
  }

  /** Takes a turn that may be a repetition; false if the channel is on its way elsewhere. */
  boolean take(ChannelTurn<Parcel> turn) {
    return act(channel -> channel.take(turn));
  }

  /** Takes a turn that is certainly new; false if the channel is on its way elsewhere. */
  boolean begin(ChannelTurn<Parcel> turn) {
    return act(channel -> channel.begin(turn));
  }

  /** Gives up a turn; false if the channel is on its way elsewhere. */
  boolean withdraw(ChannelTurn<Parcel> turn) {
    return act(channel -> channel.withdraw(turn));
  }

  /** Forgets a watch; false if the channel is on its way elsewhere. */
  boolean unwatch(OpKey key) {
    return act(channel -> channel.unwatch(key));
  }

  /** Which side goes first when a message is handed over. */
  Channel.Preference preference() {
    synchronized (lock) {
      return core.preference();
    }
  }

  void acknowledge(OpKey key) {
    act(channel -> channel.acknowledge(key));
  }

  /** Stops all turns and gives the state, to be taken elsewhere. */
  ChannelCore.State<Parcel> leave() {
    synchronized (lock) {
      left = true;
      return core.state();
    }
  }

  /** It stays after all. */
  void stay() {
    synchronized (lock) {
      left = false;
    }
  }

  private boolean act(Consumer<ChannelCore<Parcel>> action) {
    List<Sending> sendings = List.of();
    synchronized (lock) {
      if (left) {
        return false;
      }
      action.accept(core);
      if (!toSend.isEmpty()) {
        sendings = List.copyOf(toSend);
        toSend.clear();
      }
    }
    for (Sending sending : sendings) {
      job.mail().answer(id, sending.key, sending.answer);
    }
    return true;
  }

  /** An answer to one of several questions says to which. */
  private static Object valueOf(ChannelTurn<Parcel> turn, ChannelAnswer<Parcel> answer) {
    return turn.op.isWatch() ? new Hint(turn.key, answer) : answer;
  }

  /** What a watcher is told. */
  record Hint(OpKey key, ChannelAnswer<?> answer) {}

  /** Called with the lock held. */
  @SuppressWarnings("GuardedBy") // the core calls back only under act
  private boolean deliver(ChannelTurn<Parcel> turn, ChannelAnswer<Parcel> answer) {
    Wait asker = turn.asker;
    if (asker != null && asker.complete(new Outcome.Value(valueOf(turn, answer)))) {
      return true;
    }
    if (asker == null) {
      toSend.add(new Sending(turn.key, answer));
    }
    return false;
  }
}
