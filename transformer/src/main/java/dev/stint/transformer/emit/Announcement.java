package dev.stint.transformer.emit;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** What a static initialiser says first of all: that it has begun. */
final class Announcement {
  private static final ClassDesc START = ClassDesc.of("dev.stint.abi.ClassStart");
  private static final MethodTypeDesc BEGAN_TYPE = MethodTypeDesc.of(CD_void, CD_Class);

  private Announcement() {}

  static boolean isMadeBy(ClassModel type, MethodModel method) {
    return method.methodName().equalsString("<clinit>") && AbiNames.hasStackMaps(type);
  }

  static void write(CodeBuilder b, ClassDesc self) {
    b.loadConstant(self).invokestatic(START, "began", BEGAN_TYPE);
  }
}
