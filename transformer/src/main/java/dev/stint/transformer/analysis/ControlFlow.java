package dev.stint.transformer.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;

/** Whether control goes on behind an instruction. */
final class ControlFlow {
  private ControlFlow() {}

  static boolean fallsThrough(CodeElement element) {
    return switch (element) {
      case BranchInstruction b -> b.opcode() != Opcode.GOTO && b.opcode() != Opcode.GOTO_W;
      case TableSwitchInstruction t -> false;
      case LookupSwitchInstruction l -> false;
      case ReturnInstruction r -> false;
      case ThrowInstruction t -> false;
      default -> true;
    };
  }
}
