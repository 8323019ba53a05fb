package dev.stint.runtime;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What transformed code calls in the place of {@link StackWalker}: the frames of the program,
 * whether they are on the thread's stack or saved.
 */
public final class Walkers {
  private Walkers() {}

  /** {@link StackWalker#walk}. */
  @SuppressWarnings("NullAway") // The function's own type, which may allow null.
  public static <T extends @Nullable Object> T walk(
      StackWalker walker, Function<? super Stream<StackFrame>, ? extends T> function) {
    List<StackFrame> frames = walker.walk(Stream::toList);
    return function.apply((JobScope.current() == null ? frames : ofProgram(frames)).stream());
  }

  /** {@link StackWalker#forEach}. */
  public static void forEach(StackWalker walker, Consumer<? super StackFrame> action) {
    walk(
        walker,
        frames -> {
          frames.forEach(action);
          return true;
        });
  }

  /** {@link StackWalker#getCallerClass}: of the method that calls it, the caller's class. */
  public static Class<?> getCallerClass(StackWalker walker) {
    return walk(
        walker,
        frames ->
            frames
                .skip(1)
                .findFirst()
                .orElseThrow(() -> new IllegalCallerException("no caller frame"))
                .getDeclaringClass());
  }

  private static List<StackFrame> ofProgram(List<StackFrame> real) {
    StackTraceElement[] stack =
        real.stream().map(StackFrame::toStackTraceElement).toArray(StackTraceElement[]::new);
    List<StackFrame> frames = new ArrayList<>();
    for (int index : StackTraces.shown(stack)) {
      frames.add(new Shown(real.get(index), StackTraces.renamed(stack[index])));
    }
    if (!StackTraces.reachesStart(stack)) {
      StackTraces.callersHere().forEach(caller -> frames.add(new Shown(real.get(0), caller)));
    }
    return frames;
  }

  /**
   * A frame with its name in the source.
   *
   * @param real the frame on the thread's stack; for a saved frame any, which tells what its walker
   *     may show
   */
  private record Shown(StackFrame real, StackTraceElement element) implements StackFrame {
    @Override
    public String getClassName() {
      return element.getClassName();
    }

    @Override
    public String getMethodName() {
      return element.getMethodName();
    }

    @Override
    public Class<?> getDeclaringClass() {
      Class<?> declaring = real.getDeclaringClass();
      if (declaring.getName().equals(element.getClassName())) {
        return declaring;
      }
      try {
        return Class.forName(
            element.getClassName(), false, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("the class of a saved frame is gone", e);
      }
    }

    @Override
    public int getByteCodeIndex() {
      return real.getByteCodeIndex();
    }

    @Override
    public @Nullable String getFileName() {
      return element.getFileName();
    }

    @Override
    public int getLineNumber() {
      return element.getLineNumber();
    }

    @Override
    public boolean isNativeMethod() {
      return element.isNativeMethod();
    }

    @Override
    public StackTraceElement toStackTraceElement() {
      return element;
    }

    @Override
    public String toString() {
      return element.toString();
    }
  }
}
