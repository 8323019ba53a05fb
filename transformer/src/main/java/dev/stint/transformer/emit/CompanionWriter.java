package dev.stint.transformer.emit;

import dev.stint.transformer.Companions;
import dev.stint.transformer.MethodIntrinsic;
import dev.stint.transformer.analysis.CallResolver;
import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.CompanionKey;
import dev.stint.transformer.analysis.FormTable;
import dev.stint.transformer.analysis.Hierarchy;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the companion interface of one method outside the program: the suspendable form, abstract,
 * and a static method that chooses between it and the plain call, or what replaces that.
 */
final class CompanionWriter {
  private static final int PUBLIC_SYNTHETIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;

  private final CompanionKey key;
  private final boolean outsideIsInterface;
  private final ClassDesc outside;
  private final ClassDesc companion;
  private final MethodTypeDesc type;
  private final @Nullable MethodIntrinsic ofPlainCall;

  private CompanionWriter(
      CompanionKey key, boolean outsideIsInterface, @Nullable MethodIntrinsic ofPlainCall) {
    this.key = key;
    this.ofPlainCall = ofPlainCall;
    this.outsideIsInterface = outsideIsInterface;
    this.outside = ClassDesc.ofInternalName(key.type());
    this.companion = nameOf(key);
    this.type = key.signature().type();
  }

  /** All companions that a program needs, by internal name. */
  static NavigableMap<String, byte[]> writeAll(
      FormTable forms, Hierarchy hierarchy, CallResolver resolver, ClassFile classFile) {
    NavigableMap<String, byte[]> written = new TreeMap<>();
    for (CompanionKey key : forms.companions().keySet()) {
      ClassHeader header = hierarchy.find(key.type());
      boolean isInterface = header != null && header.isInterface();
      written.put(
          AbiNames.internalName(nameOf(key)),
          new CompanionWriter(key, isInterface, resolver.ofPlainCall(key.type(), key.signature()))
              .write(classFile));
    }
    return written;
  }

  /** The companion of a method. */
  static ClassDesc nameOf(CompanionKey key) {
    return ClassDesc.ofInternalName(
        Companions.nameOf(key.type(), key.signature().name(), key.signature().descriptor()));
  }

  /** The type of the static method that chooses between companion and plain call. */
  static MethodTypeDesc dispatchType(CompanionKey key) {
    return AbiNames.withContext(key.signature().type())
        .insertParameterTypes(0, ClassDesc.ofInternalName(key.type()));
  }

  private byte[] write(ClassFile classFile) {
    return classFile.build(
        companion,
        c -> {
          c.withVersion(AbiNames.GENERATED_VERSION, 0)
              .withFlags(PUBLIC_SYNTHETIC | ClassFile.ACC_INTERFACE | ClassFile.ACC_ABSTRACT)
              .withMethod(
                  key.signature().name(),
                  AbiNames.withContext(type),
                  PUBLIC_SYNTHETIC | ClassFile.ACC_ABSTRACT,
                  m -> {});
          writeDispatch(c);
        });
  }

  private void writeDispatch(ClassBuilder c) {
    String name = key.signature().name();
    c.withMethodBody(
        Companions.DISPATCHER,
        dispatchType(key),
        PUBLIC_SYNTHETIC | ClassFile.ACC_STATIC,
        b -> {
          Label plain = b.newLabel();
          b.aload(0).instanceOf(companion).ifeq(plain).aload(0).checkcast(companion);
          int context = Arguments.load(b, type.parameterList(), 1);
          b.aload(context)
              .invokeinterface(companion, name, AbiNames.withContext(type))
              .return_(TypeKind.from(type.returnType()))
              .labelBinding(plain)
              .aload(0);
          Arguments.load(b, type.parameterList(), 1);
          if (ofPlainCall != null) {
            b.invokestatic(
                ClassDesc.ofInternalName(ofPlainCall.targetOwner()),
                ofPlainCall.targetName(),
                MethodTypeDesc.ofDescriptor(ofPlainCall.targetDescriptor()));
          } else if (outsideIsInterface) {
            b.invokeinterface(outside, name, type);
          } else {
            b.invokevirtual(outside, name, type);
          }
          b.return_(TypeKind.from(type.returnType()));
        });
  }
}
