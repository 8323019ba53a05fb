package dev.stint.image.state;

/**
 * A list iterator as data.
 *
 * @param owner the list
 * @param cursor its next index
 * @param lastMove which way it went last, as {@code remove} and {@code set} ask
 * @param changed whether the list was changed behind its back
 * @param hasNext what {@code hasNext} says, where the list was changed
 */
public record ListIteratorState(
    Object owner, int cursor, Move lastMove, boolean changed, boolean hasNext) {

  /** The last step of a list iterator. */
  public enum Move {
    NONE,
    FORTH,
    BACK
  }
}
