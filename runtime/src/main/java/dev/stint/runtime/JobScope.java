package dev.stint.runtime;

import dev.stint.abi.Ctx;
import org.jspecify.annotations.Nullable;

/** Which job the calling thread works for. Threads that a job starts, work for it too. */
final class JobScope {
  private static final InheritableThreadLocal<@Nullable ResidentJob> INHERITED =
      new InheritableThreadLocal<>();

  private JobScope() {}

  static @Nullable ResidentJob current() {
    if (Thread.currentThread() instanceof Carrier) {
      LiveTasklet mounted = LiveTasklet.on(Ctx.PINNED);
      return mounted != null && mounted.owner() instanceof Cell cell ? cell.job() : null;
    }
    return INHERITED.get();
  }

  /** From now on the calling carrier's new threads belong to {@code job}. */
  static void enter(ResidentJob job, @Nullable ClassLoader loader) {
    Thread thread = Thread.currentThread();
    if (thread.getContextClassLoader() != loader) {
      thread.setContextClassLoader(loader);
    }
    if (INHERITED.get() != job) {
      INHERITED.set(job);
    }
  }
}
