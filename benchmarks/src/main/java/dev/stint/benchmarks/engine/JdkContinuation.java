package dev.stint.benchmarks.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The JDK's own one-shot continuations, what virtual threads are made of. They are internal: the
 * JVM needs {@link #EXPORT}. Reached by constant method handles, which the compiler sees through.
 */
public final class JdkContinuation {
  /** The option that lets the class path use them. */
  public static final String EXPORT = "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED";

  private static final MethodHandle RUN;
  private static final MethodHandle YIELD;
  private static final MethodHandle MAKE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> type = Class.forName("jdk.internal.vm.Continuation");
      Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
      Object scope = scopeType.getConstructor(String.class).newInstance("benchmark");
      RUN =
          lookup
              .findVirtual(type, "run", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Object.class));
      YIELD =
          lookup
              .findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType))
              .bindTo(scope);
      MAKE =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, scopeType, Runnable.class))
              .bindTo(scope)
              .asType(MethodType.methodType(Object.class, Runnable.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Object continuation;

  /** One that will run this. */
  public JdkContinuation(Runnable code) {
    try {
      continuation = (Object) MAKE.invokeExact(code);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs to the next pause. */
  public void run() throws Throwable {
    RUN.invokeExact(continuation);
  }

  /** Leaves the continuation that runs. */
  static void pause() {
    try {
      boolean left = (boolean) YIELD.invokeExact();
      assert left;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
