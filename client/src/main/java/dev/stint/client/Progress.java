package dev.stint.client;

/**
 * How far a job says it is.
 *
 * @param done units finished
 * @param total units in all; 0 if unknown
 * @param what what it is doing, in its own words
 */
public record Progress(long done, long total, String what) {
  /** Nothing has been said yet. */
  public static final Progress NONE = new Progress(0, 0, "");
}
