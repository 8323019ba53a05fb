package dev.stint.abi;

import org.jspecify.annotations.Nullable;

/**
 * One activation of a suspendable method, saved. The transformer generates a subclass per method
 * with a typed public field for each slot that some suspension point needs.
 */
public abstract class Frame {
  /** The caller's frame, or null at the bottom of the stack. */
  public @Nullable Frame parent;

  /** Which suspension point of the method this is: 1 and up. */
  public int pc;

  /**
   * Continues the activation after its suspension point. The callee's outcome is taken from the
   * context; this activation's own outcome is left there, or thrown.
   */
  public abstract void resume(Ctx ctx);

  /** What method this is a frame of. */
  public abstract FrameShape shape();
}
