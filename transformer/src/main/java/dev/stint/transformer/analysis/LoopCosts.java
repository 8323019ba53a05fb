package dev.stint.transformer.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;

/** How much time the loops of a method take for a turn, and so how many may pass without a look. */
public final class LoopCosts {
  /** Straight code of this many instructions takes well below a microsecond. */
  private static final int SHORT = 250;

  /** What a turn takes. */
  public enum Cost {
    /** So little that the whole loop counts for nothing. */
    NONE,
    /** Nanoseconds. */
    SHORT,
    /** Some calls of the JDK that are known to be over soon. */
    CALLS,
    /** Nobody knows. */
    UNKNOWN
  }

  private final CodeShape code;
  private final BriefLoops brief;

  public LoopCosts(MethodPlan plan) {
    this.code = plan.code();
    this.brief = new BriefLoops(code, plan.parameterSlots());
  }

  /**
   * The cost of a turn of the loop that a branch closes.
   *
   * @param index a branch that can go backwards
   */
  public Cost of(int index) {
    if (brief.closesOne(index)) {
      return Cost.NONE;
    }
    int start = code.position(((BranchInstruction) code.elements().get(index)).target());
    if (index - start > SHORT) {
      return Cost.UNKNOWN;
    }
    Cost cost = Cost.SHORT;
    for (CodeElement element : code.elements().subList(start, index)) {
      if (element instanceof InvokeDynamicInstruction) {
        return Cost.UNKNOWN;
      }
      if (element instanceof InvokeInstruction call && !QuickCalls.isInstant(call)) {
        if (!QuickCalls.isQuick(call)) {
          return Cost.UNKNOWN;
        }
        cost = Cost.CALLS;
      }
    }
    return cost;
  }
}
