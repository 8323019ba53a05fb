package dev.stint.runtime;

import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;

/** A loop written by hand as the transformer writes it: sums up to a limit, with a safepoint. */
public final class Counting extends Frame {
  private static final FrameShape SHAPE =
      FrameShape.of("Counting", "sum", "(J)J", "Counting.java", 7, "12", "n limit 1 1 i i 1 1");

  public long n;
  public long i;
  public long sum;

  static Counting to(long n) {
    Counting frame = new Counting();
    frame.n = n;
    return frame;
  }

  @Override
  public void resume(Ctx ctx) {
    if (ctx.thrown != null) {
      ctx.rethrow();
    }
    while (i < n) {
      sum += i++;
      if (ctx.atSafepoint()) {
        ctx.push(this, 1);
        return;
      }
    }
    ctx.retA = sum;
  }

  @Override
  public FrameShape shape() {
    return SHAPE;
  }
}
