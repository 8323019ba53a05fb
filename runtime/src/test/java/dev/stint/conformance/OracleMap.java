package dev.stint.conformance;

import dev.stint.SharedMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A shared map behind the oracle's monitor. */
final class OracleMap<K, V> implements SharedMap<K, V> {
  private final OracleCopies copies;
  private final String name;
  private final Map<K, V> entries;

  OracleMap(OracleCopies copies, String name, Map<K, V> entries) {
    this.copies = copies;
    this.name = name;
    this.entries = entries;
  }

  private static Object requireKey(Object key) {
    if (key.getClass().isArray()) {
      throw new IllegalArgumentException("no key");
    }
    return key;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public V get(K key) {
    synchronized (entries) {
      return copies.copy(entries.get(requireKey(key)));
    }
  }

  @Override
  public void put(K key, V value) {
    synchronized (entries) {
      requireKey(key);
      entries.put(key, copies.copy(value));
    }
  }

  @Override
  public V remove(K key) {
    synchronized (entries) {
      return entries.remove(requireKey(key));
    }
  }

  @Override
  public V merge(K key, V value, Merge<V> merge) {
    synchronized (entries) {
      return entries.merge(key, copies.copy(value), merge);
    }
  }

  @Override
  public Map<K, V> entries() {
    synchronized (entries) {
      return new HashMap<>(entries);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OracleMap<?, ?> map && map.name.equals(name);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(name);
  }
}
