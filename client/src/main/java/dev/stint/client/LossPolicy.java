package dev.stint.client;

/** What becomes of a job when a node with one of its tasklets is lost. */
public enum LossPolicy {
  /** The job fails. */
  FAIL,
  /** The job starts again from its stored class path and arguments. */
  RESTART
}
