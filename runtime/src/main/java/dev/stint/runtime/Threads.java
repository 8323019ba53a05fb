package dev.stint.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What transformed code calls in the place of {@link Thread}'s methods and constructors: for the
 * program a tasklet's thread is its main thread, whatever carrier it is on.
 */
public final class Threads {
  private Threads() {}

  /** {@link Thread#setDaemon}. */
  public static void setDaemon(Thread thread, boolean daemon) {
    ResidentJob job = JobScope.current();
    if (job == null) {
      thread.setDaemon(daemon);
    } else {
      job.threads().setDaemon(thread, daemon);
    }
  }

  /** {@link Thread#isDaemon}. */
  public static boolean isDaemon(Thread thread) {
    return cellOn(thread) == null && thread.isDaemon();
  }

  /** {@link Thread#getName}: carriers show their tasklet's name, and the root's is main. */
  public static String getName(Thread thread) {
    Cell cell = cellOn(thread);
    return cell == null ? thread.getName() : cell.threadName();
  }

  /** {@link Thread#setName}: a tasklet takes its name along. */
  public static void setName(Thread thread, @Nullable String name) {
    if (name == null) {
      throw new NullPointerException("name cannot be null");
    }
    Cell cell = cellOn(thread);
    if (cell == null) {
      thread.setName(name);
    } else {
      cell.setThreadName(name);
    }
  }

  private static @Nullable Cell cellOn(Thread thread) {
    LiveTasklet mounted = thread instanceof Carrier carrier ? carrier.mounted() : null;
    return mounted != null && mounted.owner() instanceof Cell cell ? cell : null;
  }

  // ---- making threads

  /** Called at the end of the constructors of the program's own threads. */
  public static void made(Thread thread) {
    ResidentJob job = JobScope.current();
    if (job != null) {
      job.threads().made(thread);
    }
  }

  /** {@link Thread#ofPlatform}. */
  public static Thread.Builder.OfPlatform ofPlatform() {
    Thread.Builder.OfPlatform builder = Thread.ofPlatform();
    return cellOn(Thread.currentThread()) == null ? builder : builder.daemon(false);
  }

  private static Thread asMade(Thread thread) {
    made(thread);
    return thread;
  }

  /** {@link Thread#Thread()}. */
  public static Thread make() {
    return asMade(new Thread());
  }

  /** {@link Thread#Thread(Runnable)}. */
  public static Thread make(@Nullable Runnable task) {
    return asMade(new Thread(task));
  }

  /** {@link Thread#Thread(ThreadGroup, Runnable)}. */
  public static Thread make(@Nullable ThreadGroup group, @Nullable Runnable task) {
    return asMade(new Thread(group, task));
  }

  /** {@link Thread#Thread(String)}. */
  public static Thread make(String name) {
    return asMade(new Thread(name));
  }

  /** {@link Thread#Thread(ThreadGroup, String)}. */
  public static Thread make(@Nullable ThreadGroup group, String name) {
    return asMade(new Thread(group, name));
  }

  /** {@link Thread#Thread(Runnable, String)}. */
  public static Thread make(@Nullable Runnable task, String name) {
    return asMade(new Thread(task, name));
  }

  /** {@link Thread#Thread(ThreadGroup, Runnable, String)}. */
  public static Thread make(@Nullable ThreadGroup group, @Nullable Runnable task, String name) {
    return asMade(new Thread(group, task, name));
  }

  /** {@link Thread#Thread(ThreadGroup, Runnable, String, long)}. */
  public static Thread make(
      @Nullable ThreadGroup group, @Nullable Runnable task, String name, long stack) {
    return asMade(new Thread(group, task, name, stack));
  }

  /** {@link Thread#Thread(ThreadGroup, Runnable, String, long, boolean)}. */
  public static Thread make(
      @Nullable ThreadGroup group,
      @Nullable Runnable task,
      String name,
      long stack,
      boolean inherit) {
    return asMade(new Thread(group, task, name, stack, inherit));
  }

  /** {@link Thread#setContextClassLoader}: of the current thread, it follows the tasklet. */
  public static void setContextClassLoader(Thread thread, @Nullable ClassLoader loader) {
    thread.setContextClassLoader(loader);
    if (thread == Thread.currentThread()) {
      TaskletLocals.keepContextLoader(loader);
    }
  }
}
