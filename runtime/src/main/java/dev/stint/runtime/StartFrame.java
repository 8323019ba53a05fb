package dev.stint.runtime;

import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The bottom of a tasklet's stack: the whole of it before the first run. Below a body it is in tail
 * position and never saved again; below a main method it stays, because that has no result. Its
 * public fields are what an image of it holds.
 */
public final class StartFrame extends Frame {
  private static final FrameShape SHAPE =
      FrameShape.of(StartFrame.class.getName(), "start", "()V", "", 1, "-1 -1", "");
  private static final int IN_MAIN = 2;

  /** The body to call; null if a main class is to be run. */
  public @Nullable Callable<?> body;

  /** Binary name of the main class, or null. */
  public @Nullable String mainClass;

  /** The arguments of the main method. */
  public String @Nullable [] arguments;

  /** For images. */
  public StartFrame() {
    pc = 1;
  }

  static StartFrame of(Callable<?> body) {
    StartFrame frame = new StartFrame();
    frame.body = body;
    return frame;
  }

  static StartFrame ofMain(String mainClass, List<String> arguments) {
    StartFrame frame = new StartFrame();
    frame.mainClass = mainClass;
    frame.arguments = arguments.toArray(String[]::new);
    return frame;
  }

  @Override
  public void resume(Ctx ctx) {
    if (ctx.thrown != null) {
      ctx.rethrow();
    }
    if (pc == IN_MAIN) {
      ctx.retA = null;
      return;
    }
    Object result;
    try {
      result = start(Cell.on(ctx).side(), ctx);
    } catch (Throwable t) {
      throw Sneaky.rethrow(t);
    }
    if (!ctx.unwinding) {
      ctx.retA = result;
    } else if (mainClass != null) {
      ctx.push(this, IN_MAIN);
    }
  }

  private @Nullable Object start(JobSide side, Ctx ctx) throws Throwable {
    String main = mainClass;
    String[] given = arguments;
    if (main != null && given != null) {
      MainMethod.of(main, side.loader()).call(given, ctx);
      return null;
    }
    Callable<?> code = body;
    return code == null ? null : side.call(code, ctx);
  }

  @Override
  public FrameShape shape() {
    return SHAPE;
  }
}
