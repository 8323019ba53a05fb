package dev.stint.image.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A map's entry that remembers its map: setting its value writes through, also after a move. */
public final class TrackedEntry<K extends @Nullable Object, V extends @Nullable Object>
    implements Map.Entry<K, V> {
  private final Map<K, V> map;
  private final K key;

  /** The JDK's own entry; null after a thaw, until needed. */
  private Map.@Nullable Entry<K, V> real;

  /** The value at the last freeze, for an entry that is no longer in its map. */
  private @Nullable V frozen;

  private TrackedEntry(Map<K, V> map, K key, Map.@Nullable Entry<K, V> real, @Nullable V frozen) {
    this.map = map;
    this.key = key;
    this.real = real;
    this.frozen = frozen;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // The entry is the map's.
  static @Nullable Object of(Object map, @Nullable Object entry) {
    if (!(entry instanceof Map.Entry<?, ?> real) || entry instanceof TrackedEntry<?, ?>) {
      return entry;
    }
    return new TrackedEntry<>(
        (Map<Object, Object>) map, real.getKey(), (Map.Entry<Object, Object>) real, null);
  }

  /** An entry as it was frozen. */
  @SuppressWarnings("unchecked") // The parts are what they were.
  public static TrackedEntry<?, ?> thaw(
      Map<?, ?> map, @Nullable Object key, @Nullable Object value) {
    return new TrackedEntry<@Nullable Object, @Nullable Object>(
        (Map<@Nullable Object, @Nullable Object>) map, key, null, value);
  }

  /** The map that this entry belongs to, or belonged to. */
  public Map<K, V> map() {
    return map;
  }

  @Override
  public K getKey() {
    return key;
  }

  @Override
  @SuppressWarnings("NullAway") // The map's values may be null.
  public V getValue() {
    Map.Entry<K, V> entry = real;
    if (entry != null) {
      return entry.getValue();
    }
    if (!map.containsKey(key)) {
      return frozen;
    }
    return map instanceof LinkedHashMap ? found().getValue() : map.get(key);
  }

  @Override
  @SuppressWarnings("NullAway") // The map's values may be null.
  public V setValue(V value) {
    Map.Entry<K, V> entry = real;
    if (entry != null) {
      return entry.setValue(value);
    }
    if (!map.containsKey(key)) {
      V old = frozen;
      frozen = value;
      return old;
    }
    return map instanceof LinkedHashMap ? found().setValue(value) : map.put(key, value);
  }

  /** Reading and writing by key would change the order of a map that keeps order of access. */
  private Map.Entry<K, V> found() {
    for (Map.Entry<K, V> entry : map.entrySet()) {
      if (Objects.equals(entry.getKey(), key)) {
        real = entry;
        return entry;
      }
    }
    throw new IllegalStateException("a map that contains a key has no entry for it");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Map.Entry<?, ?> entry
        && Objects.equals(key, entry.getKey())
        && Objects.equals(getValue(), entry.getValue());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(key) ^ Objects.hashCode(getValue());
  }

  @Override
  public String toString() {
    return key + "=" + getValue();
  }
}
