package dev.stint.coordinator;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.proto.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happened lately, for people: the newest events, numbered from 1. Each is also a line of the
 * process's log. Thread-safe.
 */
public final class EventLog {
  /** How many events are kept. */
  static final int KEPT = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger("stint.events");

  private final Clock clock;
  private final Consumer<Event> copy;

  @GuardedBy("this")
  private final ArrayDeque<Event> events = new ArrayDeque<>();

  @GuardedBy("this")
  private long last;

  @GuardedBy("this")
  private CompletableFuture<@Nullable Void> more = new CompletableFuture<>();

  /** Keeps events, and gives each to a place that other coordinators can read. */
  public EventLog(Clock clock, Consumer<Event> copy) {
    this.clock = clock;
    this.copy = copy;
  }

  /** Something happened. */
  public void add(String kind, String text) {
    add(Event.newBuilder().setKind(kind).setText(text));
  }

  /** Something happened; number and time are set here. */
  public void add(Event.Builder event) {
    CompletableFuture<@Nullable Void> waiting;
    Event added;
    synchronized (this) {
      added = event.setSequence(++last).setAtMillis(clock.now().toEpochMilli()).build();
      events.addLast(added);
      if (events.size() > KEPT) {
        events.removeFirst();
      }
      waiting = more;
      more = new CompletableFuture<>();
    }
    LOG.info("{}: {}", added.getKind(), added.getText());
    copy.accept(added);
    waiting.complete(null);
  }

  /** At most {@code max} events after a number, oldest first. */
  public synchronized List<Event> after(long sequence, int max) {
    List<Event> found = new ArrayList<>();
    for (Event event : events) {
      if (event.getSequence() > sequence && found.size() < max) {
        found.add(event);
      }
    }
    return found;
  }

  /** At most {@code max} of the newest events, oldest first. */
  public synchronized List<Event> newest(int max) {
    return after(last - max, max);
  }

  /** Completes when there is an event after a number. */
  public synchronized CompletableFuture<@Nullable Void> whenAfter(long sequence) {
    return last > sequence ? CompletableFuture.completedFuture(null) : more;
  }
}
