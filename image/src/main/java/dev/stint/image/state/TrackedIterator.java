package dev.stint.image.state;

import dev.stint.image.state.IteratorState.Ending;
import dev.stint.image.state.IteratorState.Kind;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An iterator that remembers what it goes over and how far it is. It hands every call to the JDK's
 * own iterator, and counts.
 *
 * <p>The subclasses repeat the same few lines: each then has call sites of its own, which the
 * compiler can bind to the one JDK class that comes there.
 */
public abstract class TrackedIterator<E extends @Nullable Object> implements Iterator<E> {
  final Kind kind;
  final Object owner;
  int passed;
  boolean removable;

  /** The iterator that does the work; null after a thaw, until first used. */
  @Nullable Iterator<E> real;

  private @Nullable IteratorState thawed;
  private boolean placed;

  TrackedIterator(Kind kind, Object owner, @Nullable Iterator<E> real) {
    this.kind = kind;
    this.owner = owner;
    this.real = real;
  }

  @Override
  public void remove() {
    if (placed && !removable) {
      throw new IllegalStateException();
    }
    working().remove();
    passed--;
    removable = false;
  }

  final Iterator<E> working() {
    Iterator<E> it = real;
    if (it == null) {
      it = place(Objects.requireNonNull(thawed));
      real = it;
    }
    return it;
  }

  /** This iterator as data; it goes on from the same place afterwards. */
  public final IteratorState state() {
    Iterator<E> it = real;
    if (it == null) {
      return Objects.requireNonNull(thawed);
    }
    IteratorState state = it instanceof Remainder<?> listed ? listed.state(this) : settle(it);
    thaw(state);
    meetOwner();
    return state;
  }

  /** Takes its place in its owner, whose later changes it will notice. */
  public final void meetOwner() {
    working();
  }

  private void thaw(IteratorState state) {
    thawed = state;
    placed = true;
    real = null;
    passed = state.passed();
    removable = state.removable();
  }

  /** Finds out what is left by using the iterator up; a new one will take its place. */
  private IteratorState settle(Iterator<E> it) {
    boolean all = Owners.needsRemaining(owner);
    List<@Nullable Object> left = new ArrayList<>();
    boolean hasNext = it.hasNext();
    Ending ending = Ending.NORMAL;
    try {
      do {
        E element = it.next();
        left.add(keep(element));
      } while (all && (hasNext = it.hasNext()));
    } catch (ConcurrentModificationException e) {
      ending = hasNext ? Ending.CHANGED_BEFORE_END : Ending.CHANGED;
      all = true;
    } catch (NoSuchElementException e) {
      // The end, as it should be.
    }
    return new IteratorState(
        kind, owner, passed, removable, all ? left.toArray() : null, ending, last());
  }

  /** What this iterator gave last, where that is needed to remove it later. */
  @Nullable Object last() {
    return null;
  }

  /** An element in the form in which it can travel. */
  @Nullable Object keep(@Nullable Object element) {
    return element;
  }

  @SuppressWarnings("unchecked") // The owner's elements are what they were.
  private Iterator<E> place(IteratorState state) {
    @Nullable Object @Nullable [] remaining = state.remaining();
    boolean intact = remaining == null || isOrderKept(state, remaining);
    if (!intact || remaining != null && !isFailFast(state)) {
      return new Remainder<>(this, state);
    }
    Iterator<E> it = (Iterator<E>) Owners.fresh(kind, owner);
    for (int i = 0; i < state.passed() && it.hasNext(); i++) {
      it.next();
    }
    return it;
  }

  private static boolean isFailFast(IteratorState state) {
    return state.ending() == Ending.NORMAL
        && !Owners.base(state.owner()).getClass().getName().startsWith("java.util.concurrent.");
  }

  private boolean isOrderKept(IteratorState state, @Nullable Object[] remaining) {
    if (state.ending() != Ending.NORMAL) {
      return false;
    }
    Iterator<?> now = Owners.fresh(kind, owner);
    for (int i = 0; i < state.passed(); i++) {
      if (!now.hasNext()) {
        return false;
      }
      now.next();
    }
    for (Object expected : remaining) {
      if (!now.hasNext() || !isSame(now.next(), expected)) {
        return false;
      }
    }
    return !now.hasNext();
  }

