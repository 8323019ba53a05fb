package dev.stint.image;

/**
 * One step of the path that names an object for people.
 *
 * @param text the step with its punctuation, for example {@code .in} or {@code [3]}
 * @param fromRoot whether the path begins here: what led to this step is of no interest to a
 *     reader, as the frames above the one that holds a local
 */
public record PathSegment(String text, boolean fromRoot) {
  /** A step through a field. */
  public static PathSegment field(String name) {
    return new PathSegment("." + name, false);
  }

  /** A step to an element. */
  public static PathSegment element(int index) {
    return new PathSegment("[" + index + "]", false);
  }

  /** A step that shows nothing. */
  public static PathSegment silent() {
    return new PathSegment("", false);
  }

  /** The beginning of a path, for example {@code main.local3}. */
  public static PathSegment root(String text) {
    return new PathSegment(text, true);
  }
}
