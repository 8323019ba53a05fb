package dev.stint.cluster;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Virtual time and the one source of chance: a heap of (time, sequence number, action). The same
 * seed gives the same run.
 */
final class SimulatedWorld {
  private static final int TRACE_LINES = 120;

  private record Due(long millis, long seq, Runnable action) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(millis, other.millis);
      return byTime != 0 ? byTime : Long.compare(seq, other.seq);
    }
  }

  private final PriorityQueue<Due> heap = new PriorityQueue<>();
  private final ArrayDeque<String> trace = new ArrayDeque<>();
  private final Random random;
  private final boolean tracing;
  private long now;
  private long seq;

  SimulatedWorld(long seed, boolean tracing) {
    this.tracing = tracing;
    this.random = new Random(seed);
  }

  long millis() {
    return now;
  }

  Instant now() {
    return Instant.ofEpochMilli(now);
  }

  void after(long millis, Runnable action) {
    heap.add(new Due(now + millis, seq++, action));
  }

  /** Runs the next action; false if nothing is left or it is due later than the limit. */
  boolean step(long limit) {
    Due next = heap.peek();
    if (next == null || next.millis > limit) {
      now = limit;
      return false;
    }
    heap.remove();
    now = next.millis;
    next.action.run();
    return true;
  }

  /** A number from 0 to a bound (excluded). */
  int below(int bound) {
    return random.nextInt(bound);
  }

  long between(long low, long high) {
    return low + random.nextInt(Math.toIntExact(high - low) + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Kept for {@link #trace} if this run is traced; making the text costs more than the run. */
  void note(Supplier<String> line) {
    if (!tracing) {
      return;
    }
    if (trace.size() == TRACE_LINES) {
      trace.removeFirst();
    }
    trace.addLast(String.format("%6d  %s", now, line.get()));
  }

  String trace() {
    return String.join(System.lineSeparator(), trace);
  }
}
