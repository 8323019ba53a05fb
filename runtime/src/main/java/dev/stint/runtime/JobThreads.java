package dev.stint.runtime;

import dev.stint.image.NotSerializableStateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The threads that a job has started, known by their context class loader, which threads inherit;
 * and its shutdown hooks.
 */
final class JobThreads {
  private final ResidentJob job;
  private final List<Thread> hooks = new ArrayList<>();
  private final Map<Thread, Boolean> daemonSet = Collections.synchronizedMap(new WeakHashMap<>());

  JobThreads(ResidentJob job) {
    this.job = job;
  }

  /** {@link Thread#setDaemon}: the program has decided. */
  void setDaemon(Thread thread, boolean daemon) {
    thread.setDaemon(daemon);
    daemonSet.put(thread, true);
  }

  /**
   * The program has made a thread. That takes over whether it is a daemon from its creator, which
   * here is a carrier; for the program it is the main thread, which is none.
   */
  void made(Thread thread) {
    if (Thread.currentThread() instanceof Carrier
        && !thread.isVirtual()
        && !daemonSet.containsKey(thread)
        && thread.getState() == Thread.State.NEW) {
      thread.setDaemon(false);
    }
  }

  synchronized void addHook(Thread hook) {
    if (hooks.contains(hook)) {
      throw new IllegalArgumentException("Hook previously registered");
    }
    hooks.add(hook);
  }

  synchronized boolean removeHook(Thread hook) {
    return hooks.remove(hook);
  }

  /** Throws if there are hooks: they would not run where the job ends. */
  synchronized void requireNoHooks() {
    if (!hooks.isEmpty()) {
      throw new NotSerializableStateException(
          "Runtime.shutdownHooks[0]",
          hooks.get(0).getClass().getName(),
          "a shutdown hook is a thread, which belongs to its JVM. Remove it before the move, or use"
              + " try and finally");
    }
  }

  /** Live threads of the job that keep it from ending. */
  List<Thread> keepingAlive() {
    List<Thread> found = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!thread.isDaemon()
          && !(thread instanceof Carrier)
          && thread != Thread.currentThread()
          && job.isLoader(thread.getContextClassLoader())) {
        found.add(thread);
      }
    }
    return found;
  }

  /** Waits until the program's own threads have ended. */
  void awaitEnd() throws InterruptedException {
    List<Thread> alive = keepingAlive();
    while (!alive.isEmpty()) {
      for (Thread thread : alive) {
        thread.join();
      }
      alive = keepingAlive();
    }
  }

  /** Asks the program's own threads to end: nobody has waited for them. */
  void interruptAll() {
    keepingAlive().forEach(Thread::interrupt);
  }

  /** Runs the shutdown hooks, all at once as the JVM does, and waits for them. */
  void runHooks() throws InterruptedException {
    List<Thread> all;
    synchronized (this) {
      all = List.copyOf(hooks);
      hooks.clear();
    }
    for (Thread hook : all) {
      hook.setContextClassLoader(job.loader());
      hook.start();
    }
    for (Thread hook : all) {
      hook.join();
    }
  }
}
