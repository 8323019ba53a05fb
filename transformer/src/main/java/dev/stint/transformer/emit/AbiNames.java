package dev.stint.transformer.emit;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * The binary interface that generated code links against, as symbols; see {@code dev.stint.abi}.
 */
final class AbiNames {
  /** Class-file version of what is generated: that of Java 25. */
  static final int GENERATED_VERSION = ClassFile.JAVA_25_VERSION;

  /** The oldest version that has all instructions and flags in use: that of Java 8. */
  static final int OLDEST_VERSION = ClassFile.JAVA_8_VERSION;

  static final ClassDesc CTX = ClassDesc.of("dev.stint.abi.Ctx");
  static final ClassDesc FRAME = ClassDesc.of("dev.stint.abi.Frame");
  static final ClassDesc SHAPE = ClassDesc.of("dev.stint.abi.FrameShape");
  static final ClassDesc FRESH_HASH = ClassDesc.of("dev.stint.abi.FreshHash");

  /** Declared by the image module, which reads and restores the hash. */
  static final ClassDesc IDENTITY_HASHED = ClassDesc.of("dev.stint.image.IdentityHashed");

  static final ClassDesc THROWABLE = ClassDesc.of("java.lang.Throwable");
  static final ClassDesc ILLEGAL_STATE = ClassDesc.of("java.lang.IllegalStateException");

  static final String PINNED = "PINNED";
  static final String UNWINDING = "unwinding";
  static final String THROWN = "thrown";
  static final String FIRST_TURNS = "firstTurns";
  static final String TURNS = "turns";
  static final String PINNED_TURNS = "pinnedTurns";
  static final String RESUME = "resume";
  static final String CLEAR = "clear";

  static final MethodTypeDesc PUSH_TYPE = MethodTypeDesc.of(CD_void, FRAME, CD_int);
  static final MethodTypeDesc RESUME_TYPE = MethodTypeDesc.of(CD_void, CTX);
  static final MethodTypeDesc SHAPE_OF_TYPE =
      MethodTypeDesc.of(
          SHAPE, CD_String, CD_String, CD_String, CD_String, CD_long, CD_String, CD_String);
  static final MethodTypeDesc BOOLEAN_TYPE = MethodTypeDesc.of(CD_boolean);

  private AbiNames() {}

  /** Whether a class says which types hold where paths join; those from before Java 7 need not. */
  static boolean hasStackMaps(ClassModel type) {
    return type.majorVersion() >= ClassFile.JAVA_7_VERSION;
  }

  /** The type of a method's suspendable form. */
  static MethodTypeDesc withContext(MethodTypeDesc type) {
    return type.insertParameterTypes(type.parameterCount(), CTX);
  }

  /** The internal name of a class, which must not be an array. */
  static String internalName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }
}
