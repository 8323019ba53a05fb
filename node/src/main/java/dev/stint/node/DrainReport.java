package dev.stint.node;

/**
 * How a drain ended.
 *
 * @param moved tasklets that went on elsewhere
 * @param pinned tasklets that could not leave
 * @param lost tasklets that went down with the node
 * @param answered whether the coordinator gave these figures; otherwise they are unknown
 */
public record DrainReport(long moved, long pinned, long lost, boolean answered) {
  private static final int FAILED = 1;
  private static final int LEFT_SOMETHING = 124;

  /** Of the process of the node: 0 if nothing was lost. */
  int exitStatus() {
    if (!answered) {
      return FAILED;
    }
    return pinned + lost == 0 ? 0 : LEFT_SOMETHING;
  }

  @Override
  public String toString() {
    return answered
        ? moved + " moved, " + pinned + " pinned, " + lost + " lost"
        : "the coordinator did not answer the drain in time; what was still here is lost";
  }
}
