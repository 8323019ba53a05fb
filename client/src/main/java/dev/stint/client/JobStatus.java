package dev.stint.client;

/** Where a job stands. */
public enum JobStatus {
  /** Accepted; no node has begun it. */
  QUEUED,
  /** Its root tasklet lives on some node. */
  RUNNING,
  /** Ended with a result. */
  DONE,
  /** Ended with an exception, or an exit status other than 0. */
  FAILED,
  /** Ended because it was asked to. */
  CANCELLED,
  /** A node it was on is gone and its policy does not start it again. */
  LOST;

  /** Whether the job has ended, with or without a result. */
  public boolean isTerminal() {
    return this != QUEUED && this != RUNNING;
  }
}
