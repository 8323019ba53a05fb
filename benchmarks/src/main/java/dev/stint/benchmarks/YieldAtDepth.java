package dev.stint.benchmarks;

import dev.stint.benchmarks.engine.BareContinuation;
import dev.stint.benchmarks.engine.JdkContinuation;
import dev.stint.benchmarks.programs.Pausing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Yield and resume, at the bottom of a stack of some depth; a continuation only. */
@Fork(value = 1, jvmArgsAppend = JdkContinuation.EXPORT)
public class YieldAtDepth {

  /** How many activations there are. */
  @State(Scope.Benchmark)
  public static class Depth {
    @Param({"1", "5", "20"})
    public int depth;
  }

  /** Ours. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init")
  public static class Ours {
    private BareContinuation pausing;

    @Setup
    public void start(Depth depth) throws Throwable {
      pausing = BareContinuation.ofPausing("at", depth.depth)[0];
      pausing.run();
    }
  }

  /** Kotlin's. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init")
  public static class Kotlin {
    private KotlinPausing pausing;

    @Setup
    public void start(Depth depth) {
      pausing = KotlinPausing.atDepth(depth.depth);
    }
  }

  /** The JDK's. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init")
  public static class Jdk {
    private JdkContinuation pausing;

    @Setup
    public void start(Depth depth) throws Throwable {
      pausing = new JdkContinuation(() -> Pausing.at(depth.depth));
      pausing.run();
    }
  }

  @Benchmark
  public void stint(Ours ours) throws Throwable {
    ours.pausing.run();
  }

  @Benchmark
  public void kotlin(Kotlin kotlin) {
    kotlin.pausing.run();
  }

  @Benchmark
  public void jdkContinuation(Jdk jdk) throws Throwable {
    jdk.pausing.run();
  }
}
