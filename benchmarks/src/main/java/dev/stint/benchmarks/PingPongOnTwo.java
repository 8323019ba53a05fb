package dev.stint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Messages to and fro between two threads of control, with two carriers. */
@Fork(
    value = 1,
    jvmArgsAppend = {Carriers.HEAP, Carriers.TWO_VIRTUAL, Carriers.TWO_KOTLIN})
@OperationsPerInvocation(PingPongOnTwo.OPERATIONS)
public class PingPongOnTwo {
  static final int OPERATIONS = 200_000;

  @Benchmark
  public long stint(Carriers.Two job) throws Exception {
    return job.run("pingPong", OPERATIONS);
  }

  @Benchmark
  public long virtualThreads() throws Exception {
    return VirtualThreads.run(() -> VirtualThreads.pingPong(OPERATIONS));
  }

  @Benchmark
  public long kotlin() {
    return KotlinCoroutines.pingPong(OPERATIONS);
  }

  @Benchmark
  public long jox() throws Exception {
    return VirtualThreads.run(() -> JoxChannels.pingPong(OPERATIONS));
  }
}
