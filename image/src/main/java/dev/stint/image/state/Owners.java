package dev.stint.image.state;

import java.util.Collection;
import java.util.Deque;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/** What is known about the JDK classes that iterators come from. */
final class Owners {
  /** Classes whose values hash the same in every JVM, and so keep their place in a table. */
  private static final Set<Class<?>> STABLE_HASHES =
      Set.of(
          String.class,
          Integer.class,
          Long.class,
          Short.class,
          Byte.class,
          Character.class,
          Boolean.class,
          Double.class,
          Float.class,
          java.util.UUID.class,
          java.math.BigInteger.class,
          java.math.BigDecimal.class);

  /** Iterators of these go on with what they find, or in an order that an image does not keep. */
  private static final Set<String> NOT_BY_POSITION =
      Set.of(
          "java.util.ArrayDeque",
          "java.util.PriorityQueue",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$SetN",
          "java.util.ImmutableCollections$MapN",
          "java.util.ImmutableCollections$Map1");

  private Owners() {}

  static boolean isJdk(Object object) {
    ClassLoader loader = object.getClass().getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** The map or collection that a view shows, or the thing itself. */
  static Object base(Object owner) {
    Object base = owner;
    while (base instanceof TrackedView view) {
      base = view.owner();
    }
    return base;
  }

  static boolean needsRemaining(Object owner) {
    Object base = base(owner);
    String name = base.getClass().getName();
    return NOT_BY_POSITION.contains(name)
        || name.startsWith("java.util.concurrent.")
        || name.startsWith("java.util.Collections$")
        || isHashed(base) && !hasStableHashes(base);
  }

  private static boolean isHashed(Object base) {
    return base instanceof java.util.HashMap && !(base instanceof java.util.LinkedHashMap)
        || base instanceof java.util.HashSet && !(base instanceof java.util.LinkedHashSet)
        || base instanceof java.util.IdentityHashMap
        || base instanceof java.util.WeakHashMap
        || base instanceof Hashtable;
  }

  private static boolean hasStableHashes(Object base) {
    if (base instanceof java.util.IdentityHashMap) {
      return false;
    }
    Collection<?> keys =
        base instanceof Map<?, ?> map
            ? map.keySet()
            : base instanceof Collection<?> c ? c : Set.of();
    for (Object key : keys) {
      if (key != null && !STABLE_HASHES.contains(key.getClass())) {
        return false;
      }
    }
    return true;
  }

  /** An iterator of the JDK's own, at the owner's beginning. */
  @SuppressWarnings("JdkObsolete") // Programs still use Vector and Hashtable.
  static Iterator<?> fresh(IteratorState.Kind kind, Object owner) {
    return switch (kind) {
      case FORWARD -> ((Iterable<?>) untracked(owner)).iterator();
      case ENTRIES -> ((Iterable<?>) untracked(owner)).iterator();
      case DESCENDING ->
          untracked(owner) instanceof Deque<?> deque
              ? deque.descendingIterator()
              : ((NavigableSet<?>) untracked(owner)).descendingIterator();
      case KEY_ENUMERATION -> ((Hashtable<?, ?>) owner).keys().asIterator();
      case ELEMENT_ENUMERATION ->
          owner instanceof Hashtable<?, ?> table
              ? table.elements().asIterator()
              : owner instanceof Vector<?> vector
                  ? vector.elements().asIterator()
                  : ((Collection<?>) owner).iterator();
    };
  }

  @SuppressWarnings("unchecked") // A view of a list is a list.
  static <E extends @Nullable Object> List<E> untrackedList(List<E> list) {
    return (List<E>) untracked(list);
  }

  private static Object untracked(Object owner) {
    return owner instanceof TrackedView view ? view.real() : owner;
  }
}
