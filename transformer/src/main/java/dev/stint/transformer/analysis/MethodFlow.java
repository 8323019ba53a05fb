package dev.stint.transformer.analysis;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.UninitializedVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types at every instruction of a method, found in one pass from the top: the method's own
 * StackMapTable says what holds wherever paths join.
 */
final class MethodFlow {
  /** Is shown each reachable instruction with the state before it. */
  interface Visitor {
    void visit(int index, Instruction instruction, TypeState before);
  }

  private final ClassDesc self;
  private final MethodModel method;
  private final CodeAttribute attribute;
  private final CodeShape code;
  private final Map<Label, StackMapFrameInfo> frames = new HashMap<>();

  MethodFlow(ClassDesc self, MethodModel method, CodeShape code) {
    this.self = self;
    this.method = method;
    this.attribute = method.findAttribute(Attributes.code()).orElseThrow();
    this.code = code;
    attribute
        .findAttribute(Attributes.stackMapTable())
        .ifPresent(t -> t.entries().forEach(f -> frames.put(f.target(), f)));
  }

  void walk(Visitor visitor) {
    TypeStep step = new TypeStep(self);
    List<CodeElement> elements = code.elements();
    TypeState state = initial();
    for (int i = 0; i < elements.size(); i++) {
      CodeElement element = elements.get(i);
      if (element instanceof LabelTarget label) {
        StackMapFrameInfo frame = frames.get(label.label());
        state = frame == null ? state : read(frame);
      } else if (element instanceof Instruction instruction && state != null) {
        visitor.visit(i, instruction, state);
        state = step.apply(instruction, i, state) ? state : null;
      }
    }
  }

  private @Nullable TypeState initial() {
    TypeState state = TypeState.empty(attribute.maxLocals());
    int slot = 0;
    boolean isStatic = method.flags().has(java.lang.reflect.AccessFlag.STATIC);
    if (!isStatic) {
      boolean constructor = method.methodName().equalsString("<init>");
      state.setLocal(
          slot++, constructor ? SlotType.uninitializedThis(self) : SlotType.reference(self));
    }
    for (ClassDesc parameter : method.methodTypeSymbol().parameterList()) {
      SlotType type = SlotType.of(parameter);
      state.setLocal(slot, type);
      slot += type.isWide() ? 2 : 1;
    }
    return state;
  }

  private TypeState read(StackMapFrameInfo frame) {
    TypeState state = TypeState.empty(attribute.maxLocals());
    int slot = 0;
    for (VerificationTypeInfo info : frame.locals()) {
      SlotType type = read(info);
      state.setLocal(slot, type);
      slot += type.isWide() ? 2 : 1;
    }
    frame.stack().forEach(info -> state.push(read(info)));
    return state;
  }

  private SlotType read(VerificationTypeInfo info) {
    return switch (info) {
      case ObjectVerificationTypeInfo o -> SlotType.reference(o.classSymbol());
      case UninitializedVerificationTypeInfo u -> uninitialized(code.position(u.newTarget()));
      case SimpleVerificationTypeInfo s ->
          switch (s) {
            case TOP -> SlotType.TOP;
            case INTEGER -> SlotType.INT;
            case FLOAT -> SlotType.FLOAT;
            case LONG -> SlotType.LONG;
            case DOUBLE -> SlotType.DOUBLE;
            case NULL -> SlotType.NULL;
            case UNINITIALIZED_THIS -> SlotType.uninitializedThis(self);
          };
    };
  }

  private SlotType uninitialized(int label) {
    for (int i = label; i < code.elements().size(); i++) {
      if (code.elements().get(i) instanceof NewObjectInstruction n) {
        return SlotType.uninitialized(n.className().asSymbol(), i);
      }
    }
    throw new UnsupportedCodeException("a stack map that names no instantiation");
  }
}
