package dev.stint.transformer.emit;

import dev.stint.transformer.analysis.CodeShape;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.List;

/**
 * A method's code as text that changes whenever its meaning does: what a layout hash is made of.
 * Independent of constant pool numbers, line numbers and debug tables.
 */
final class BodyText {
  private final CodeShape code;
  private final StringBuilder text = new StringBuilder();

  private BodyText(CodeShape code) {
    this.code = code;
  }

  static String of(CodeShape code) {
    BodyText body = new BodyText(code);
    for (int i = 0; i < code.elements().size(); i++) {
      body.add(code.elements().get(i));
    }
    return body.text.toString();
  }

  private void add(CodeElement element) {
    switch (element) {
      case ExceptionCatch x -> {
        text.append("catch ");
        x.catchType().ifPresent(t -> text.append(t.asInternalName()));
        add(x.tryStart());
        add(x.tryEnd());
        add(x.handler());
      }
      case Instruction i -> {
        text.append(i.opcode());
        addOperands(i);
      }
      default -> {
        return;
      }
    }
    text.append('\n');
  }

  private void addOperands(Instruction instruction) {
    switch (instruction) {
      case LoadInstruction x -> text.append(' ').append(x.slot());
      case StoreInstruction x -> text.append(' ').append(x.slot());
      case IncrementInstruction x ->
          text.append(' ').append(x.slot()).append(' ').append(x.constant());
      case ConstantInstruction x -> text.append(' ').append(x.constantValue());
      case InvokeInstruction x ->
          addMember(x.owner().asInternalName(), x.name().stringValue(), x.type().stringValue());
      case FieldInstruction x ->
          addMember(x.owner().asInternalName(), x.name().stringValue(), x.type().stringValue());
      case InvokeDynamicInstruction x -> {
        addMember("", x.name().stringValue(), x.type().stringValue());
        text.append(x.bootstrapArgs());
      }
      case NewObjectInstruction x -> text.append(' ').append(x.className().asInternalName());
      case TypeCheckInstruction x -> text.append(' ').append(x.type().asInternalName());
      case BranchInstruction x -> add(x.target());
      case TableSwitchInstruction x -> addSwitch(x.defaultTarget(), x.cases());
      case LookupSwitchInstruction x -> addSwitch(x.defaultTarget(), x.cases());
      default -> text.append(' ').append(instruction);
    }
  }

  private void addMember(String owner, String name, String type) {
    text.append(' ').append(owner).append('.').append(name).append(type);
  }

  private void addSwitch(Label defaultTarget, List<SwitchCase> cases) {
    add(defaultTarget);
    for (SwitchCase c : cases) {
      text.append(' ').append(c.caseValue());
      add(c.target());
    }
  }

  /** Labels count by the number of instructions before them, which debug tables do not change. */
  private void add(Label label) {
    text.append(" @").append(code.instructionsBefore(label));
  }
}
