package dev.stint.benchmarks;

import dev.stint.benchmarks.engine.MeasuredJob;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Our engine with so many carriers, and the flags that give peers as many. */
public final class Carriers {
  static final String ONE_VIRTUAL = "-Djdk.virtualThreadScheduler.parallelism=1";
  static final String ONE_VIRTUAL_AT_MOST = "-Djdk.virtualThreadScheduler.maxPoolSize=1";
  static final String ONE_KOTLIN = "-Dkotlinx.coroutines.scheduler.core.pool.size=1";
  static final String ONE_KOTLIN_AT_MOST = "-Dkotlinx.coroutines.scheduler.max.pool.size=1";
  static final String TWO_VIRTUAL = "-Djdk.virtualThreadScheduler.parallelism=2";
  static final String TWO_KOTLIN = "-Dkotlinx.coroutines.scheduler.core.pool.size=2";
  static final String HEAP = "-Xmx6g";

  private Carriers() {}

  /** A job that is open while a benchmark runs. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init")
  public abstract static class Job {
    private final int carriers;
    private MeasuredJob job;

    Job(int carriers) {
      this.carriers = carriers;
    }

    @Setup
    public void start() {
      job = new MeasuredJob(carriers);
    }

    long run(String program, int count) throws InterruptedException {
      return job.run(program, count);
    }

    /** Invocations are long: what this costs beside them does not show. */
    @TearDown(Level.Invocation)
    public void release() {
      job.releaseEnded();
    }

    @TearDown
    public void stop() {
      job.close();
    }
  }

  /** One carrier. */
  public static class One extends Job {
    public One() {
      super(1);
    }
  }

  /** Two carriers. */
  public static class Two extends Job {
    public Two() {
      super(2);
    }
  }
}
