package dev.stint.runtime;

/** Why a tasklet cannot be unwound. */
public enum PinReason {
  /** A frame that was not transformed is on the stack: JDK code, a constructor, reflection. */
  PLAIN_FRAME("code of the JDK, a constructor, a class initialiser or a monitor is on the stack"),
  /** A {@code java.util.concurrent.locks} lock is held, which belongs to its thread. */
  LOCK("a java.util.concurrent lock is held"),
  /** The tasklet waits inside a frame that was not transformed. */
  BLOCKED("it waits below a frame that cannot be unwound");

  private final String text;

  PinReason(String text) {
    this.text = text;
  }

  /** The reason in words, to follow "pinned because". */
  public String text() {
    return text;
  }
}
