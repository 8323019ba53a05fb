package dev.stint.transformer.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.List;

/** Where an instruction can lead besides to the next one. */
final class Loops {
  private Loops() {}

  /** The explicit targets of an instruction; empty if it has none. */
  static List<Label> targets(CodeElement element) {
    return switch (element) {
      case BranchInstruction b -> List.of(b.target());
      case TableSwitchInstruction t -> switchTargets(t.defaultTarget(), t.cases());
      case LookupSwitchInstruction l -> switchTargets(l.defaultTarget(), l.cases());
      default -> List.of();
    };
  }

  private static List<Label> switchTargets(Label defaultTarget, List<SwitchCase> cases) {
    List<Label> targets = new ArrayList<>(cases.size() + 1);
    targets.add(defaultTarget);
    cases.forEach(c -> targets.add(c.target()));
    return targets;
  }
}
