package dev.stint.image.state;

import dev.stint.image.state.ViewState.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.RandomAccess;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What transformed code calls where it called the JDK for a view of a collection. Views that a
 * program makes itself are handed out as they are, and so are those that can travel anyway.
 */
public final class Views {
  private Views() {}

  /** {@link Map#keySet}. */
  public static <K extends @Nullable Object> Set<K> keySet(Map<K, ?> owner) {
    Set<K> made = owner.keySet();
    return isTracked(made) ? made : new TrackedSet<>(ViewState.of(Kind.KEYS, owner), made);
  }

  /** {@link Map#values}. */
  public static <V extends @Nullable Object> Collection<V> values(Map<?, V> owner) {
    Collection<V> made = owner.values();
    return isTracked(made) ? made : new TrackedValues<>(ViewState.of(Kind.VALUES, owner), made);
  }

  /** {@link Map#entrySet}. */
  public static <K extends @Nullable Object, V extends @Nullable Object>
      Set<Map.Entry<K, V>> entrySet(Map<K, V> owner) {
    Set<Map.Entry<K, V>> made = owner.entrySet();
    return isTracked(made) ? made : new TrackedSet<>(ViewState.of(Kind.ENTRIES, owner), made);
  }

  /** {@link List#subList}. */
  public static <E extends @Nullable Object> List<E> subList(List<E> owner, int from, int to) {
    List<E> made = Owners.untrackedList(owner).subList(from, to);
    if (isTracked(made) || made.getClass().getName().startsWith("java.util.Immutable")) {
      return made;
    }
    ViewState state = new ViewState(Kind.SUB_LIST, owner, from, true, to - from, false);
    return owner instanceof RandomAccess
        ? new TrackedSubList.Indexed<>(state, made)
        : new TrackedSubList<>(state, made);
  }

  /** {@link NavigableMap#navigableKeySet}. */
  public static <K extends @Nullable Object> NavigableSet<K> navigableKeySet(
      NavigableMap<K, ?> owner) {
    return view(ViewState.of(Kind.NAVIGABLE_KEYS, owner), owner.navigableKeySet());
  }

  /** {@link NavigableMap#descendingKeySet}. */
  public static <K extends @Nullable Object> NavigableSet<K> descendingKeySet(
      NavigableMap<K, ?> owner) {
    return view(ViewState.of(Kind.DESCENDING_KEYS, owner), owner.descendingKeySet());
  }

  /** {@link NavigableSet#descendingSet}. */
  public static <E extends @Nullable Object> NavigableSet<E> descendingSet(NavigableSet<E> owner) {
    return view(ViewState.of(Kind.DESCENDING_SET, owner), owner.descendingSet());
  }

  /** {@link NavigableSet#subSet(Object, boolean, Object, boolean)}. */
  public static <E extends @Nullable Object> NavigableSet<E> subSet(
      NavigableSet<E> owner, E from, boolean fromInclusive, E to, boolean toInclusive) {
    return view(
        new ViewState(Kind.SUB_SET, owner, from, fromInclusive, to, toInclusive),
        owner.subSet(from, fromInclusive, to, toInclusive));
  }

  /** {@link NavigableSet#headSet(Object, boolean)}. */
  public static <E extends @Nullable Object> NavigableSet<E> headSet(
      NavigableSet<E> owner, E to, boolean inclusive) {
    return view(
        new ViewState(Kind.HEAD_SET, owner, null, false, to, inclusive),
        owner.headSet(to, inclusive));
  }

  /** {@link NavigableSet#tailSet(Object, boolean)}. */
  public static <E extends @Nullable Object> NavigableSet<E> tailSet(
      NavigableSet<E> owner, E from, boolean inclusive) {
    return view(
        new ViewState(Kind.TAIL_SET, owner, from, inclusive, null, false),
        owner.tailSet(from, inclusive));
  }

  /** {@link SortedSet#subSet(Object, Object)}. */
  public static <E extends @Nullable Object> SortedSet<E> subSet(SortedSet<E> owner, E from, E to) {
    return owner instanceof NavigableSet<E> set
        ? subSet(set, from, true, to, false)
        : owner.subSet(from, to);
  }

  /** {@link SortedSet#headSet(Object)}. */
  public static <E extends @Nullable Object> SortedSet<E> headSet(SortedSet<E> owner, E to) {
    return owner instanceof NavigableSet<E> set ? headSet(set, to, false) : owner.headSet(to);
  }

  /** {@link SortedSet#tailSet(Object)}. */
  public static <E extends @Nullable Object> SortedSet<E> tailSet(SortedSet<E> owner, E from) {
    return owner instanceof NavigableSet<E> set ? tailSet(set, from, true) : owner.tailSet(from);
  }

  private static <E extends @Nullable Object> NavigableSet<E> view(
      ViewState state, NavigableSet<E> made) {
    return isTracked(made) ? made : new TrackedNavigableSet<>(state, made);
  }

  private static boolean isTracked(Object made) {
    return made instanceof TrackedView || !Owners.isJdk(made);
  }
}
