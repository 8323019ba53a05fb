package dev.stint.transformer.emit;

import dev.stint.transformer.Companions;
import dev.stint.transformer.analysis.CompanionKey;
import dev.stint.transformer.analysis.Signature;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collection;

/**
 * Writes the companion interface of a type outside the program. Each of its methods falls back to
 * the plain one, so that an implementor needs to give only those that suspend.
 */
public final class CompanionWriter {
  private static final int PUBLIC_SYNTHETIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;

  private final ClassDesc outside;
  private final boolean outsideIsInterface;
  private final ClassDesc companion;

  /**
   * @param outside internal name of the type outside the program
   */
  public CompanionWriter(String outside, boolean outsideIsInterface) {
    this.outside = ClassDesc.ofInternalName(outside);
    this.outsideIsInterface = outsideIsInterface;
    this.companion = ClassDesc.ofInternalName(Companions.nameOf(outside));
  }

  /** The type of the static method that chooses between companion and plain call. */
  static MethodTypeDesc dispatchType(CompanionKey key) {
    return AbiNames.withContext(key.signature().type())
        .insertParameterTypes(0, ClassDesc.ofInternalName(key.type()));
  }

  /** The class file; {@code methods} must be in a fixed order. */
  public byte[] write(ClassFile classFile, Collection<Signature> methods) {
    return classFile.build(
        companion,
        c -> {
          c.withVersion(AbiNames.GENERATED_VERSION, 0)
              .withFlags(PUBLIC_SYNTHETIC | ClassFile.ACC_INTERFACE | ClassFile.ACC_ABSTRACT);
          for (Signature method : methods) {
            writeFallback(c, method);
            writeDispatch(c, method);
          }
        });
  }

  private void writeFallback(ClassBuilder c, Signature method) {
    MethodTypeDesc type = method.type();
    c.withMethodBody(
        method.name(),
        AbiNames.withContext(type),
        PUBLIC_SYNTHETIC,
        b -> {
          b.aload(0).checkcast(outside);
          Arguments.load(b, type.parameterList(), 1);
          callPlain(b, method);
          b.return_(TypeKind.from(type.returnType()));
        });
  }

  private void writeDispatch(ClassBuilder c, Signature method) {
    MethodTypeDesc type = method.type();
    c.withMethodBody(
        Companions.dispatcherOf(method.name()),
        dispatchType(new CompanionKey(AbiNames.internalName(outside), method)),
        PUBLIC_SYNTHETIC | ClassFile.ACC_STATIC,
        b -> {
          Label plain = b.newLabel();
          b.aload(0).instanceOf(companion).ifeq(plain).aload(0).checkcast(companion);
          int context = Arguments.load(b, type.parameterList(), 1);
          b.aload(context)
              .invokeinterface(companion, method.name(), AbiNames.withContext(type))
              .return_(TypeKind.from(type.returnType()))
              .labelBinding(plain)
              .aload(0);
          Arguments.load(b, type.parameterList(), 1);
          callPlain(b, method);
          b.return_(TypeKind.from(type.returnType()));
        });
  }

  private void callPlain(CodeBuilder b, Signature method) {
    if (outsideIsInterface) {
      b.invokeinterface(outside, method.name(), method.type());
    } else {
      b.invokevirtual(outside, method.name(), method.type());
    }
  }
}
