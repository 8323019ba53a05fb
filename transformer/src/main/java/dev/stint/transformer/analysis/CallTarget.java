package dev.stint.transformer.analysis;

import dev.stint.transformer.MethodIntrinsic;

/** What a call instruction leads to, as far as suspending is concerned. */
public sealed interface CallTarget {

  /** Nothing that could ever suspend, or nothing known. */
  record Opaque() implements CallTarget {
    static final Opaque INSTANCE = new Opaque();
  }

  /** A declaration in the program, and what overrides it. */
  record InProgram(MethodRef method) implements CallTarget {}

  /**
   * A declaration outside the program, which program classes may override.
   *
   * @param staticOwner the type named by the call
   * @param key the outermost type that declares the method, whose companion is asked
   */
  record OutsideProgram(String staticOwner, CompanionKey key) implements CallTarget {}

  /** A call that is replaced. */
  record Replaced(MethodIntrinsic intrinsic) implements CallTarget {
    /** The target, as a declaration. */
    public MethodRef target() {
      // A target outside the program is looked up in vain, which is what tells it apart.
      return new MethodRef(
          intrinsic.targetOwner(),
          new Signature(intrinsic.targetName(), intrinsic.targetDescriptor()));
    }
  }
}