  /** Whether an element of the owner is the one that was kept. */
  static boolean isSame(@Nullable Object element, @Nullable Object kept) {
    if (kept instanceof TrackedEntry<?, ?> entry
        && element instanceof java.util.Map.Entry<?, ?> found) {
      return found.getKey() == entry.getKey();
    }
    return element == kept;
  }

  /** An iterator in the state given, which is to meet its owner when that is complete. */
  public static TrackedIterator<?> of(IteratorState state) {
    TrackedIterator<?> it =
        switch (state.kind()) {
          case ENTRIES -> new OfEntries<>(state.owner(), null);
          case FORWARD, DESCENDING -> new OfOthers<>(state.kind(), state.owner(), null);
          case KEY_ENUMERATION, ELEMENT_ENUMERATION ->
              new OfEnumeration<>(state.kind(), state.owner(), null);
        };
    it.thaw(state);
    return it;
  }

  /** Iterators of {@link java.util.ArrayList}. */
  static final class OfArrayList<E extends @Nullable Object> extends TrackedIterator<E> {
    OfArrayList(Object owner, Iterator<E> real) {
      super(Kind.FORWARD, owner, real);
    }

    @Override
    public boolean hasNext() {
      Iterator<E> it = real;
      return (it == null ? working() : it).hasNext();
    }

    @Override
    public E next() {
      Iterator<E> it = real;
      E element = (it == null ? working() : it).next();
      passed++;
      removable = true;
      return element;
    }
  }

  /** Iterators of {@link java.util.HashMap}'s keys and values, and of HashSet. */
  static final class OfHash<E extends @Nullable Object> extends TrackedIterator<E> {
    private @Nullable Object last;

    OfHash(Object owner, Iterator<E> real) {
      super(Kind.FORWARD, owner, real);
    }

    @Override
    public boolean hasNext() {
      Iterator<E> it = real;
      return (it == null ? working() : it).hasNext();
    }

    @Override
    public E next() {
      Iterator<E> it = real;
      E element = (it == null ? working() : it).next();
      last = element;
      passed++;
      removable = true;
      return element;
    }

    @Override
    @Nullable Object last() {
      return removable ? last : null;
    }
  }

  /** All other iterators. */
  static final class OfOthers<E extends @Nullable Object> extends TrackedIterator<E> {
    private @Nullable Object last;

    OfOthers(Kind kind, Object owner, @Nullable Iterator<E> real) {
      super(kind, owner, real);
    }

    @Override
    public boolean hasNext() {
      Iterator<E> it = real;
      return (it == null ? working() : it).hasNext();
    }

    @Override
    public E next() {
      Iterator<E> it = real;
      E element = (it == null ? working() : it).next();
      last = element;
      passed++;
      removable = true;
      return element;
    }

    @Override
    @Nullable Object last() {
      return removable ? last : null;
    }
  }

  /** Iterators of maps' entries, which they make into entries that travel. */
  static final class OfEntries<E extends @Nullable Object> extends TrackedIterator<E> {
    private @Nullable Object last;

    OfEntries(Object owner, @Nullable Iterator<E> real) {
      super(Kind.ENTRIES, owner, real);
    }

    @Override
    public boolean hasNext() {
      Iterator<E> it = real;
      return (it == null ? working() : it).hasNext();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // An entry for an entry.
    public E next() {
      Iterator<E> it = real;
      E entry = (E) keep((it == null ? working() : it).next());
      last = entry;
      passed++;
      removable = true;
      return entry;
    }

    @Override
    @Nullable Object last() {
      return removable ? last : null;
    }

    @Override
    @Nullable Object keep(@Nullable Object element) {
      return TrackedEntry.of(((TrackedView) owner).owner(), element);
    }
  }

  /** Enumerations of the old collections. */
  @SuppressWarnings("JdkObsolete") // Programs still use them.
  static final class OfEnumeration<E extends @Nullable Object> extends TrackedIterator<E>
      implements Enumeration<E> {
    OfEnumeration(Kind kind, Object owner, @Nullable Iterator<E> real) {
      super(kind, owner, real);
    }

    @Override
    public boolean hasNext() {
      return working().hasNext();
    }

    @Override
    public E next() {
      E element = working().next();
      passed++;
      return element;
    }

    @Override
    public boolean hasMoreElements() {
      return hasNext();
    }

    @Override
    public E nextElement() {
      return next();
    }

    @Override
    public Iterator<E> asIterator() {
      return this;
    }
  }
}
