package dev.stint.benchmarks;

import dev.stint.benchmarks.engine.BareContinuation;
import dev.stint.benchmarks.engine.JdkContinuation;
import dev.stint.benchmarks.programs.Pausing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Yield and resume of eight continuations in rotation, each with another type of frame. */
@Fork(value = 1, jvmArgsAppend = JdkContinuation.EXPORT)
@OperationsPerInvocation(YieldInRotation.KINDS)
public class YieldInRotation {
  static final int KINDS = 8;

  /** Ours. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init")
  public static class Ours {
    private BareContinuation[] pausing;

    @Setup
    public void start() throws Throwable {
      pausing = BareContinuation.ofPausing("ofKind", 0, 1, 2, 3, 4, 5, 6, 7);
      for (BareContinuation one : pausing) {
        one.run();
      }
    }
  }

  /** Kotlin's. */
  @State(Scope.Thread)
  public static class Kotlin {
    private final KotlinPausing[] pausing = new KotlinPausing[KINDS];

    @Setup
    public void start() {
      for (int i = 0; i < KINDS; i++) {
        pausing[i] = KotlinPausing.ofKind(i);
      }
    }
  }

  /** The JDK's. */
  @State(Scope.Thread)
  public static class Jdk {
    private final JdkContinuation[] pausing = new JdkContinuation[KINDS];

    @Setup
    public void start() throws Throwable {
      for (int i = 0; i < KINDS; i++) {
        int kind = i;
        pausing[i] = new JdkContinuation(() -> Pausing.ofKind(kind));
        pausing[i].run();
      }
    }
  }

  @Benchmark
  public void stint(Ours ours) throws Throwable {
    for (BareContinuation one : ours.pausing) {
      one.run();
    }
  }

  @Benchmark
  public void kotlin(Kotlin kotlin) {
    for (KotlinPausing one : kotlin.pausing) {
      one.run();
    }
  }

  @Benchmark
  public void jdkContinuation(Jdk jdk) throws Throwable {
    for (JdkContinuation one : jdk.pausing) {
      one.run();
    }
  }
}
