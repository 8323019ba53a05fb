package dev.stint.runtime;

import dev.stint.Channel.Preference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a channel where it is at home. First come, first served; either senders or receivers
 * wait. Every turn has a key, and asking again with the same key answers again and does nothing
 * twice, so that requests and answers may be lost and repeated while either side moves.
 *
 * <p>Not thread-safe: whoever owns the channel calls it under a lock.
 *
 * @param <P> what is sent
 */
final class ChannelCore<P> {

  /** Where answers go. */
  @FunctionalInterface
  interface Answers<P> {
    /**
     * Hands over an answer.
     *
     * @return false if that cannot be known to have arrived: then it is kept until the asker's next
     *     turn, or {@link #acknowledge}
     */
    boolean deliver(ChannelTurn<P> turn, ChannelAnswer<P> answer);
  }

  /** The last answer to a cell that may not have got it. */
  record Kept<P>(OpKey key, ChannelAnswer<P> answer) {}

  private final int capacity;
  private final Answers<P> answers;
  private final ArrayDeque<P> buffer = new ArrayDeque<>();
  private final ArrayDeque<ChannelTurn<P>> senders = new ArrayDeque<>();
  private final ArrayDeque<ChannelTurn<P>> receivers = new ArrayDeque<>();
  private final ArrayDeque<ChannelTurn<P>> watchers = new ArrayDeque<>();
  private final Map<CellId, Kept<P>> kept = new HashMap<>();
  private boolean closed;
  private Preference preference = Preference.RECEIVER;

  ChannelCore(int capacity, Answers<P> answers) {
    this.capacity = capacity;
    this.answers = answers;
  }

  /** A channel as {@link #state} gave it. */
  ChannelCore(State<P> state, Answers<P> answers) {
    this(state.capacity(), answers);
    closed = state.closed();
    preference = state.preference();
    buffer.addAll(state.buffer());
    senders.addAll(state.senders());
    receivers.addAll(state.receivers());
    watchers.addAll(state.watchers());
    for (Kept<P> one : state.kept()) {
      kept.put(one.key().cell(), one);
    }
  }

  /**
   * Takes a turn that may be new or repeated. A turn that does not need to wait has been answered
   * when this returns.
   */
  void take(ChannelTurn<P> turn) {
    // Asked again from here, its first copy may still be on a detour over another node.
    turn.cameFromAfar = true;
    if (!isRepeated(turn)) {
      begin(turn);
    }
  }

  /** Takes a turn that is certainly new. */
  void begin(ChannelTurn<P> turn) {
    if (turn.isMoot()) {
      return;
    }
    switch (turn.op) {
      case SEND, SEND_EXCEPTION -> send(turn, true);
      case TRY_SEND, TRY_SEND_EXCEPTION -> send(turn, false);
      case RECEIVE -> receive(turn, true);
      case TRY_RECEIVE -> receive(turn, false);
      case CLOSE -> close(turn);
      case REOPEN -> {
        closed = false;
        answer(turn, new ChannelAnswer.Done<>());
      }
      case PREFERENCE -> answer(turn, new ChannelAnswer.Count<>(ChannelOp.sign(preference)));
      case PREFER_RECEIVER -> prefer(Preference.RECEIVER, turn);
      case PREFER_SENDER -> prefer(Preference.SENDER, turn);
      case PREFER_NEITHER -> prefer(Preference.NEITHER, turn);
      case BALANCE -> answer(turn, new ChannelAnswer.Count<>(balance()));
      case AWAIT_RECEIVE, AWAIT_SEND, AWAIT_EITHER, AWAIT_CLOSED -> watchers.add(turn);
    }
    answerWatchers();
  }

  /**
   * Gives a turn up. The asker is answered in any case: {@link ChannelAnswer.Nothing} if it had
   * still been waiting (or never arrived), otherwise what it was answered before.
   */
  void withdraw(ChannelTurn<P> turn) {
    if (unwatch(turn.key)) {
      return;
    }
    if (remove(turn.key, senders) || remove(turn.key, receivers)) {
      answer(turn, new ChannelAnswer.Nothing<>());
      return;
    }
    Kept<P> last = kept.get(turn.key.cell());
    if (last != null && last.key().number() == turn.key.number()) {
      answer(turn, last.answer());
    } else if (last == null || last.key().number() < turn.key.number()) {
      answer(turn, new ChannelAnswer.Nothing<>());
    }
  }

  /** Forgets a watch, without an answer; false if there is none. */
  boolean unwatch(OpKey key) {
    return remove(key, watchers);
  }

  /**
   * The asker has its answer: what it was need not be kept, but that there was one must be, since a
   * copy of the question may still be on its way, for longer than the asker lives.
   */
  void acknowledge(OpKey key) {
    Kept<P> last = kept.get(key.cell());
    if (last != null && last.key().equals(key)) {
      kept.put(key.cell(), new Kept<>(key, new ChannelAnswer.Done<>()));
    }
  }

  private void prefer(Preference first, ChannelTurn<P> turn) {
    preference = first;
    answer(turn, new ChannelAnswer.Done<>());
  }

  /** Which side goes first when a message is handed over. */
  Preference preference() {
    return preference;
  }

  /** How many senders (positive) or receivers (negative) wait. */
  int balance() {
    return senders.isEmpty() ? -receivers.size() : senders.size();
  }

  /** Everything, to be taken elsewhere. */
  State<P> state() {
    return new State<>(
        capacity,
        closed,
        preference,
        List.copyOf(buffer),
        List.copyOf(senders),
        List.copyOf(receivers),
        List.copyOf(watchers),
        List.copyOf(kept.values()));
  }

