package dev.stint.transformer.emit;

import static dev.stint.transformer.emit.AbiNames.CTX;

import dev.stint.transformer.analysis.Signature;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;

/**
 * Writes the methods that lead from the plain signature to the suspendable form and back. They
 * carry no line numbers, which tells them apart in a stack trace.
 */
final class Bridges {
  private static final int NOT_FOR_FORMS =
      ClassFile.ACC_ABSTRACT
          | ClassFile.ACC_NATIVE
          | ClassFile.ACC_SYNCHRONIZED
          | ClassFile.ACC_VARARGS
          | ClassFile.ACC_STRICT;

  private final OwnerClass owner;

  Bridges(OwnerClass owner) {
    this.owner = owner;
  }

  /** The access flags of a method's suspendable form. */
  static int formFlags(int flags) {
    return (flags & ~NOT_FOR_FORMS) | ClassFile.ACC_SYNTHETIC;
  }

  /**
   * The plain signature, with all of the method's attributes, running the suspendable form pinned.
   */
  void writePlainToForm(ClassBuilder c, MethodModel method) {
    Signature signature = signature(method);
    int flags = method.flags().flagsMask();
    c.withMethod(
        method.methodName(),
        method.methodType(),
        flags,
        m -> {
          for (var element : method) {
            if (element instanceof CodeModel) {
              m.withCode(b -> callForm(b, signature, flags));
            } else {
              m.with(element);
            }
          }
        });
  }

  private void callForm(CodeBuilder b, Signature signature, int flags) {
    MethodTypeDesc type = signature.type();
    loadAll(b, type, flags);
    b.getstatic(CTX, AbiNames.PINNED, CTX);
    callExactly(b, signature.name(), AbiNames.withContext(type), flags);
    b.return_(TypeKind.from(type.returnType()));
  }

  /** A suspendable form for a method whose body stays plain: it drops the context. */
  void writeFormToPlain(ClassBuilder c, MethodModel method) {
    Signature signature = signature(method);
    int flags = method.flags().flagsMask();
    c.withMethodBody(
        signature.name(),
        AbiNames.withContext(signature.type()),
        formFlags(flags),
        b -> callPlain(b, signature, flags));
  }

  /** A suspendable form that calls whatever the plain signature leads to. */
  void writeFormToInherited(ClassBuilder c, Signature signature) {
    int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT;
    c.withMethodBody(
        signature.name(),
        AbiNames.withContext(signature.type()),
        formFlags(flags),
        b -> callPlain(b, signature, flags));
  }

  private void callPlain(CodeBuilder b, Signature signature, int flags) {
    MethodTypeDesc type = signature.type();
    loadAll(b, type, flags);
    if ((flags & ClassFile.ACC_ABSTRACT) == 0) {
      callExactly(b, signature.name(), type, flags);
    } else if (owner.isInterface()) {
      b.invokeinterface(owner.type(), signature.name(), type);
    } else {
      b.invokevirtual(owner.type(), signature.name(), type);
    }
    b.return_(TypeKind.from(type.returnType()));
  }

  private static void loadAll(CodeBuilder b, MethodTypeDesc type, int flags) {
    int slot = 0;
    if ((flags & ClassFile.ACC_STATIC) == 0) {
      b.aload(slot++);
    }
    Arguments.load(b, type.parameterList(), slot);
  }

  /**
   * Calls this class's own method, not what overrides it: reached through {@code super.m()}, a
   * virtual call would come back to the subclass for ever.
   */
  private void callExactly(CodeBuilder b, String name, MethodTypeDesc type, int flags) {
    if ((flags & ClassFile.ACC_STATIC) != 0) {
      b.invokestatic(owner.type(), name, type, owner.isInterface());
    } else {
      b.invokespecial(owner.type(), name, type, owner.isInterface());
    }
  }

  private static Signature signature(MethodModel method) {
    return new Signature(method.methodName().stringValue(), method.methodType().stringValue());
  }
}
