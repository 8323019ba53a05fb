package dev.stint.benchmarks.engine;

import dev.stint.runtime.CellId;
import dev.stint.runtime.EngineOptions;
import dev.stint.runtime.JobCode;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.JobSettings;
import dev.stint.runtime.TaskletEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;

/**
 * The programs as a job that stays open, so that their code is compiled once and stays hot: the
 * class loader, scheduler and channels that all jobs get.
 */
public final class MeasuredJob implements AutoCloseable {
  private static final String DESK = "dev.stint.benchmarks.programs.Desk";
  private static final Duration SLICE = Duration.ofMillis(10);
  private static final int SPARES = 16;

  private final TaskletEngine engine;
  private final JobRuntime job;
  private final QuietHost host = new QuietHost();
  private final BlockingQueue<Object> orders;
  private final BlockingQueue<Object> answers;
  private long released;

  /** Starts it on so many carriers. */
  public MeasuredJob(int carriers) {
    try {
      Path folder = ProgramFolder.copy();
      engine = TaskletEngine.start(new EngineOptions(carriers, SLICE, SPARES, folder));
      job =
          engine.open(
              new JobCode("", List.of(folder), List.of(DESK)), JobSettings.named("desk"), host);
      job.startMain(host.newCell(), DESK, List.of());
      released = host.nextCell();
      Class<?> desk = Class.forName(DESK, true, job.loader());
      orders = queue(desk, "ORDERS");
      answers = queue(desk, "ANSWERS");
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("the job cannot be started", e);
    }
  }

  @SuppressWarnings("unchecked") // The class is ours.
  private static BlockingQueue<Object> queue(Class<?> desk, String name)
      throws ReflectiveOperationException {
    return Objects.requireNonNull((BlockingQueue<Object>) desk.getField(name).get(null));
  }

  /** Runs a program in a tasklet of its own, to its end. */
  public long run(String program, int count) throws InterruptedException {
    orders.put(new Object[] {program, count});
    Object answer = answers.take();
    if (answer instanceof Throwable thrown) {
      throw new IllegalStateException(program + " failed", thrown);
    }
    return (Long) answer;
  }

  /**
   * Lets go of the tasklets that have ended, as a coordinator would have it done: their cells stay
   * until they are released.
   */
  public void releaseEnded() {
    for (; released < host.nextCell(); released++) {
      job.release(new CellId(released));
    }
  }

  @Override
  public void close() {
    job.close();
    engine.close();
  }
}
