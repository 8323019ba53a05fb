package dev.stint.transformer.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;

/** Which loops take so little time for a turn that thousands of turns may pass without a look. */
public final class LoopCosts {
  /** Straight code of this many instructions takes well below a microsecond. */
  private static final int SHORT = 250;

  private LoopCosts() {}

  /**
   * Whether a turn of the loop that a branch closes is short: it calls nothing.
   *
   * @param index a branch that can go backwards
   */
  public static boolean isShort(CodeShape code, int index) {
    int start = code.position(((BranchInstruction) code.elements().get(index)).target());
    if (index - start > SHORT) {
      return false;
    }
    for (CodeElement element : code.elements().subList(start, index)) {
      if (element instanceof InvokeInstruction || element instanceof InvokeDynamicInstruction) {
        return false;
      }
    }
    return true;
  }
}
