package dev.stint.cluster;

/**
 * Why a node does not carry out its part of a move.
 *
 * @param detail the site that pins, the field path that anchors, the figure that is too large
 */
public record Refusal(Kind kind, String detail) {
  /** What stands in the way. */
  public enum Kind {
    /** It cannot be unwound now. */
    PINNED,
    /** It cannot be serialized. */
    ANCHORED,
    /** The target has no room. */
    NO_CAPACITY,
    /** The image arrived damaged or does not fit the job's code. */
    BAD_IMAGE
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ": " + detail;
  }
}
