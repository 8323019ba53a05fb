package dev.stint.image;

import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The few operations that copying a JDK collection needs. */
interface CollectionAccess {
  /** Calls the methods as the class has them: for classes of the JDK itself. */
  CollectionAccess DIRECT = new Direct();

  @Nullable Object[] elements(Collection<?> collection);

  void add(Collection<?> collection, @Nullable Object element);

  void addAll(Collection<?> collection, Collection<?> elements);

  Set<Map.Entry<?, ?>> entries(Map<?, ?> map);

  void put(Map<?, ?> map, @Nullable Object key, @Nullable Object value);

  void putAll(Map<?, ?> map, Map<?, ?> entries);

  /** Calls {@code base}'s methods on objects of a program's subclass. */
  static CollectionAccess ofSubclass(Class<?> type, Class<?> base) {
    return new Special(new SuperCalls(type, base), Map.class.isAssignableFrom(base), base);
  }

  /** See {@link #DIRECT}. */
  @SuppressWarnings({"unchecked", "rawtypes", "NullAway"}) // Elements are whatever they were.
  final class Direct implements CollectionAccess {
    @Override
    public @Nullable Object[] elements(Collection<?> collection) {
      return collection.toArray();
    }

    @Override
    public void add(Collection<?> collection, @Nullable Object element) {
      ((Collection) collection).add(element);
    }

    @Override
    public void addAll(Collection<?> collection, Collection<?> elements) {
      ((Collection) collection).addAll(elements);
    }

    @Override
    public Set<Map.Entry<?, ?>> entries(Map<?, ?> map) {
      return (Set) map.entrySet();
    }

    @Override
    public void put(Map<?, ?> map, @Nullable Object key, @Nullable Object value) {
      ((Map) map).put(key, value);
    }

    @Override
    public void putAll(Map<?, ?> map, Map<?, ?> entries) {
      ((Map) map).putAll(entries);
    }
  }

  /** See {@link #ofSubclass}. */
  @SuppressWarnings({"unchecked", "NullAway"}) // Handles return what the methods are declared to.
  final class Special implements CollectionAccess {
    private final @Nullable MethodHandle toArray;
    private final @Nullable MethodHandle add;
    private final @Nullable MethodHandle addAll;
    private final @Nullable MethodHandle entrySet;
    private final @Nullable MethodHandle put;
    private final @Nullable MethodHandle putAll;

    private Special(SuperCalls calls, boolean map, Class<?> base) {
      boolean deque = base == java.util.ArrayDeque.class;
      boolean heap = base == java.util.PriorityQueue.class;
      toArray = map ? null : calls.find("toArray", Object[].class);
      add =
          map
              ? null
              : deque
                  ? calls.find("addLast", void.class, Object.class)
                  : calls.find(heap ? "offer" : "add", boolean.class, Object.class);
      addAll = map ? null : calls.find("addAll", boolean.class, Collection.class);
      entrySet = map ? calls.find("entrySet", Set.class) : null;
      put = map ? calls.find("put", Object.class, Object.class, Object.class) : null;
      putAll = map ? calls.find("putAll", void.class, Map.class) : null;
    }

    @Override
    public @Nullable Object[] elements(Collection<?> collection) {
      return (Object[]) SuperCalls.call(toArray, collection);
    }

    @Override
    public void add(Collection<?> collection, @Nullable Object element) {
      SuperCalls.call(add, collection, element);
    }

    @Override
    public void addAll(Collection<?> collection, Collection<?> elements) {
      SuperCalls.call(addAll, collection, elements);
    }

    @Override
    public Set<Map.Entry<?, ?>> entries(Map<?, ?> map) {
      return (Set<Map.Entry<?, ?>>) SuperCalls.call(entrySet, map);
    }

    @Override
    public void put(Map<?, ?> map, @Nullable Object key, @Nullable Object value) {
      SuperCalls.call(put, map, key, value);
    }

    @Override
    public void putAll(Map<?, ?> map, Map<?, ?> entries) {
      SuperCalls.call(putAll, map, entries);
    }
  }
}
