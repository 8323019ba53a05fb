package dev.stint.runtime;

/**
 * Ends the frames that cannot be unwound of a tasklet whose job is over. By then the job's output
 * is cut off, so what runs on the way out is not seen.
 */
final class JobOver extends Error {
  private static final long serialVersionUID = 1L;

  JobOver() {
    super("the job is over", null, false, false);
  }
}
