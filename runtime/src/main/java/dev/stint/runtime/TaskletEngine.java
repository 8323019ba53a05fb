package dev.stint.runtime;

import dev.stint.spi.TaskletRuntime;
import dev.stint.transformer.TransformedProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What runs tasklets in this JVM, of any number of jobs: carriers, timers, transformed classes. */
public final class TaskletEngine implements AutoCloseable {
  private final Scheduler scheduler;
  private final TransformCache cache;

  private TaskletEngine(Scheduler scheduler, EngineOptions options) {
    this.scheduler = scheduler;
    this.cache = new TransformCache(options.cacheDirectory());
    TaskletRuntime.install(PinnedRuntime::ofCaller);
    ProcessStreams.route();
  }

  /** Starts carriers that share the processors in time slices. */
  public static TaskletEngine start(EngineOptions options) {
    return new TaskletEngine(Scheduler.start(options), options);
  }

  /**
   * Starts one carrier with virtual time, on which a program without threads of its own runs in the
   * same order each time: first come, first served, no time slices, and a clock that jumps to the
   * next timer when nothing is ready.
   */
  public static TaskletEngine deterministic(EngineOptions options) {
    return new TaskletEngine(Scheduler.deterministic(options), options);
  }

  /**
   * Opens a job: transforms its code, or takes what was transformed before.
   *
   * @throws IOException if its code cannot be read, naming the file
   */
  public JobRuntime open(JobCode code, JobSettings settings, JobHost host) throws IOException {
    BundleSource source = new BundleSource(code.classPath());
    try {
      TransformedProgram program = cache.get(code, source);
      return new ResidentJob(
          scheduler, host, settings, (job, count) -> sides(job, count, code, program, source));
    } catch (IOException | RuntimeException | Error e) {
      source.close();
      throw e;
    }
  }

  private static List<JobSide> sides(
      ResidentJob job, int count, JobCode code, TransformedProgram program, BundleSource source) {
    List<JobSide> sides = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JobClassLoader loader = new JobClassLoader(program, code.classPath(), ownLoader(), source);
      sides.add(JobSide.of(job, loader, code.bundleDigest(), program));
    }
    return sides;
  }

  private static ClassLoader ownLoader() {
    ClassLoader own = TaskletEngine.class.getClassLoader();
    return own == null ? ClassLoader.getSystemClassLoader() : own;
  }

  /** The load at this moment. */
  public SchedulerView load() {
    return scheduler.view();
  }

  /** Stops the carriers; what runs on them now ends at its own time, without effect. */
  @Override
  public void close() {
    scheduler.close();
  }
}
