package dev.stint.runtime;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ready tasklets of the deterministic mode, in the order in which they will run: the ring of
 * Stackless without the tasklet that runs now. Each is in it once.
 *
 * <p>Whom a channel wakes is held back until the turn is over, since who of the two goes on is then
 * known.
 */
final class RunOrder {
  @GuardedBy("this")
  private final ArrayDeque<LiveTasklet> ready = new ArrayDeque<>();

  @GuardedBy("this")
  private final List<LiveTasklet> woken = new ArrayList<>();

  @GuardedBy("this")
  private @Nullable Thread turnOf;

  /** Appends one. */
  synchronized void add(LiveTasklet tasklet) {
    ready.addLast(tasklet);
  }

  /** Appends one that was woken, at the end of the turn if the caller is in one. */
  synchronized void addWoken(LiveTasklet tasklet) {
    if (turnOf == Thread.currentThread()) {
      woken.add(tasklet);
    } else {
      ready.addLast(tasklet);
    }
  }

  /** Takes the first, or null. */
  synchronized @Nullable LiveTasklet poll() {
    return ready.pollFirst();
  }

  /** Takes one out, wherever it is. */
  synchronized void remove(LiveTasklet tasklet) {
    ready.remove(tasklet);
  }

  synchronized int size() {
    return ready.size();
  }

  /** The caller takes a turn at a channel. */
  synchronized void beginTurn() {
    turnOf = Thread.currentThread();
  }

  /**
   * The caller's turn is over: queues whom it has woken.
   *
   * @param actor who took the turn
   * @param partnerFirst whether the first one woken runs at once, and {@code actor} next
   * @return whether that is so; then {@code actor} has its place already
   */
  synchronized boolean endTurn(LiveTasklet actor, boolean partnerFirst) {
    turnOf = null;
    boolean changes = partnerFirst && !woken.isEmpty();
    LiveTasklet partner = changes ? woken.removeFirst() : null;
    ready.addAll(woken);
    woken.clear();
    if (partner != null) {
      ready.addFirst(actor);
      ready.addFirst(partner);
    }
    return changes;
  }

  /**
   * Goes round until {@code next} is the first; the caller, which ran until now, keeps its place.
   */
  synchronized void turnTo(LiveTasklet next, LiveTasklet caller) {
    List<LiveTasklet> before = new ArrayList<>();
    while (!ready.isEmpty() && ready.getFirst() != next) {
      before.add(ready.removeFirst());
    }
    if (ready.isEmpty()) {
      ready.addFirst(next);
    }
    ready.addLast(caller);
    ready.addAll(before);
  }

  /** {@code next}, which is not in it, runs at once, and {@code caller} after it. */
  synchronized void insert(LiveTasklet next, LiveTasklet caller) {
    ready.addFirst(caller);
    ready.addFirst(next);
  }
}
