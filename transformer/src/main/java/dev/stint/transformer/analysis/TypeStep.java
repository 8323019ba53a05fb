package dev.stint.transformer.analysis;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** The effect of each instruction on the types of variables and operands (JVMS 4.10.1.9). */
final class TypeStep {
  private final ClassDesc self;

  TypeStep(ClassDesc self) {
    this.self = self;
  }

  /**
   * Applies one instruction.
   *
   * @param index its place, which names the objects that {@code new} makes
   * @return whether control can go on to the next instruction
   */
  boolean apply(Instruction instruction, int index, TypeState state) {
    switch (instruction) {
      case LoadInstruction x -> state.push(loaded(x, state));
      case StoreInstruction x -> state.setLocal(x.slot(), state.pop());
      case IncrementInstruction x -> {}
      case NopInstruction x -> {}
      case ConstantInstruction x -> state.push(constant(x));
      case InvokeInstruction x -> invoke(x, state);
      case InvokeDynamicInstruction x -> call(x.typeSymbol(), state);
      case FieldInstruction x -> field(x, state);
      case NewObjectInstruction x ->
          state.push(SlotType.uninitialized(x.className().asSymbol(), index));
      case NewPrimitiveArrayInstruction x ->
          replaceTop(state, 1, x.typeKind().upperBound().arrayType());
      case NewReferenceArrayInstruction x ->
          replaceTop(state, 1, x.componentType().asSymbol().arrayType());
      case NewMultiArrayInstruction x ->
          replaceTop(state, x.dimensions(), x.arrayType().asSymbol());
      case ArrayLoadInstruction x -> arrayLoad(x, state);
      case ArrayStoreInstruction x -> state.pop(3);
      case TypeCheckInstruction x -> {
        boolean test = x.opcode() == Opcode.INSTANCEOF;
        replaceTop(state, 1, test ? ConstantDescs.CD_int : x.type().asSymbol());
      }
      case ConvertInstruction x -> replaceTop(state, 1, x.toType().upperBound());
      case OperatorInstruction x -> operator(x, state);
      case MonitorInstruction x -> state.pop();
      case StackInstruction x -> StackShuffle.apply(x.opcode(), state);
      case BranchInstruction x -> {
        return branch(x, state);
      }
      case TableSwitchInstruction x -> {
        return false;
      }
      case LookupSwitchInstruction x -> {
        return false;
      }
      case ReturnInstruction x -> {
        return false;
      }
      case ThrowInstruction x -> {
        return false;
      }
      default -> throw new UnsupportedCodeException("instruction " + instruction.opcode());
    }
    return true;
  }

  private static void replaceTop(TypeState state, int popped, ClassDesc pushed) {
    state.pop(popped);
    state.push(SlotType.of(pushed));
  }

  private static SlotType loaded(LoadInstruction x, TypeState state) {
    SlotType type = state.local(x.slot());
    return type.kind() == SlotType.Kind.TOP ? SlotType.of(x.typeKind()) : type;
  }

  private static SlotType constant(ConstantInstruction x) {
    if (x.opcode() == Opcode.ACONST_NULL) {
      return SlotType.NULL;
    }
    return x instanceof ConstantInstruction.LoadConstantInstruction ldc
            && ldc.typeKind() == TypeKind.REFERENCE
        ? SlotType.reference(typeOf(ldc.constantEntry()))
        : SlotType.of(x.typeKind());
  }

  private static ClassDesc typeOf(LoadableConstantEntry entry) {
    return switch (entry) {
      case ClassEntry c -> ConstantDescs.CD_Class;
      case MethodHandleEntry h -> ConstantDescs.CD_MethodHandle;
      case MethodTypeEntry t -> ConstantDescs.CD_MethodType;
      case ConstantDynamicEntry d -> d.typeSymbol();
      default -> ConstantDescs.CD_String;
    };
  }

  private void invoke(InvokeInstruction x, TypeState state) {
    MethodTypeDesc type = x.typeSymbol();
    if (x.opcode() == Opcode.INVOKESTATIC) {
      call(type, state);
      return;
    }
    state.pop(type.parameterCount());
    SlotType receiver = state.pop();
    if (x.name().equalsString("<init>")) {
      boolean outer = receiver.kind() == SlotType.Kind.UNINITIALIZED_THIS;
      state.replace(receiver, SlotType.reference(outer ? self : receiver.type()));
    }
    pushResult(type.returnType(), state);
  }

  private static void call(MethodTypeDesc type, TypeState state) {
    state.pop(type.parameterCount());
    pushResult(type.returnType(), state);
  }

  private static void pushResult(ClassDesc type, TypeState state) {
    if (!type.equals(ConstantDescs.CD_void)) {
      state.push(SlotType.of(type));
    }
  }

  private static void field(FieldInstruction x, TypeState state) {
    switch (x.opcode()) {
      case GETSTATIC -> state.push(SlotType.of(x.typeSymbol()));
      case GETFIELD -> replaceTop(state, 1, x.typeSymbol());
      case PUTSTATIC -> state.pop();
      default -> state.pop(2);
    }
  }

  private static void arrayLoad(ArrayLoadInstruction x, TypeState state) {
    state.pop();
    SlotType array = state.pop();
    if (x.typeKind() != TypeKind.REFERENCE) {
      state.push(SlotType.of(x.typeKind()));
      return;
    }
    ClassDesc component = array.type().componentType();
    if (array.kind() == SlotType.Kind.NULL) {
      state.push(SlotType.NULL);
    } else {
      state.push(SlotType.reference(component == null ? ConstantDescs.CD_Object : component));
    }
  }

  private static void operator(OperatorInstruction x, TypeState state) {
    switch (x.opcode()) {
      case ARRAYLENGTH -> replaceTop(state, 1, ConstantDescs.CD_int);
      case INEG, LNEG, FNEG, DNEG -> {}
      case LCMP, FCMPL, FCMPG, DCMPL, DCMPG -> replaceTop(state, 2, ConstantDescs.CD_int);
      default -> {
        state.pop(2);
        state.push(SlotType.of(x.typeKind()));
      }
    }
  }

  private static boolean branch(BranchInstruction x, TypeState state) {
    state.pop(operandsOf(x));
    return ControlFlow.fallsThrough(x);
  }

  /** How many operands a branch takes. */
  static int operandsOf(BranchInstruction x) {
    return switch (x.opcode()) {
      case GOTO, GOTO_W -> 0;
      case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL -> 1;
      default -> 2;
    };
  }
}
