package dev.stint.coordinator.dashboard;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one stream of the dashboard: for each topic its latest frame, encoded once for all viewers.
 * Each frame replaces the one before, so a viewer that is slow skips some and misses nothing.
 * Thread-safe.
 */
public final class Broadcast {
  /** Most viewers at once. */
  public static final int MAX_VIEWERS = 2_000;

  private record Frame(long version, byte[] bytes) {}

  @GuardedBy("this")
  private final Map<String, Frame> latest = new LinkedHashMap<>();

  @GuardedBy("this")
  private final Set<Subscription> viewers = new LinkedHashSet<>();

  @GuardedBy("this")
  private long version;

  private final int maxViewers;

  /** For {@link #MAX_VIEWERS}. */
  public Broadcast() {
    this(MAX_VIEWERS);
  }

  Broadcast(int maxViewers) {
    this.maxViewers = maxViewers;
  }

  /** Sends what a topic looks like now (one line of JSON), unless it looks as it did. */
  public void publish(String topic, byte[] json) {
    byte[] bytes = framed(topic, json);
    List<Subscription> all;
    synchronized (this) {
      Frame before = latest.get(topic);
      if (before != null && Arrays.equals(before.bytes, bytes)) {
        return;
      }
      latest.put(topic, new Frame(++version, bytes));
      all = List.copyOf(viewers);
    }
    all.forEach(viewer -> viewer.wake.run());
  }

  /** A server-sent event (WHATWG HTML, section 9.2). */
  private static byte[] framed(String topic, byte[] json) {
    byte[] head = ("event: " + topic + "\ndata: ").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(head, head.length + json.length + 2);
    System.arraycopy(json, 0, bytes, head.length, json.length);
    bytes[bytes.length - 1] = '\n';
    bytes[bytes.length - 2] = '\n';
    return bytes;
  }

  /** Forgets all frames: they have become old while nobody watched. */
  public synchronized void clear() {
    latest.clear();
  }

  /** How many watch. */
  public synchronized int viewers() {
    return viewers.size();
  }

  /**
   * A new viewer, to whom all topics are new; empty if there are too many.
   *
   * @param wake called from any thread when there is something to take; must return at once
   */
  public synchronized Optional<Subscription> subscribe(Runnable wake) {
    if (viewers.size() >= maxViewers) {
      return Optional.empty();
    }
    Subscription viewer = new Subscription(wake);
    viewers.add(viewer);
    return Optional.of(viewer);
  }

  /** One viewer's place in the stream. */
  public final class Subscription implements AutoCloseable {
    private final Runnable wake;
    private long seen;

    private Subscription(Runnable wake) {
      this.wake = wake;
    }

    /** The oldest frame that the viewer has not had, or null. The bytes are shared: read only. */
    public byte @Nullable [] take() {
      synchronized (Broadcast.this) {
        Frame next = null;
        for (Frame frame : latest.values()) {
          if (frame.version > seen && (next == null || frame.version < next.version)) {
            next = frame;
          }
        }
        if (next == null) {
          return null;
        }
        seen = next.version;
        return next.bytes;
      }
    }

    @Override
    public void close() {
      synchronized (Broadcast.this) {
        viewers.remove(this);
      }
    }
  }
}
