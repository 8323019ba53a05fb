package dev.stint.image.state;

import org.jspecify.annotations.Nullable;

/**
 * An iterator as data.
 *
 * @param kind how the owner makes such an iterator
 * @param owner the collection or view it goes over
 * @param passed how many of the owner's elements lie before it
 * @param removable whether {@code remove} would be legal now
 * @param remaining what it still has to give, in its order, where its position alone does not say
 *     that; else null
 * @param ending what happens after that
 * @param last what it gave last, if it gave anything
 */
public record IteratorState(
    Kind kind,
    Object owner,
    int passed,
    boolean removable,
    @Nullable Object @Nullable [] remaining,
    Ending ending,
    @Nullable Object last) {

  /** How the owner makes an iterator. */
  public enum Kind {
    FORWARD,
    DESCENDING,
    ENTRIES,
    KEY_ENUMERATION,
    ELEMENT_ENUMERATION
  }

  /** What an iterator does when it has given all it has. */
  public enum Ending {
    /** {@code hasNext} is false. */
    NORMAL,
    /** {@code hasNext} is false; {@code next} finds that the owner was changed. */
    CHANGED,
    /** {@code hasNext} is true, and {@code next} finds that the owner was changed. */
    CHANGED_BEFORE_END
  }
}