  private boolean isRepeated(ChannelTurn<P> turn) {
    Kept<P> last = kept.get(turn.key.cell());
    if (last != null && last.key().number() >= turn.key.number()) {
      if (last.key().number() == turn.key.number()) {
        answer(turn, last.answer());
      }
      return true;
    }
    ChannelTurn<P> waiting = find(turn.key, senders);
    if (waiting == null) {
      waiting = find(turn.key, receivers);
    }
    if (waiting == null) {
      waiting = find(turn.key, watchers);
    }
    if (waiting == null) {
      return false;
    }
    waiting.asker = turn.asker;
    waiting.cameFromAfar |= turn.cameFromAfar;
    return true;
  }

  private void send(ChannelTurn<P> turn, boolean wait) {
    P message = turn.message;
    if (message == null) {
      throw new IllegalArgumentException("a send brings a message");
    }
    ChannelTurn<P> receiver = closed ? null : receivers.poll();
    if (closed) {
      answer(turn, new ChannelAnswer.Closed<>());
    } else if (receiver != null) {
      answer(receiver, new ChannelAnswer.Received<>(message));
      answer(turn, new ChannelAnswer.Done<>());
    } else if (buffer.size() < capacity) {
      buffer.add(message);
      answer(turn, new ChannelAnswer.Done<>());
    } else if (wait) {
      senders.add(turn);
    } else {
      answer(turn, new ChannelAnswer.Nothing<>());
    }
  }

  private void receive(ChannelTurn<P> turn, boolean wait) {
    P message = buffer.poll();
    ChannelTurn<P> sender = senders.poll();
    if (sender != null && sender.message != null) {
      if (message == null) {
        message = sender.message;
      } else {
        buffer.add(sender.message);
      }
      answer(sender, new ChannelAnswer.Done<>());
    }
    if (message != null) {
      answer(turn, new ChannelAnswer.Received<>(message));
    } else if (closed) {
      answer(turn, new ChannelAnswer.Closed<>());
    } else if (wait) {
      receivers.add(turn);
    } else {
      answer(turn, new ChannelAnswer.Nothing<>());
    }
  }

  private void close(ChannelTurn<P> turn) {
    closed = true;
    List<ChannelTurn<P>> waiting = new ArrayList<>(senders);
    waiting.addAll(receivers);
    senders.clear();
    receivers.clear();
    for (ChannelTurn<P> one : waiting) {
      answer(one, new ChannelAnswer.Closed<>());
    }
    answer(turn, new ChannelAnswer.Done<>());
  }

  /**
   * Tells watchers what can be done now. That is a hint, on which they take a turn that does not
   * wait; so nothing is kept of it, and one that is lost is asked for again.
   */
  private void answerWatchers() {
    if (watchers.isEmpty()) {
      return;
    }
    for (ChannelTurn<P> watcher : List.copyOf(watchers)) {
      ChannelAnswer<P> answer = readiness(watcher);
      if (answer != null || watcher.isMoot()) {
        watchers.remove(watcher);
      }
      if (answer != null) {
        answers.deliver(watcher, answer);
      }
    }
  }

  private @Nullable ChannelAnswer<P> readiness(ChannelTurn<P> watcher) {
    ChannelOp op = watcher.op;
    if (op.watchesReceive() && !(buffer.isEmpty() && senders.isEmpty())) {
      return new ChannelAnswer.Done<>();
    }
    if (op.watchesSend() && !closed && maySend(watcher)) {
      return new ChannelAnswer.Done<>();
    }
    return closed && (buffer.isEmpty() || op.watchesSend()) ? new ChannelAnswer.Closed<>() : null;
  }

  /** A watcher that would receive counts as a receiver: it comes when it hears of a sender. */
  private boolean maySend(ChannelTurn<P> sender) {
    return !receivers.isEmpty()
        || buffer.size() < capacity
        || watchers.stream()
            .anyMatch(w -> w.op.watchesReceive() && !w.key.cell().equals(sender.key.cell()));
  }

  private void answer(ChannelTurn<P> turn, ChannelAnswer<P> answer) {
    CellId cell = turn.key.cell();
    if (!answers.deliver(turn, answer)) {
      kept.put(cell, new Kept<>(turn.key, answer));
    } else if (turn.cameFromAfar || kept.containsKey(cell)) {
      // A late copy of a request from afar must still be known as answered.
      kept.put(cell, new Kept<>(turn.key, new ChannelAnswer.Done<>()));
    }
  }

  private boolean remove(OpKey key, ArrayDeque<ChannelTurn<P>> queue) {
    for (Iterator<ChannelTurn<P>> it = queue.iterator(); it.hasNext(); ) {
      if (it.next().key.equals(key)) {
        it.remove();
        return true;
      }
    }
    return false;
  }

  private @Nullable ChannelTurn<P> find(OpKey key, ArrayDeque<ChannelTurn<P>> queue) {
    for (ChannelTurn<P> turn : queue) {
      if (turn.key.equals(key)) {
        return turn;
      }
    }
    return null;
  }

  /** A channel as plain data. */
  record State<P>(
      int capacity,
      boolean closed,
      Preference preference,
      List<P> buffer,
      List<ChannelTurn<P>> senders,
      List<ChannelTurn<P>> receivers,
      List<ChannelTurn<P>> watchers,
      List<Kept<P>> kept) {}
}
