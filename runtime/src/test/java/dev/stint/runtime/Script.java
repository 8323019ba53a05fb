package dev.stint.runtime;

import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A method written by hand as the transformer writes it: steps, each of which may suspend. */
final class Script extends Frame {
  private static final FrameShape SHAPE =
      FrameShape.of("Script", "run", "()V", "Script.java", 0, "1 2 3 4 5 6 7 8 9", "");

  interface Step {
    Object run(Ctx ctx) throws Exception;
  }

  final List<Object> results = Collections.synchronizedList(new ArrayList<>());
  private final Step[] steps;

  Script(Step... steps) {
    this.steps = steps;
  }

  @Override
  public void resume(Ctx ctx) {
    if (ctx.thrown != null) {
      results.add(ctx.thrown.getClass().getSimpleName());
      ctx.rethrow();
    }
    if (pc > 0) {
      results.add(String.valueOf(ctx.retA));
    }
    try {
      while (pc < steps.length) {
        Object result = steps[pc++].run(ctx);
        if (ctx.unwinding) {
          ctx.push(this);
          return;
        }
        results.add(String.valueOf(result));
      }
    } catch (Exception e) {
      throw Sneaky.rethrow(e);
    }
    ctx.retA = "end";
  }

  @Override
  public FrameShape shape() {
    return SHAPE;
  }
}
