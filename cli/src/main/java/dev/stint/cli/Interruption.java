package dev.stint.cli;

/** What to do when Ctrl-C or a signal ends this process early; closing it means: no longer. */
final class Interruption implements AutoCloseable {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption calls(Runnable action) {
    Thread hook = new Thread(() -> quietly(action), "stint-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
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
