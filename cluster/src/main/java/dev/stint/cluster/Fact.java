package dev.stint.cluster;

/** Something that has just become true: for waiting clients, event streams and logs. */
public sealed interface Fact {
  /** A node registered, was cordoned, drains, or is gone. */
  record NodeChanged(NodeProcess process, NodeState state, String why) implements Fact {}

  /** A job is in another state. */
  record JobChanged(JobRun run, JobState state) implements Fact {}

  /** A move began, was committed, or was aborted. */
  record MoveChanged(MoveView move) implements Fact {}

  /** A cell went down with its process. */
  record CellLost(CellId cell, JobRun run, NodeProcess process) implements Fact {}
}
