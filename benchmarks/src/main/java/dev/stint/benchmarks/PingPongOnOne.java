package dev.stint.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Messages to and fro between two threads of control on one carrier. */
@Fork(
    value = 1,
    jvmArgsAppend = {
      Carriers.HEAP,
      Carriers.ONE_VIRTUAL,
      Carriers.ONE_VIRTUAL_AT_MOST,
      Carriers.ONE_KOTLIN,
      Carriers.ONE_KOTLIN_AT_MOST
    })
@OperationsPerInvocation(PingPongOnOne.OPERATIONS)
public class PingPongOnOne {
  static final int OPERATIONS = 200_000;

  @Benchmark
  public long stint(Carriers.One job) throws Exception {
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
