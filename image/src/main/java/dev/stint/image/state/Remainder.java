package dev.stint.image.state;

import dev.stint.image.state.IteratorState.Ending;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with elements listed when the iterator was frozen: for owners whose order may differ in
 * another JVM, or which let iterators go on while they change.
 */
final class Remainder<E extends @Nullable Object> implements Iterator<E> {
  private final IteratorState.Kind kind;
  private final Object owner;
  private final @Nullable Object[] remaining;
  private final Ending ending;
  private int at;
  private @Nullable Object last;

  /** An iterator at the owner's end: asking it for more shows whether the owner was changed. */
  private Iterator<?> sentry;

  Remainder(TrackedIterator<?> outer, IteratorState state) {
    kind = outer.kind;
    owner = outer.owner;
    @Nullable Object[] listed = state.remaining();
    remaining = listed == null ? new Object[0] : listed;
    ending = state.ending();
    last = state.last();
    sentry = atEnd();
  }

  private Iterator<?> atEnd() {
    Iterator<?> it = Owners.fresh(kind, owner);
    while (it.hasNext()) {
      it.next();
    }
    return it;
  }

  @Override
  public boolean hasNext() {
    return at < remaining.length || ending == Ending.CHANGED_BEFORE_END;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // The owner's elements are what they were.
  public E next() {
    if (ending == Ending.NORMAL) {
      failIfChanged();
    } else if (at >= remaining.length) {
      throw new ConcurrentModificationException();
    }
    if (at >= remaining.length) {
      throw new NoSuchElementException();
    }
    last = remaining[at++];
    return (E) last;
  }

  private void failIfChanged() {
    if (!sentry.hasNext()) {
      try {
        sentry.next();
      } catch (NoSuchElementException e) {
        // Not changed.
      }
    }
  }

  /** Removes what was given last, by an iterator that is led there. */
  @Override
  public void remove() {
    if (ending != Ending.NORMAL) {
      throw new ConcurrentModificationException();
    }
    Iterator<?> it = Owners.fresh(kind, owner);
    while (it.hasNext()) {
      if (TrackedIterator.isSame(it.next(), last)) {
        it.remove();
        sentry = atEnd();
        return;
      }
    }
  }

  IteratorState state(TrackedIterator<?> outer) {
    return new IteratorState(
        kind,
        owner,
        outer.passed,
        outer.removable,
        Arrays.copyOfRange(remaining, at, remaining.length),
        ending,
        outer.removable ? last : null);
  }
}
