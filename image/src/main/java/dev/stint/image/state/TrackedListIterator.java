package dev.stint.image.state;

import dev.stint.image.state.ListIteratorState.Move;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list iterator that remembers its list, its place and its last step. */
public final class TrackedListIterator<E extends @Nullable Object> implements ListIterator<E> {
  private final List<E> owner;
  private @Nullable ListIterator<E> real;
  private Move lastMove = Move.NONE;
  private @Nullable ListIteratorState thawed;

  TrackedListIterator(List<E> owner, @Nullable ListIterator<E> real) {
    this.owner = owner;
    this.real = real;
  }

  /** An iterator in the state given, which is to meet its list when that is complete. */
  @SuppressWarnings("unchecked") // The list's elements are what they were.
  public static TrackedListIterator<?> of(ListIteratorState state) {
    TrackedListIterator<Object> it = new TrackedListIterator<>((List<Object>) state.owner(), null);
    it.thawed = state;
    it.lastMove = state.lastMove();
    return it;
  }

  /** This iterator as data; it goes on from the same place afterwards. */
  public ListIteratorState state() {
    ListIterator<E> it = real;
    if (it == null) {
      return Objects.requireNonNull(thawed);
    }
    boolean hasNext = it.hasNext();
    ListIteratorState state =
        new ListIteratorState(owner, it.nextIndex(), lastMove, isChanged(it), hasNext);
    thawed = state;
    real = null;
    meetOwner();
    return state;
  }

  /** Takes its place in its list, whose later changes it will notice. */
  public void meetOwner() {
    working();
  }

  private static boolean isChanged(ListIterator<?> it) {
    try {
      if (it.hasNext()) {
        it.next();
      } else if (it.hasPrevious()) {
        it.previous();
      }
      return false;
    } catch (ConcurrentModificationException e) {
      return true;
    }
  }

  private ListIterator<E> working() {
    ListIterator<E> it = real;
    if (it == null) {
      it = place(Objects.requireNonNull(thawed));
      real = it;
    }
    return it;
  }

  private ListIterator<E> place(ListIteratorState state) {
    if (state.changed()) {
      return new Broken<>(state);
    }
    List<E> list = Owners.untrackedList(owner);
    ListIterator<E> it = list.listIterator(state.cursor());
    switch (state.lastMove()) {
      case FORTH -> {
        it.previous();
        it.next();
      }
      case BACK -> {
        it.next();
        it.previous();
      }
      case NONE -> {}
    }
    return it;
  }

  @Override
  public boolean hasNext() {
    return working().hasNext();
  }

  @Override
  public E next() {
    E element = working().next();
    lastMove = Move.FORTH;
    return element;
  }

  @Override
  public boolean hasPrevious() {
    return working().hasPrevious();
  }

  @Override
  public E previous() {
    E element = working().previous();
    lastMove = Move.BACK;
    return element;
  }

  @Override
  public int nextIndex() {
    return working().nextIndex();
  }

  @Override
  public int previousIndex() {
    return working().previousIndex();
  }

  @Override
  public void remove() {
    working().remove();
    lastMove = Move.NONE;
  }

  @Override
  public void set(E element) {
    working().set(element);
  }

  @Override
  public void add(E element) {
    working().add(element);
    lastMove = Move.NONE;
  }

  /** Stands where its list was changed behind its back: every step fails. */
  private static final class Broken<E extends @Nullable Object> implements ListIterator<E> {
    private final ListIteratorState state;

    Broken(ListIteratorState state) {
      this.state = state;
    }

    @Override
    public boolean hasNext() {
      return state.hasNext();
    }

    @Override
    public E next() {
      throw new ConcurrentModificationException();
    }

    @Override
    public boolean hasPrevious() {
      return state.cursor() > 0;
    }

    @Override
    public E previous() {
      throw new ConcurrentModificationException();
    }

    @Override
    public int nextIndex() {
      return state.cursor();
    }

    @Override
    public int previousIndex() {
      return state.cursor() - 1;
    }

    @Override
    public void remove() {
      throw fault();
    }

    @Override
    public void set(E element) {
      throw fault();
    }

    @Override
    public void add(E element) {
      throw new ConcurrentModificationException();
    }

    private RuntimeException fault() {
      return state.lastMove() == Move.NONE
          ? new IllegalStateException()
          : new ConcurrentModificationException();
    }
  }
}
