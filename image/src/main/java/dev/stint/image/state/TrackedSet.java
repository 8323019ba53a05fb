package dev.stint.image.state;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The keys or the entries of a JDK map. */
public final class TrackedSet<E extends @Nullable Object> extends AbstractSet<E>
    implements TrackedView {
  private final ViewState state;
  private @Nullable Set<E> real;

  TrackedSet(ViewState state, @Nullable Set<E> real) {
    this.state = state;
    this.real = real;
  }

  @Override
  @SuppressWarnings("unchecked") // The view's elements are what they were.
  public Set<E> real() {
    Set<E> view = real;
    if (view == null) {
      view = (Set<E>) state.makeReal();
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

  private boolean isOfEntries() {
    return state.kind() == ViewState.Kind.ENTRIES;
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
  public boolean isEmpty() {
    return real().isEmpty();
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
  public boolean removeAll(Collection<?> elements) {
    return real().removeAll(elements);
  }

  @Override
  public boolean retainAll(Collection<?> elements) {
    return real().retainAll(elements);
  }

  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    Objects.requireNonNull(filter);
    return real().removeIf(isOfEntries() ? entry -> filter.test(kept(entry)) : filter);
  }

  @Override
  public void forEach(Consumer<? super E> action) {
    Objects.requireNonNull(action);
    real().forEach(isOfEntries() ? entry -> action.accept(kept(entry)) : action);
  }

  /** An entry in the form in which it can travel. */
  @SuppressWarnings({"unchecked", "NullAway"}) // An entry for an entry.
  private E kept(E entry) {
    return (E) TrackedEntry.of(owner(), entry);
  }

  @Override
  public void clear() {
    real().clear();
  }

  @Override
  public Spliterator<E> spliterator() {
    return isOfEntries() ? super.spliterator() : real().spliterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || real().equals(other);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(real());
  }

  @Override
  public String toString() {
    return real().toString();
  }
}
