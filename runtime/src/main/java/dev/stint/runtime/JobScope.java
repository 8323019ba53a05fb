package dev.stint.runtime;

import dev.stint.abi.Ctx;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Which job the calling thread works for. Threads that a job starts, work for it too; the JVM's
 * common pool works for the job whose code it runs.
 */
final class JobScope {
  private static final StackWalker CODE =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final InheritableThreadLocal<@Nullable ResidentJob> INHERITED =
      new InheritableThreadLocal<>();

  private JobScope() {}

  static @Nullable ResidentJob current() {
    if (Thread.currentThread() instanceof Carrier) {
      LiveTasklet mounted = LiveTasklet.on(Ctx.PINNED);
      return mounted != null && mounted.owner() instanceof Cell cell ? cell.job() : null;
    }
    ResidentJob inherited = INHERITED.get();
    return inherited == null && Thread.currentThread() instanceof ForkJoinWorkerThread
        ? ofCode()
        : inherited;
  }

  private static @Nullable ResidentJob ofCode() {
    return CODE.walk(frames ->
        frames
            .map(frame -> frame.getDeclaringClass().getClassLoader())
            .filter(JobClassLoader.class::isInstance)
            .findFirst()
            .map(loader -> ((JobClassLoader) loader).job())
            .orElse(null));
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
