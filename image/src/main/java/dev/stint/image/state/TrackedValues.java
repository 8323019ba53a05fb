package dev.stint.image.state;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of a JDK map. */
public final class TrackedValues<E extends @Nullable Object> extends AbstractCollection<E>
    implements TrackedView {
  private final ViewState state;
  private @Nullable Collection<E> real;

  TrackedValues(ViewState state, @Nullable Collection<E> real) {
    this.state = state;
    this.real = real;
  }

  @Override
  @SuppressWarnings("unchecked") // The view's elements are what they were.
  public Collection<E> real() {
    Collection<E> view = real;
    if (view == null) {
      view = (Collection<E>) state.makeReal();
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
  public int size() {
    return real().size();
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return real().contains(element);
  }

  @Override
  public boolean remove(@Nullable Object element) {
    return real().remove(element);
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
  public boolean removeIf(Predicate<? super E> filter) {
    return real().removeIf(filter);
  }

  @Override
  public void forEach(Consumer<? super E> action) {
    real().forEach(action);
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
  public String toString() {
    return real().toString();
  }
}
