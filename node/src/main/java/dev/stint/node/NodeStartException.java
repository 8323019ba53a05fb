package dev.stint.node;

/** The node cannot start; the message is for the operator: what, why, what to try. */
public final class NodeStartException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  /**
   * @param exitStatus what the process ends with: 1 failed, 2 usage, 5 conflict, 6 unreachable
   */
  public NodeStartException(int exitStatus, String message) {
    super(message);
    this.exitStatus = exitStatus;
  }

  /** What the process should end with. */
  public int exitStatus() {
    return exitStatus;
  }
}
