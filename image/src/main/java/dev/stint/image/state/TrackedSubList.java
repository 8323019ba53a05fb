package dev.stint.image.state;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A range of a JDK list. */
public class TrackedSubList<E extends @Nullable Object> extends AbstractList<E>
    implements TrackedView {
  private final ViewState made;
  private @Nullable List<E> real;

  TrackedSubList(ViewState made, @Nullable List<E> real) {
    this.made = made;
    this.real = real;
  }

  /** A range of a list with fast access by index. */
  static final class Indexed<E extends @Nullable Object> extends TrackedSubList<E>
      implements RandomAccess {
    Indexed(ViewState made, @Nullable List<E> real) {
      super(made, real);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // The view's elements are what they were.
  public final List<E> real() {
    List<E> view = real;
    if (view == null) {
      view = (List<E>) made.makeReal();
      real = view;
    }
    return view;
  }

  @Override
  public final Object owner() {
    return made.owner();
  }

  /** The range as it is now: it grows and shrinks by what is done through it. */
  @Override
  public final ViewState state() {
    List<E> view = real;
    if (view == null) {
      return made;
    }
    try {
      return new ViewState(
          ViewState.Kind.SUB_LIST, made.owner(), made.low(), true, view.size(), false);
    } catch (ConcurrentModificationException e) {
      return ViewState.of(ViewState.Kind.BROKEN_SUB_LIST, made.owner());
    }
  }

  @Override
  public E get(int index) {
    return real().get(index);
  }

  @Override
  public E set(int index, E element) {
    return real().set(index, element);
  }

  @Override
  public int size() {
    return real().size();
  }

  @Override
  public boolean add(E element) {
    return real().add(element);
  }

  @Override
  public void add(int index, E element) {
    real().add(index, element);
  }

  @Override
  public E remove(int index) {
    return real().remove(index);
  }

  @Override
  public boolean remove(@Nullable Object element) {
    return real().remove(element);
  }

  @Override
  public boolean addAll(Collection<? extends E> elements) {
    return real().addAll(elements);
  }

  @Override
  public boolean addAll(int index, Collection<? extends E> elements) {
    return real().addAll(index, elements);
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
  public boolean removeAll(Collection<?> elements) {
    return real().removeAll(elements);
  }

  @Override
  public boolean retainAll(Collection<?> elements) {
    return real().retainAll(elements);
  }

  @Override
  public void replaceAll(UnaryOperator<E> operator) {
    real().replaceAll(operator);
  }

  @Override
  @SuppressWarnings("NullAway") // Null stands for the natural order.
  public void sort(@Nullable Comparator<? super E> comparator) {
    real().sort(comparator);
  }

  @Override
  public void clear() {
    real().clear();
  }

  @Override
  public Spliterator<E> spliterator() {
    return real().spliterator();
  }

  @Override
  public Iterator<E> iterator() {
    return Iterators.of(this);
  }

  @Override
  public ListIterator<E> listIterator() {
    return Iterators.list(this);
  }

  @Override
  public ListIterator<E> listIterator(int index) {
    return Iterators.list(this, index);
  }

  @Override
  public List<E> subList(int from, int to) {
    return Views.subList(this, from, to);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || real().equals(other);
  }

  @Override
  public int hashCode() {
    return real().hashCode();
  }

  @Override
  public String toString() {
    return real().toString();
  }
}
