package dev.stint.benchmarks;

import dev.stint.benchmarks.programs.Desk;
import dev.stint.benchmarks.programs.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Programs that never wait: as compiled; transformed and never, once or often unwound. */
@Fork(1)
public class StraightCode {
  static final int TIMES = 1;

  /** Which program. */
  @State(Scope.Benchmark)
  public static class Kernel {
    @Param("matrix")
    public String kernel = "";
  }

  @Benchmark
  public long plain(Kernel kernel) {
    return Kernels.repeat(kernel.kernel, TIMES);
  }

  @Benchmark
  public long stint(Kernel kernel, Carriers.One job) throws InterruptedException {
    return job.run(kernel.kernel, TIMES);
  }

  @Benchmark
  public long stintFrozenOnce(Kernel kernel, Carriers.One job) throws InterruptedException {
    return job.run(Desk.FROZEN_ONCE + kernel.kernel, TIMES);
  }

  @Benchmark
  public long stintInSlices(Kernel kernel, Carriers.One job) throws InterruptedException {
    return job.run(Desk.SLICED + kernel.kernel, TIMES);
  }
}
