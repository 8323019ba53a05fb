package dev.stint.transformer.emit;

import static dev.stint.transformer.emit.AbiNames.CTX;

import dev.stint.transformer.Companions;
import dev.stint.transformer.FieldIntrinsic;
import dev.stint.transformer.IntrinsicTable;
import dev.stint.transformer.MethodIntrinsic;
import dev.stint.transformer.analysis.CallPlan;
import dev.stint.transformer.analysis.CompanionKey;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/** Writes calls and uses of static fields, in code of one class, the way they are planned. */
final class CallWriter {
  private final Map<String, FieldIntrinsic> fields = new HashMap<>();
  private final ConstantsWriter constants;
  private final BootstrapWriter bootstraps;

  /**
   * @param caller internal name of the class that contains the code
   */
  CallWriter(String caller, IntrinsicTable intrinsics, ConstantsWriter constants) {
    this.constants = constants;
    this.bootstraps = new BootstrapWriter(caller, intrinsics);
    for (FieldIntrinsic f : intrinsics.fields()) {
      if (!f.targetOwner().equals(caller)) {
        fields.put(key(f.owner(), f.name(), f.descriptor()), f);
      }
    }
  }

  private static String key(String owner, String name, String descriptor) {
    return owner + "." + name + ":" + descriptor;
  }

  /** Whether an instruction that is no call is written in another way. */
  boolean replaces(CodeElement element) {
    return switch (element) {
      case FieldInstruction x -> isCall(x) || constants.concerns(x);
      case InvokeDynamicInstruction x -> bootstraps.replaces(x);
      default -> false;
    };
  }

  void writeDynamic(CodeBuilder b, InvokeDynamicInstruction x) {
    bootstraps.write(b, x);
  }

  private boolean isCall(FieldInstruction x) {
    return x.opcode() == Opcode.GETSTATIC
        && !fields.isEmpty()
        && fields.containsKey(
            key(x.owner().asInternalName(), x.name().stringValue(), x.type().stringValue()));
  }

  void writeFieldAccess(CodeBuilder b, FieldInstruction x) {
    if (!isCall(x)) {
      if (constants.concerns(x)) {
        constants.writeAccess(b, x);
      } else {
        b.with(x);
      }
      return;
    }
    FieldIntrinsic f =
        java.util.Objects.requireNonNull(
            fields.get(
                key(x.owner().asInternalName(), x.name().stringValue(), x.type().stringValue())));
    b.invokestatic(
        ClassDesc.ofInternalName(f.targetOwner()),
        f.targetName(),
        MethodTypeDesc.of(x.typeSymbol()));
  }

  /** A call where nothing may be unwound; its arguments are on the stack. */
  void writePinned(CodeBuilder b, InvokeInstruction call, CallPlan plan) {
    if (plan instanceof CallPlan.Replaced r) {
      if (r.takesContext()) {
        b.getstatic(CTX, AbiNames.PINNED, CTX);
      }
      writeReplaced(b, call, r);
    } else {
      b.with(call);
    }
  }

  /** A call that may be unwound; its arguments and then the context are on the stack. */
  void writeWithContext(CodeBuilder b, InvokeInstruction call, CallPlan plan) {
    switch (plan) {
      case CallPlan.Plain p -> throw new IllegalArgumentException("a plain call takes no context");
      case CallPlan.WithContext w -> writeSuspendableForm(b, call);
      case CallPlan.ThroughCompanion c -> writeDispatch(b, c.key());
      case CallPlan.Replaced r -> writeReplaced(b, call, r);
    }
  }

  private static void writeSuspendableForm(CodeBuilder b, InvokeInstruction call) {
    ClassDesc owner = call.owner().asSymbol();
    String name = call.name().stringValue();
    MethodTypeDesc type = AbiNames.withContext(call.typeSymbol());
    switch (call.opcode()) {
      case INVOKESTATIC -> b.invokestatic(owner, name, type, call.isInterface());
      case INVOKESPECIAL -> b.invokespecial(owner, name, type, call.isInterface());
      case INVOKEINTERFACE -> b.invokeinterface(owner, name, type);
      default -> b.invokevirtual(owner, name, type);
    }
  }

  private static void writeDispatch(CodeBuilder b, CompanionKey key) {
    b.invokestatic(
        CompanionWriter.nameOf(key),
        Companions.DISPATCHER,
        CompanionWriter.dispatchType(key),
        true);
  }

  private static void writeReplaced(
      CodeBuilder b, InvokeInstruction call, CallPlan.Replaced replaced) {
    MethodIntrinsic target = replaced.intrinsic();
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.targetDescriptor());
    b.invokestatic(
        ClassDesc.ofInternalName(target.targetOwner()),
        target.targetName(),
        replaced.takesContext() ? AbiNames.withContext(type) : type);
    ClassDesc expected = call.typeSymbol().returnType();
    if (!expected.isPrimitive() && !expected.equals(type.returnType())) {
      b.checkcast(expected);
    }
  }
}
