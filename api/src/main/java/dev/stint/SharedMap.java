package dev.stint;

import dev.stint.spi.TaskletRuntime;
import java.io.Serializable;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A map that all jobs of a cluster share by name. It lives in the coordinators' memory; what a
 * tasklet puts there and gets from there is a copy. A call takes a round trip to the coordinator,
 * during which the tasklet stays on its node.
 *
 * <p>Keys are strings, boxes, enums, UUIDs, or dates and times of {@code java.time}. Each call is
 * atomic and takes effect once, save that a coordinator which restarts in the middle of one may
 * have it done twice; it also loses the entries.
 *
 * @param <K> the keys
 * @param <V> the values, which must be able to travel
 */
public interface SharedMap<K, V> {

  /**
   * The map of this name.
   *
   * @throws IllegalStateException outside a tasklet
   */
  static <K, V> SharedMap<K, V> of(String name) {
    return TaskletRuntime.current().sharedMap(name);
  }

  /** A function of two values. It may be called more than once, on the caller's node. */
  interface Merge<V> extends BinaryOperator<V>, Serializable {}

  String name();

  /** The value of a key, or null. */
  @Nullable V get(K key);

  void put(K key, V value);

  /** Removes a key and gives the value that it had, or null. */
  @Nullable V remove(K key);

  /**
   * Puts {@code value} if the key has none, and else what {@code merge} makes of the old value and
   * this one. Atomic: a value that somebody else puts meanwhile is merged, never overwritten.
   *
   * @return the new value
   */
  V merge(K key, V value, Merge<V> merge);

  /** A copy of all entries, in no order. */
  Map<K, V> entries();
}
