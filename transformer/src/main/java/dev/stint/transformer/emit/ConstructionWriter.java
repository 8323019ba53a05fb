package dev.stint.transformer.emit;

import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.stint.transformer.ConstructorIntrinsic;
import dev.stint.transformer.CreationIntrinsic;
import dev.stint.transformer.analysis.DelayedConstruction;
import dev.stint.transformer.analysis.SlotType;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Delays the making of an object until its constructor is called, because one that is not
 * initialized yet cannot be kept in a frame. Meanwhile null stands in its place, so that the
 * instructions between may copy and move it as before.
 */
final class ConstructionWriter {
  private final CodeBuilder b;
  private final BodySlots slots;

  ConstructionWriter(CodeBuilder b, BodySlots slots) {
    this.b = b;
    this.slots = slots;
  }

  /** At the {@code new}: its class is initialized here, as the language demands. */
  void placeholder(NewObjectInstruction instruction) {
    b.with(instruction).pop().aconst_null();
  }

  /** At the constructor call: makes the object and puts it where its placeholders are. */
  void construct(InvokeInstruction constructor, DelayedConstruction delayed) {
    MethodTypeDesc type = constructor.typeSymbol();
    int object = slots.scratch();
    int free = object + 1;
    int[] arguments = spill(type.parameterList(), free);
    b.pop();
    make(constructor, type, arguments, delayed);
    b.astore(object);
    CreationIntrinsic told = delayed.told();
    if (told != null) {
      b.aload(object)
          .invokestatic(
              ClassDesc.ofInternalName(told.targetOwner()),
              told.targetName(),
              MethodTypeDesc.of(CD_void, ClassDesc.ofInternalName(told.owner())));
    }
    delayed.locals().forEach(slot -> b.aload(object).astore(slots.of(slot)));
    if (!delayed.placeholders().isEmpty()) {
      replaceOperands(delayed, object, free);
    }
  }

  private void make(
      InvokeInstruction constructor,
      MethodTypeDesc type,
      int[] arguments,
      DelayedConstruction delayed) {
    ClassDesc made = constructor.owner().asSymbol();
    ConstructorIntrinsic factory = delayed.factory();
    if (factory == null) {
      b.new_(made).dup();
    }
    for (int i = 0; i < arguments.length; i++) {
      b.loadLocal(TypeKind.from(type.parameterType(i)), arguments[i]);
    }
    if (factory == null) {
      b.invokespecial(made, INIT_NAME, type);
    } else {
      b.invokestatic(
          ClassDesc.ofInternalName(factory.targetOwner()),
          factory.targetName(),
          type.changeReturnType(made));
    }
  }

  /** Stores the top operands, which have these types, and says where. */
  private int[] spill(List<ClassDesc> types, int free) {
    int[] at = new int[types.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = free;
      free += TypeKind.from(types.get(i)).slotSize();
    }
    for (int i = at.length - 1; i >= 0; i--) {
      b.storeLocal(TypeKind.from(types.get(i)), at[i]);
    }
    return at;
  }

  private void replaceOperands(DelayedConstruction delayed, int object, int free) {
    List<SlotType> operands = delayed.operands();
    int deepest = delayed.placeholders().getFirst();
    int[] at = new int[operands.size()];
    for (int i = operands.size() - 1; i >= deepest; i--) {
      TypeKind kind = operands.get(i).typeKind();
      at[i] = free;
      free += kind.slotSize();
      b.storeLocal(kind, at[i]);
    }
    for (int i = deepest; i < operands.size(); i++) {
      boolean placeholder = delayed.placeholders().contains(i);
      b.loadLocal(operands.get(i).typeKind(), placeholder ? object : at[i]);
    }
  }
}
