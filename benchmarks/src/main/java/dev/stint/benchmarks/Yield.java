package dev.stint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Yields of 64 threads of control on one carrier, through the scheduler. */
@Fork(
    value = 1,
    jvmArgsAppend = {
      Carriers.HEAP,
      Carriers.ONE_VIRTUAL,
      Carriers.ONE_VIRTUAL_AT_MOST,
      Carriers.ONE_KOTLIN,
      Carriers.ONE_KOTLIN_AT_MOST
    })
@OperationsPerInvocation(Yield.OPERATIONS)
public class Yield {
  static final int OPERATIONS = 640_000;

  @Benchmark
  public long stint(Carriers.One job) throws Exception {
    return job.run("yields", OPERATIONS);
  }

  @Benchmark
  public long virtualThreads() throws Exception {
    return VirtualThreads.run(() -> VirtualThreads.yields(OPERATIONS));
  }

  @Benchmark
  public long kotlin() {
    return KotlinCoroutines.yields(OPERATIONS);
  }
}
