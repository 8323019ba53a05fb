package dev.stint.cluster;

/**
 * Why a cell is moved: a kind for counting and a sentence for people.
 *
 * @param text one sentence with the figures that decided
 */
public record MoveReason(Kind kind, String text) {
  /** Who wants the move. */
  public enum Kind {
    /** The balancer: it pays. */
    BALANCE,
    /** The node is to be emptied. */
    DRAIN,
    /** A person asked for it. */
    OPERATOR,
    /** The tasklet itself asked for it. */
    SELF
  }
}
