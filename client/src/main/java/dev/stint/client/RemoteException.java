package dev.stint.client;

import java.util.List;

/**
 * Stands for an exception of a job whose class this JVM does not have. Its stack trace is the one
 * of the original.
 */
public final class RemoteException extends StintException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final String remoteMessage;
  private final String stack;

  public RemoteException(FailureView failure) {
    super(
        Category.FATAL,
        failure.message().isEmpty() ? failure.type() : failure.type() + ": " + failure.message(),
        null);
    this.type = failure.type();
    this.remoteMessage = failure.message();
    this.stack = failure.stack();
    List<StackTraceElement> frames = StackText.parse(failure.stack());
    setStackTrace(frames.toArray(new StackTraceElement[0]));
  }

  /** Binary name of the original exception's class. */
  public String type() {
    return type;
  }

  /** The original exception's message; empty if it had none. */
  public String remoteMessage() {
    return remoteMessage;
  }

  /** The original stack trace as text, with its causes. */
  public String remoteStack() {
    return stack;
  }
}
