package dev.stint.abi;

import org.jspecify.annotations.Nullable;

/**
 * A stack of frames and the loop that runs it. Resuming touches only the innermost frame, and hands
 * each outcome to the parent, so its cost does not grow with the depth of the stack.
 */
public final class Continuation {
  private @Nullable Frame top;
  private @Nullable Frame running;

  /** A continuation that goes on (or begins) with {@code top}, its innermost frame. */
  public Continuation(Frame top) {
    this.top = top;
  }

  /** The innermost frame, or null when the stack has ended. */
  public @Nullable Frame top() {
    return top;
  }

  /** The frame that was resumed last: while this runs, its parents are the saved callers. */
  public @Nullable Frame running() {
    return running;
  }

  /**
   * Runs until the next suspension or the end. The value with which the innermost frame goes on is
   * taken from the context: {@link Ctx#retA} and its siblings, or {@link Ctx#thrown}.
   *
   * @return true if suspended; false if ended, its outcome then being in {@code ctx}
   * @throws Throwable what the outermost activation threw
   */
  public boolean run(Ctx ctx) throws Throwable {
    Frame frame = top;
    while (frame != null) {
      running = frame;
      try {
        frame.resume(ctx);
      } catch (Throwable t) {
        frame = frame.parent;
        Ctx.crossed(t, frame);
        if (frame == null) {
          top = null;
          throw t;
        }
        ctx.thrown = t;
        continue;
      }
      if (ctx.unwinding) {
        suspend(ctx, frame);
        return true;
      }
      frame = frame.parent;
    }
    top = null;
    return false;
  }

  private void suspend(Ctx ctx, Frame resumed) {
    ctx.unwinding = false;
    Frame head = ctx.head;
    if (head == null) {
      top = resumed.parent == null ? new EmptyFrame() : resumed.parent;
      return;
    }
    Frame tail = ctx.tail;
    if (tail != resumed && tail != null) {
      tail.parent = resumed.parent;
    }
    top = head;
    ctx.head = null;
    ctx.tail = null;
  }

  /** Stands for an activation that was suspended in tail position with nothing to save. */
  public static final class EmptyFrame extends Frame {
    private static final FrameShape SHAPE =
        FrameShape.of(EmptyFrame.class.getName(), "resume", "()V", "", 0, "-1", "");

    @Override
    public void resume(Ctx ctx) {
      if (ctx.thrown != null) {
        ctx.rethrow();
      }
    }

    @Override
    public FrameShape shape() {
      return SHAPE;
    }
  }
}
