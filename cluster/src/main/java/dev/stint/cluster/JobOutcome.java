package dev.stint.cluster;

/** How the root tasklet of a job ended. */
public sealed interface JobOutcome {
  /**
   * It returned, or the job called {@code System.exit}; the status is 0 unless it said otherwise.
   */
  record Done(Payload result, int exitStatus) implements JobOutcome {}

  /**
   * It threw.
   *
   * @param text the user's own exception and frames, for people
   * @param failure the encoded exception
   * @param exitStatus what a command line should exit with
   */
  record Failed(String text, Payload failure, int exitStatus) implements JobOutcome {}

  /** It ended because it was cancelled. */
  record Cancelled(String text) implements JobOutcome {}

  /** Cells of it were lost with a node; only the authority says this. */
  record Lost(String text) implements JobOutcome {}
}
