package dev.stint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * A tree with a million leaves, each a thread of control that reports to its parent, on two
 * carriers.
 */
@Fork(
    value = 1,
    jvmArgsAppend = {Carriers.HEAP, Carriers.TWO_VIRTUAL, Carriers.TWO_KOTLIN})
@OperationsPerInvocation(Skynet.OPERATIONS)
public class Skynet {
  static final int OPERATIONS = 1;
  private static final int LEAVES = 1_000_000;

  @Benchmark
  public long stint(Carriers.Two job) throws Exception {
    return job.run("skynet", LEAVES);
  }

  @Benchmark
  public long virtualThreads() throws Exception {
    return VirtualThreads.run(() -> VirtualThreads.skynet(LEAVES));
  }

  @Benchmark
  public long kotlin() {
    return KotlinCoroutines.skynet(LEAVES);
  }
}
