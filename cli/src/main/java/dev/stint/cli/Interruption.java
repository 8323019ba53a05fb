package dev.stint.cli;

import java.time.Duration;

/**
 * What to do when Ctrl-C or a signal ends this process early; closing it means: no longer. A second
 * Ctrl-C ends the process and those it has started at once.
 */
final class Interruption implements AutoCloseable {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /** The process ends once the action is done, or when it has taken longer than it may. */
  static Interruption calls(Duration patience, Runnable action) {
    return calls(patience, action, () -> {});
  }

  /**
   * @param late what remains to be done when the action has taken longer than it may
   */
  static Interruption calls(Duration patience, Runnable action, Runnable late) {
    Thread hook = new Thread(() -> end(patience, action, late), "stint-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  private static void end(Duration patience, Runnable action, Runnable late) {
    Signals.onInterrupt(Interruption::endAtOnce);
    Thread work = Thread.ofPlatform().daemon().name("stint-ending").start(() -> quietly(action));
    try {
      if (!work.join(patience)) {
        quietly(late);
      }
    } catch (InterruptedException e) {
      // Nobody interrupts a hook; the process ends anyhow.
    }
  }

  private static void endAtOnce() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }

  /** The process ends anyhow: a failure on the way has nobody to go to. */
  private static void quietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      System.err.println("stint: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the action is under way.
    }
  }
}
