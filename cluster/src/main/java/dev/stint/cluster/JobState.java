package dev.stint.cluster;

/**
 * Where a job is in its life.
 *
 * <pre>
 * QUEUED  -> RUNNING    StartJob: its root has a node
 * QUEUED  -> CANCELLED  CancelJob
 * RUNNING -> DONE, FAILED, CANCELLED  JobEnded, by what the root said
 * RUNNING -> CANCELLED  CancelJob at once
 * RUNNING -> QUEUED     cells were lost with a node and a restart is left
 * RUNNING -> LOST       cells were lost with a node and no restart is left
 * </pre>
 */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED,
  LOST;

  /** Whether the job never changes again. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }
}
