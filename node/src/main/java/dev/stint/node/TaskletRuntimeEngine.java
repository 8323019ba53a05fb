package dev.stint.node;

import dev.stint.runtime.EngineOptions;
import dev.stint.runtime.JobCode;
import dev.stint.runtime.JobHost;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.JobSettings;
import dev.stint.runtime.SchedulerView;
import dev.stint.runtime.TaskletEngine;
import java.io.IOException;
import java.time.Duration;

/** The engine of the runtime module: carriers and transformed code. */
final class TaskletRuntimeEngine implements Engine {
  private static final Duration SLICE = Duration.ofMillis(10);
  private static final int MAX_SPARES = 256;

  private final TaskletEngine engine;

  private TaskletRuntimeEngine(TaskletEngine engine) {
    this.engine = engine;
  }

  /** Starts carriers as a node's options say. */
  static Engine of(NodeOptions options) {
    return new TaskletRuntimeEngine(
        TaskletEngine.start(
            new EngineOptions(options.carriers(), SLICE, MAX_SPARES, options.transformed())));
  }

  @Override
  public JobRuntime open(JobCode code, JobSettings settings, JobHost host) throws IOException {
    return engine.open(code, settings, host);
  }

  @Override
  public SchedulerView load() {
    return engine.load();
  }

  @Override
  public void close() {
    engine.close();
  }
}
