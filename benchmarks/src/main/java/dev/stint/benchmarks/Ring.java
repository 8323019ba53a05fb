package dev.stint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A message that goes round a ring of 503 threads of control, on one carrier. */
@Fork(
    value = 1,
    jvmArgsAppend = {
      Carriers.HEAP,
      Carriers.ONE_VIRTUAL,
      Carriers.ONE_VIRTUAL_AT_MOST,
      Carriers.ONE_KOTLIN,
      Carriers.ONE_KOTLIN_AT_MOST
    })
@OperationsPerInvocation(Ring.OPERATIONS)
public class Ring {
  static final int OPERATIONS = 503 * 400;

  @Benchmark
  public long stint(Carriers.One job) throws Exception {
    return job.run("ring", OPERATIONS);
  }

  @Benchmark
  public long virtualThreads() throws Exception {
    return VirtualThreads.run(() -> VirtualThreads.ring(OPERATIONS));
  }

  @Benchmark
  public long kotlin() {
    return KotlinCoroutines.ring(OPERATIONS);
  }

  @Benchmark
  public long jox() throws Exception {
    return VirtualThreads.run(() -> JoxChannels.ring(OPERATIONS));
  }
}
