package dev.stint.image.state;

import dev.stint.image.state.IteratorState.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.NavigableSet;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What transformed code calls where it called the JDK for an iterator. A program's own iterators
 * are handed out as they are.
 */
@SuppressWarnings("JdkObsolete") // Programs still use Vector and Hashtable.
public final class Iterators {
  private Iterators() {}

  /** {@link Iterable#iterator}. */
  public static <E extends @Nullable Object> Iterator<E> of(Iterable<E> owner) {
    if (owner.getClass() == ArrayList.class) {
      return new TrackedIterator.OfArrayList<>(owner, owner.iterator());
    }
    if (owner instanceof TrackedView view) {
      return ofView(view);
    }
    return track(owner, owner.iterator());
  }

  /** The iterator that {@code owner} made, tracked if it is one of the JDK's. */
  public static <E extends @Nullable Object> Iterator<E> track(
      Iterable<E> owner, Iterator<E> made) {
    if (made instanceof TrackedIterator
        || made instanceof TrackedListIterator
        || !Owners.isJdk(made)
        || !(owner instanceof Collection || owner instanceof Path)) {
      return made;
    }
    if (owner instanceof HashSet && !(owner instanceof LinkedHashSet)) {
      return new TrackedIterator.OfHash<>(owner, made);
    }
    return new TrackedIterator.OfOthers<>(Kind.FORWARD, owner, made);
  }

  @SuppressWarnings("unchecked") // The view's elements are what its owner's are.
  private static <E extends @Nullable Object> Iterator<E> ofView(TrackedView view) {
    Iterator<E> made = ((Iterable<E>) view.real()).iterator();
    if (!Owners.isJdk(made)) {
      return made;
    }
    if (view instanceof TrackedSet<?> set && set.state().kind() == ViewState.Kind.ENTRIES) {
      return new TrackedIterator.OfEntries<>(view, made);
    }
    if (view.owner() instanceof HashMap && !(view.owner() instanceof LinkedHashMap)) {
      return new TrackedIterator.OfHash<>(view, made);
    }
    return new TrackedIterator.OfOthers<>(Kind.FORWARD, view, made);
  }

  /** {@link List#listIterator()}. */
  public static <E extends @Nullable Object> ListIterator<E> list(List<E> owner) {
    return track(owner, Owners.untrackedList(owner).listIterator());
  }

  /** {@link List#listIterator(int)}. */
  public static <E extends @Nullable Object> ListIterator<E> list(List<E> owner, int index) {
    return track(owner, Owners.untrackedList(owner).listIterator(index));
  }

  private static <E extends @Nullable Object> ListIterator<E> track(
      List<E> owner, ListIterator<E> made) {
    return Owners.isJdk(made) ? new TrackedListIterator<>(owner, made) : made;
  }

  /** {@link Deque#descendingIterator}. */
  public static <E extends @Nullable Object> Iterator<E> descending(Deque<E> owner) {
    return descending(owner, owner.descendingIterator());
  }

  /** {@link NavigableSet#descendingIterator}. */
  public static <E extends @Nullable Object> Iterator<E> descending(NavigableSet<E> owner) {
    return descending(owner, owner.descendingIterator());
  }

  private static <E extends @Nullable Object> Iterator<E> descending(
      Object owner, Iterator<E> made) {
    return !(made instanceof TrackedIterator) && Owners.isJdk(made)
        ? new TrackedIterator.OfOthers<>(Kind.DESCENDING, owner, made)
        : made;
  }

  /** {@link Hashtable#keys}. */
  public static <K> Enumeration<K> keys(Hashtable<K, ?> owner) {
    return enumeration(Kind.KEY_ENUMERATION, owner, owner.keys());
  }

  /** {@link Hashtable#elements}. */
  public static <V> Enumeration<V> elements(Hashtable<?, V> owner) {
    return enumeration(Kind.ELEMENT_ENUMERATION, owner, owner.elements());
  }

  /** {@link Vector#elements}. */
  public static <E extends @Nullable Object> Enumeration<E> elements(Vector<E> owner) {
    return enumeration(Kind.ELEMENT_ENUMERATION, owner, owner.elements());
  }

  /** {@link java.util.Collections#enumeration}. */
  public static <E extends @Nullable Object> Enumeration<E> enumeration(Collection<E> owner) {
    return new TrackedIterator.OfEnumeration<>(Kind.ELEMENT_ENUMERATION, owner, owner.iterator());
  }

  private static <E extends @Nullable Object> Enumeration<E> enumeration(
      Kind kind, Object owner, Enumeration<E> made) {
    return Owners.isJdk(made)
        ? new TrackedIterator.OfEnumeration<>(kind, owner, made.asIterator())
        : made;
  }
}
