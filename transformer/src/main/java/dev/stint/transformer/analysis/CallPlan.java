package dev.stint.transformer.analysis;

import dev.stint.transformer.MethodIntrinsic;

/** How a call is written in transformed code. */
public sealed interface CallPlan {
  /** As it was. */
  record Plain() implements CallPlan {
    static final Plain INSTANCE = new Plain();
  }

  /** The same call with the context as additional argument. */
  record WithContext() implements CallPlan {
    static final WithContext INSTANCE = new WithContext();
  }

  /**
   * A choice at run time between the companion of a type outside the program and the plain call.
   */
  record ThroughCompanion(CompanionKey key) implements CallPlan {}

  /** A static call of another method. */
  record Replaced(MethodIntrinsic intrinsic, boolean takesContext) implements CallPlan {}

  /** Whether the call may be unwound. */
  default boolean suspends() {
    return switch (this) {
      case Plain p -> false;
      case WithContext w -> true;
      case ThroughCompanion c -> true;
      case Replaced r -> r.takesContext;
    };
  }
}
