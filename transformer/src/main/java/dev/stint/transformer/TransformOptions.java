package dev.stint.transformer;

/**
 * How to transform.
 *
 * @param everyCall treat each call as a suspension point, also of methods that have no suspendable
 *     form: the result verifies but does not link, which is what stress tests need
 */
public record TransformOptions(boolean everyCall) {
  /** What a job is transformed with. */
  public static final TransformOptions STANDARD = new TransformOptions(false);
}
