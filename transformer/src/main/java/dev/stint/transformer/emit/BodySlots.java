package dev.stint.transformer.emit;

import dev.stint.transformer.analysis.MethodPlan;

/** Where a body keeps its variables: the context comes behind the parameters and moves the rest. */
record BodySlots(BodyKind kind, int parameterSlots, int maxLocals) {
  static BodySlots of(BodyKind kind, MethodPlan plan) {
    return new BodySlots(kind, plan.parameterSlots(), plan.maxLocals());
  }

  /** The slot of a local variable of the original code. */
  int of(int original) {
    return kind == BodyKind.PLAIN || original < parameterSlots ? original : original + 1;
  }

  /** The slot of the context; there is none in a plain body. */
  int context() {
    return parameterSlots;
  }

  /** The slot of the frame in a body that is entered in the middle. */
  int frame() {
    return Math.max(maxLocals, parameterSlots) + 1;
  }

  /** The slot that counts the turns of loops down to the next look. */
  int turns() {
    return frame() + 1;
  }

  /** The first slot that is free for passing use. */
  int scratch() {
    return turns() + 1;
  }
}
