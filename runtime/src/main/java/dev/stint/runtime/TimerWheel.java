package dev.stint.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Timers in hierarchical wheels: adding, removing and expiring cost a constant, however many there
 * are. Time is a tick number that the caller gives; the wheel reads no clock and has no thread.
 *
 * <p>After scheme 7 of Varghese and Lauck, "Hashed and Hierarchical Timing Wheels" (1987): level n
 * has 64 slots of 64^n ticks, and a timer sinks a level each time its slot comes up.
 */
final class TimerWheel {
  private static final int BITS = 6;
  private static final int SLOTS = 1 << BITS;
  private static final int LEVELS = 7;
  private static final long FARTHEST = (1L << (BITS * LEVELS)) - 1;

  private final Slot[][] slots = new Slot[LEVELS][SLOTS];
  private final long[] occupied = new long[LEVELS];
  private long now;
  private long added;
  private int size;

  TimerWheel(long now) {
    this.now = now;
    for (Slot[] level : slots) {
      for (int i = 0; i < SLOTS; i++) {
        level[i] = new Slot();
      }
    }
  }

  /** How many timers are pending. */
  int size() {
    return size;
  }

  /** Adds a timer that is not in a wheel. One whose tick has passed expires at the next advance. */
  void add(Timer timer) {
    timer.sequence = added++;
    size++;
    place(timer);
  }

  /** Takes a timer out; false if it has expired or was removed before. */
  boolean remove(Timer timer) {
    if (timer.slot == null) {
      return false;
    }
    unlink(timer);
    size--;
    return true;
  }

  /** The next tick at which {@link #advance} has something to do; {@link Long#MAX_VALUE}: never. */
  long nextTick() {
    for (int level = 0; level < LEVELS; level++) {
      if (occupied[level] != 0) {
        return deadlineOf(level, firstSlot(level));
      }
    }
    return Long.MAX_VALUE;
  }

  /** Goes to {@code tick} and returns the timers that are due, by tick and then by age. */
  List<Timer> advance(long tick) {
    List<Timer> due = new ArrayList<>();
    for (long next = nextTick(); next <= tick; next = nextTick()) {
      int level = lowestOccupied();
      int slot = firstSlot(level);
      now = Math.max(now, next);
      sink(slots[level][slot], due);
    }
    now = Math.max(now, tick);
    due.sort((a, b) ->
        a.tick != b.tick ? Long.compare(a.tick, b.tick) : Long.compare(a.sequence, b.sequence));
    size -= due.size();
    return due;
  }

  private void sink(Slot slot, List<Timer> due) {
    Timer timer = slot.first;
    while (timer != null) {
      Timer following = timer.next;
      unlink(timer);
      if (timer.tick <= now) {
        due.add(timer);
      } else {
        place(timer);
      }
      timer = following;
    }
  }

  private void place(Timer timer) {
    long tick = Math.min(Math.max(timer.tick, now), now + FARTHEST / 2);
    long differs = (tick ^ now) | (SLOTS - 1);
    int level = Math.min(LEVELS - 1, (Long.SIZE - 1 - Long.numberOfLeadingZeros(differs)) / BITS);
    int index = (int) (tick >>> (BITS * level)) & (SLOTS - 1);
    slots[level][index].append(timer);
    timer.level = level;
    timer.index = index;
    occupied[level] |= 1L << index;
  }

  private void unlink(Timer timer) {
    Slot slot = timer.slot;
    if (slot != null && slot.unlink(timer)) {
      occupied[timer.level] &= ~(1L << timer.index);
    }
  }

  private int lowestOccupied() {
    int level = 0;
    while (occupied[level] == 0) {
      level++;
    }
    return level;
  }

  private int firstSlot(int level) {
    int current = (int) (now >>> (BITS * level)) & (SLOTS - 1);
    int ahead = Long.numberOfTrailingZeros(Long.rotateRight(occupied[level], current));
    return (current + ahead) & (SLOTS - 1);
  }

  private long deadlineOf(int level, int slot) {
    int shift = BITS * level;
    long turn = now & ~((1L << (shift + BITS)) - 1);
    long deadline = turn + ((long) slot << shift);
    long start = now & ~((1L << shift) - 1);
    return Math.max(now, deadline < start ? deadline + (1L << (shift + BITS)) : deadline);
  }

  /** Something to do at a tick. */
  static final class Timer {
    final Runnable action;
    private final long tick;
    private long sequence;
    private @Nullable Slot slot;
    private int level;
    private int index;
    private @Nullable Timer previous;
    private @Nullable Timer next;

    Timer(long tick, Runnable action) {
      this.tick = tick;
      this.action = action;
    }

    /** When it is due. */
    long tick() {
      return tick;
    }
  }

  /** A list of timers in the order in which they came. */
  private static final class Slot {
    private @Nullable Timer first;
    private @Nullable Timer last;

    void append(Timer timer) {
      timer.slot = this;
      timer.previous = last;
      timer.next = null;
      if (last == null) {
        first = timer;
      } else {
        last.next = timer;
      }
      last = timer;
    }

    /** Returns whether the slot is empty now. */
    boolean unlink(Timer timer) {
      Timer before = timer.previous;
      Timer after = timer.next;
      if (before == null) {
        first = after;
      } else {
        before.next = after;
      }
      if (after == null) {
        last = before;
      } else {
        after.previous = before;
      }
      timer.slot = null;
      timer.previous = null;
      timer.next = null;
      return first == null;
    }
  }
}
