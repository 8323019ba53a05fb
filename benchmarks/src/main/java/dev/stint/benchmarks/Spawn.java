package dev.stint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Making, running and joining empty threads of control, on one carrier. */
@Fork(
    value = 1,
    jvmArgsAppend = {
      Carriers.HEAP,
      Carriers.ONE_VIRTUAL,
      Carriers.ONE_VIRTUAL_AT_MOST,
      Carriers.ONE_KOTLIN,
      Carriers.ONE_KOTLIN_AT_MOST
    })
@OperationsPerInvocation(Spawn.OPERATIONS)
public class Spawn {
  static final int OPERATIONS = 100_000;

  @Benchmark
  public long stint(Carriers.One job) throws Exception {
    return job.run("spawn", OPERATIONS);
  }

  @Benchmark
  public long virtualThreads() throws Exception {
    return VirtualThreads.run(() -> VirtualThreads.spawn(OPERATIONS));
  }

  @Benchmark
  public long kotlin() {
    return KotlinCoroutines.spawn(OPERATIONS);
  }
}
