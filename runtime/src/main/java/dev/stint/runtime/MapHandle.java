package dev.stint.runtime;

import dev.stint.SharedMap;
import dev.stint.abi.Ctx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Names a shared map, wherever it is kept. The caller's thread waits for the answer. */
final class MapHandle<K, V> implements SharedMap<K, V> {
  private static final long LOOK_MILLIS = 50;
  private static final byte TEXT = 1;
  private static final byte OBJECT = 2;
  private static final List<Class<?>> KEYS =
      List.of(
          Integer.class,
          Long.class,
          Short.class,
          Byte.class,
          Character.class,
          Boolean.class,
          Double.class,
          Float.class,
          Enum.class,
          UUID.class,
          Duration.class,
          Instant.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class);

  private final String name;

  MapHandle(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable V get(K key) {
    return value(ask(new MapQuestion.Get(image(key))).value());
  }

  @Override
  public void put(K key, V value) {
    ask(new MapQuestion.Put(image(key), imageOf(value)));
  }

  @Override
  public @Nullable V remove(K key) {
    return value(ask(new MapQuestion.Remove(image(key))).value());
  }

  @Override
  public V merge(K key, V value, Merge<V> merge) {
    byte[] image = image(key);
    while (true) {
      byte[] old = ask(new MapQuestion.Get(image)).value();
      V before = value(old);
      V after = before == null ? value : merge.apply(before, value);
      if (ask(new MapQuestion.CompareAndSet(image, old, imageOf(after))).applied()) {
        return after;
      }
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // What was put as a key or value of this map.
  public Map<K, V> entries() {
    Map<K, V> entries = new HashMap<>();
    for (MapReply.Entry entry : ask(new MapQuestion.Entries()).entries()) {
      entries.put((K) key(entry.key()), value(entry.value()));
    }
    return entries;
  }

  // ---- images

  /** Equal keys must have equal images, which strings within other objects need not have. */
  private static byte[] image(Object key) {
    if (key instanceof String text) {
      return prefixed(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
    if (KEYS.stream().noneMatch(type -> type.isInstance(key))) {
      throw new IllegalArgumentException(
          "a "
              + key.getClass().getName()
              + " cannot be a key of a shared map. Use a string, a number, an enum, a UUID or a date"
              + " or time of java.time");
    }
    return prefixed(OBJECT, Cell.current().side().encodeShared(key, "key"));
  }

  private static Object key(byte[] image) {
    byte[] rest = Arrays.copyOfRange(image, 1, image.length);
    return image[0] == TEXT
        ? new String(rest, StandardCharsets.UTF_8)
        : Objects.requireNonNull(Cell.current().side().decode(rest));
  }

  private static byte[] prefixed(byte kind, byte[] bytes) {
    byte[] all = new byte[bytes.length + 1];
    all[0] = kind;
    System.arraycopy(bytes, 0, all, 1, bytes.length);
    return all;
  }

  private static byte[] imageOf(@Nullable Object value) {
    Objects.requireNonNull(value, "a shared map holds no null");
    return Cell.current().side().encodeShared(value, "value");
  }

  @SuppressWarnings("unchecked") // What was put as a value of this map.
  private @Nullable V value(byte @Nullable [] image) {
    return image == null ? null : (V) Cell.current().side().decode(image);
  }

  // ---- asking

  private MapReply ask(MapQuestion question) {
    CompletableFuture<MapReply> answer = Cell.current().job().host().maps().ask(name, question);
    return answer.isDone() ? answer.join() : Locks.blocking(() -> await(answer));
  }

  /** A cancellation reaches a tasklet also while the coordinator is away. */
  private static MapReply await(CompletableFuture<MapReply> answer) {
    while (true) {
      try {
        return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        giveUpIfAsked(LiveTasklet.on(Ctx.PINNED));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while waiting for a shared map");
      } catch (ExecutionException e) {
        throw new IllegalStateException(Objects.requireNonNull(e.getCause()).getMessage(), e);
      }
    }
  }

  private static void giveUpIfAsked(@Nullable LiveTasklet tasklet) {
    if (tasklet == null) {
      return;
    }
    if (tasklet.isDropped()) {
      throw new CancellationException("the job is over");
    }
    Throwable asked = tasklet.takeThrow();
    if (asked != null) {
      throw Sneaky.rethrow(asked);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MapHandle<?, ?> handle && handle.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return "shared map " + name;
  }
}
