package dev.stint.transformer.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Gives the topmost classes of a program, those that would inherit {@code Object.hashCode}, a hash
 * of their own: an object that is thawed elsewhere keeps it, and hash collections their order.
 */
final class StoredHash {
  private static final String FIELD = "$stint$hash";
  private static final String ACCESSOR = "stintHash";
  private static final String HASH_CODE = "hashCode";
  private static final MethodTypeDesc GETTER = MethodTypeDesc.of(CD_int);
  private static final int PUBLIC_SYNTHETIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;

  private StoredHash() {}

  static boolean isNeededBy(ClassModel type) {
    boolean extendsObject =
        type.superclass().map(s -> s.asInternalName().equals("java/lang/Object")).orElse(false);
    boolean isClass = (type.flags().flagsMask() & ClassFile.ACC_INTERFACE) == 0;
    return extendsObject
        && isClass
        && type.methods().stream()
            .noneMatch(m ->
                m.methodName().equalsString(HASH_CODE)
                    && m.methodType().equalsString(GETTER.descriptorString()));
  }

  static void write(ClassBuilder c, ClassDesc self) {
    c.withField(FIELD, CD_int, ClassFile.ACC_TRANSIENT | ClassFile.ACC_SYNTHETIC);
    c.withMethodBody(HASH_CODE, GETTER, PUBLIC_SYNTHETIC, b -> returnHash(b, self));
    c.withMethodBody(ACCESSOR, GETTER, PUBLIC_SYNTHETIC, b -> returnHash(b, self));
    c.withMethodBody(
        ACCESSOR,
        MethodTypeDesc.of(CD_void, CD_int),
        PUBLIC_SYNTHETIC,
        b -> b.aload(0).iload(1).putfield(self, FIELD, CD_int).return_());
  }

  /** Two threads may both assign it: they assign the same. */
  private static void returnHash(CodeBuilder b, ClassDesc self) {
    Label known = b.newLabel();
    b.aload(0)
        .getfield(self, FIELD, CD_int)
        .ifne(known)
        .aload(0)
        .aload(0)
        .invokestatic(AbiNames.FRESH_HASH, "of", MethodTypeDesc.of(CD_int, CD_Object))
        .putfield(self, FIELD, CD_int)
        .labelBinding(known)
        .aload(0)
        .getfield(self, FIELD, CD_int)
        .ireturn();
  }
}
