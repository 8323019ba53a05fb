package dev.stint;

/** Where a tasklet stands. */
public enum TaskletStatus {
  /** Can run as soon as a carrier is free. */
  READY,
  /** On a carrier now. */
  RUNNING,
  /** Waits for a message, a timer or another tasklet. */
  PARKED,
  /** Taken out of the run order until resumed. */
  PAUSED,
  /** In transit: plain data on its way to another node. */
  FROZEN,
  /** Ended with a result. */
  DONE,
  /** Ended with an exception. */
  FAILED,
  /** Ended because it was asked to. */
  CANCELLED;

  /** Whether the tasklet has ended, with or without a result. */
  public boolean isTerminal() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
