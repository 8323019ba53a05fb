package dev.stint.image.state;

import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A sorted view: keys of a sorted map, a range of a sorted set, or one seen backwards. */
public final class TrackedNavigableSet<E extends @Nullable Object> extends AbstractSet<E>
    implements NavigableSet<E>, TrackedView {
  private final ViewState state;
  private @Nullable NavigableSet<E> real;

  TrackedNavigableSet(ViewState state, @Nullable NavigableSet<E> real) {
    this.state = state;
    this.real = real;
  }

  @Override
  @SuppressWarnings("unchecked") // The view's elements are what they were.
  public NavigableSet<E> real() {
    NavigableSet<E> view = real;
    if (view == null) {
      view = (NavigableSet<E>) state.makeReal();
      real = view;
    }
    return view;
  }

  @Override
  public Object owner() {
    return state.owner();
  }

  @Override
  public ViewState state() {
    return state;
  }

  @Override
  public Iterator<E> iterator() {
    return Iterators.of(this);
  }

  @Override
  public Iterator<E> descendingIterator() {
    return Iterators.of(Views.descendingSet(this));
  }

  @Override
  public NavigableSet<E> descendingSet() {
    return Views.descendingSet(real());
  }

  @Override
  public NavigableSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
    return Views.subSet(real(), from, fromInclusive, to, toInclusive);
  }

  @Override
  public NavigableSet<E> headSet(E to, boolean inclusive) {
    return Views.headSet(real(), to, inclusive);
  }

  @Override
  public NavigableSet<E> tailSet(E from, boolean inclusive) {
    return Views.tailSet(real(), from, inclusive);
  }

  @Override
  public SortedSet<E> subSet(E from, E to) {
    return subSet(from, true, to, false);
  }

  @Override
  public SortedSet<E> headSet(E to) {
    return headSet(to, false);
  }

  @Override
  public SortedSet<E> tailSet(E from) {
    return tailSet(from, true);
  }

  @Override
  public @Nullable Comparator<? super E> comparator() {
    return real().comparator();
  }

  @Override
  public E first() {
    return real().first();
  }

  @Override
  public E last() {
    return real().last();
  }

  @Override
  public @Nullable E lower(E element) {
    return real().lower(element);
  }

  @Override
  public @Nullable E floor(E element) {
    return real().floor(element);
  }

  @Override
  public @Nullable E ceiling(E element) {
    return real().ceiling(element);
  }

  @Override
  public @Nullable E higher(E element) {
    return real().higher(element);
  }

  @Override
  public @Nullable E pollFirst() {
    return real().pollFirst();
  }

  @Override
  public @Nullable E pollLast() {
    return real().pollLast();
  }

  @Override
  public int size() {
    return real().size();
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return real().contains(element);
  }

  @Override
  public boolean add(E element) {
    return real().add(element);
  }

  @Override
  public boolean remove(@Nullable Object element) {
    return real().remove(element);
  }

  @Override
  public void forEach(Consumer<? super E> action) {
    real().forEach(action);
  }

  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    return real().removeIf(filter);
  }

  @Override
  public void clear() {
    real().clear();
  }
}
