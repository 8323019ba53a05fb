package dev.stint.transformer;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.DiscontinuedInstruction;

/**
 * Gives class files from before Java 7 the stack maps that later ones must have. Those with
 * subroutines cannot have any, and stay as they are.
 */
final class StackMapCompletion {
  private StackMapCompletion() {}

  static ClassModel complete(ClassModel type, ClassFile classFile) {
    if (type.majorVersion() > ClassFile.JAVA_6_VERSION || hasSubroutines(type)) {
      return type;
    }
    ClassTransform raiseVersion =
        (c, element) -> {
          if (element instanceof ClassFileVersion) {
            c.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            c.with(element);
          }
        };
    MethodTransform rewriteCode = MethodTransform.transformingCode((b, element) -> b.with(element));
    byte[] bytes =
        classFile
            .withOptions(ClassFile.StackMapsOption.GENERATE_STACK_MAPS)
            .transformClass(
                type, raiseVersion.andThen(ClassTransform.transformingMethods(rewriteCode)));
    return ClassFile.of().parse(bytes);
  }

  /** Whether some method uses {@code jsr} or {@code ret}. */
  static boolean hasSubroutines(ClassModel type) {
    for (MethodModel method : type.methods()) {
      CodeModel code = method.findAttribute(Attributes.code()).orElse(null);
      if (code != null) {
        for (CodeElement element : code) {
          if (element instanceof DiscontinuedInstruction) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
