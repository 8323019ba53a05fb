package dev.stint.transformer.lambda;

import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.stint.transformer.lambda.LambdaSite.Implementation;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandleInfo;

/** The instructions, before and behind the arguments, that call a lambda's implementation. */
record ImplementationCall(
    Implementation target, Access access, ClassDesc capturing, boolean capturingIsInterface) {

  /** The type as a function, with the receiver first. */
  MethodTypeDesc type() {
    return switch (access) {
      case Access.Direct d -> target.functionType();
      case Access.Body b -> b.type();
      case Access.Accessor a -> a.type();
    };
  }

  void begin(CodeBuilder b) {
    if (access instanceof Access.Direct) {
      beginDirect(b, target);
    }
  }

  void end(CodeBuilder b) {
    switch (access) {
      case Access.Direct d -> endDirect(b, target);
      case Access.Body x ->
          b.invokestatic(capturing, target.signature().name(), x.type(), capturingIsInterface);
      case Access.Accessor a -> b.invokestatic(capturing, a.name(), a.type(), capturingIsInterface);
    }
  }

  static void beginDirect(CodeBuilder b, Implementation target) {
    if (target.isConstructor()) {
      b.new_(target.ownerType()).dup();
    }
  }

  static void endDirect(CodeBuilder b, Implementation target) {
    ClassDesc owner = target.ownerType();
    String name = target.signature().name();
    MethodTypeDesc type = target.signature().type();
    switch (target.kind()) {
      case MethodHandleInfo.REF_newInvokeSpecial ->
          b.invokespecial(owner, INIT_NAME, type.changeReturnType(CD_void));
      case MethodHandleInfo.REF_invokeStatic ->
          b.invokestatic(owner, name, type, target.ownerIsInterface());
      case MethodHandleInfo.REF_invokeInterface -> b.invokeinterface(owner, name, type);
      case MethodHandleInfo.REF_invokeSpecial ->
          b.invokespecial(owner, name, type, target.ownerIsInterface());
      default -> b.invokevirtual(owner, name, type);
    }
  }
}
