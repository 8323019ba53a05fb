package dev.stint.image.state;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * A view as data: which call on its owner makes it.
 *
 * @param owner the collection or map shown
 * @param low the lower bound or start index, where the kind has one
 * @param high the upper bound or size, where the kind has one
 */
public record ViewState(
    Kind kind,
    Object owner,
    @Nullable Object low,
    boolean lowInclusive,
    @Nullable Object high,
    boolean highInclusive) {

  /** Which call made a view. */
  public enum Kind {
    KEYS,
    VALUES,
    ENTRIES,
    SUB_LIST,
    /** A sublist whose owner was changed behind its back: any use fails. */
    BROKEN_SUB_LIST,
    NAVIGABLE_KEYS,
    DESCENDING_KEYS,
    DESCENDING_SET,
    SUB_SET,
    HEAD_SET,
    TAIL_SET
  }

  static ViewState of(Kind kind, Object owner) {
    return new ViewState(kind, owner, null, false, null, false);
  }

  /** The view that this state describes, which is to meet its owner when that is complete. */
  public TrackedView toView() {
    return switch (kind) {
      case KEYS, ENTRIES -> new TrackedSet<>(this, null);
      case VALUES -> new TrackedValues<>(this, null);
      case SUB_LIST, BROKEN_SUB_LIST ->
          owner instanceof java.util.RandomAccess
              ? new TrackedSubList.Indexed<>(this, null)
              : new TrackedSubList<>(this, null);
      default -> new TrackedNavigableSet<>(this, null);
    };
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Bounds are whatever the owner takes.
  Object makeReal() {
    return switch (kind) {
      case KEYS -> ((Map<?, ?>) owner).keySet();
      case VALUES -> ((Map<?, ?>) owner).values();
      case ENTRIES -> ((Map<?, ?>) owner).entrySet();
      case SUB_LIST -> {
        int from = (Integer) low;
        yield ((List<?>) owner).subList(from, from + (Integer) high);
      }
      case BROKEN_SUB_LIST -> throw new java.util.ConcurrentModificationException();
      case NAVIGABLE_KEYS -> ((NavigableMap<?, ?>) owner).navigableKeySet();
      case DESCENDING_KEYS -> ((NavigableMap<?, ?>) owner).descendingKeySet();
      case DESCENDING_SET -> ((NavigableSet<?>) owner).descendingSet();
      case SUB_SET -> ((NavigableSet<Object>) owner).subSet(low, lowInclusive, high, highInclusive);
      case HEAD_SET -> ((NavigableSet<Object>) owner).headSet(high, highInclusive);
      case TAIL_SET -> ((NavigableSet<Object>) owner).tailSet(low, lowInclusive);
    };
  }
}
