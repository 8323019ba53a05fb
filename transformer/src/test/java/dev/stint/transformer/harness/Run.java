package dev.stint.transformer.harness;

import dev.stint.abi.Continuation;
import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;
import dev.stint.transformer.IntrinsicTable;
import dev.stint.transformer.Program;
import dev.stint.transformer.ProgramSource;
import dev.stint.transformer.TransformedProgram;
import dev.stint.transformer.Transformer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a program's {@code static Object run()}: as compiled, or transformed and stopped at every
 * n-th safepoint. Every frame is replaced by a copy while it stands still, as a move would do.
 */
public final class Run {
  /** How a run ended: what it returned or threw, and how often it was stopped or was pinned. */
  public record Outcome(String result, int stops, int pinned) {}

  private Run() {}

  /** Runs the program as it was compiled. */
  public static String plain(Map<String, byte[]> classes, String main) throws Exception {
    Method run = new MemoryLoader(classes).loadClass(main).getDeclaredMethod("run");
    run.setAccessible(true);
    try {
      return String.valueOf(run.invoke(null));
    } catch (InvocationTargetException e) {
      return "thrown " + e.getCause();
    }
  }

  public static TransformedProgram transform(Map<String, byte[]> classes, IntrinsicTable table) {
    ProgramSource source = classes::get;
    return Transformer.transform(Program.closure(source, classes.keySet()), table);
  }

  /**
   * Runs the transformed program, stopping at each {@code every}-th safepoint and each primitive.
   */
  public static Outcome stopping(TransformedProgram program, String main, int every)
      throws Exception {
    return stopping(program.classes(), main, every);
  }

  /** Runs transformed classes the same way. */
  public static Outcome stopping(Map<String, byte[]> classes, String main, int every)
      throws Exception {
    return run(classes, main, every, true);
  }

  /**
   * Runs the transformed program as a carrier does that wants it to stop each time it has gone on:
   * brief loops are not stopped then.
   */
  public static Outcome onceEachTime(TransformedProgram program, String main) throws Exception {
    return run(program.classes(), main, 1, false);
  }

  private static Outcome run(
      Map<String, byte[]> classes, String main, int every, boolean everySafepoint)
      throws Exception {
    Class<?> type = new MemoryLoader(classes).loadClass(main);
    Method run = type.getDeclaredMethod("run", Ctx.class);
    run.setAccessible(true);
    Suspender.takePinned();
    Ctx ctx = new Ctx();
    ctx.requestPoll();
    ctx.firstTurns = everySafepoint ? Ctx.EVERY_TURN : 1;
    int[] polls = {0};
    Ctx.handleSafepointsWith(c -> {
      if (!everySafepoint) {
        c.withdrawPoll();
      }
      if (c != Ctx.PINNED && ++polls[0] % every == 0) {
        c.unwinding = true;
      }
    });
    Continuation stack = new Continuation(new Start(run));
    int stops = 0;
    String result;
    try {
      while (stack.run(ctx)) {
        stops++;
        stack = new Continuation(copy(java.util.Objects.requireNonNull(stack.top())));
        Suspender.wake(ctx);
        ctx.requestPoll();
      }
      result = String.valueOf(ctx.retA);
    } catch (Throwable e) {
      result = "thrown " + e;
    }
    if (Ctx.PINNED.unwinding || Ctx.PINNED.head != null) {
      throw new AssertionError("the pinned context was used to unwind");
    }
    return new Outcome(result, stops, Suspender.takePinned());
  }

  private static Frame copy(Frame top) throws ReflectiveOperationException {
    List<Frame> copies = new ArrayList<>();
    for (Frame f = top; f != null; f = f.parent) {
      copies.add(f instanceof Continuation.EmptyFrame || f instanceof Start ? f : copyOne(f));
    }
    for (int i = 0; i + 1 < copies.size(); i++) {
      copies.get(i).parent = copies.get(i + 1);
    }
    return copies.getFirst();
  }

  private static Frame copyOne(Frame frame) throws ReflectiveOperationException {
    Frame copy = (Frame) frame.getClass().getConstructor().newInstance();
    for (var field : frame.getClass().getFields()) {
      field.set(copy, field.get(frame));
    }
    return copy;
  }

  private static final class Start extends Frame {
    private final Method run;

    Start(Method run) {
      this.run = run;
    }

    @Override
    public void resume(Ctx ctx) {
      if (ctx.thrown != null) {
        ctx.rethrow();
      }
      if (pc > 0) {
        return;
      }
      try {
        ctx.retA = run.invoke(null, ctx);
      } catch (InvocationTargetException e) {
        ctx.thrown = e.getCause();
        ctx.rethrow();
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public FrameShape shape() {
      return FrameShape.of("Start", "run", "()V", "", 0, "", "");
    }
  }
}
