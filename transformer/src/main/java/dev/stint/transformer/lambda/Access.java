package dev.stint.transformer.lambda;

import dev.stint.transformer.StableHash;
import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.MethodRef;
import dev.stint.transformer.analysis.Signature;
import dev.stint.transformer.lambda.LambdaSite.Implementation;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandleInfo;

/**
 * How a lambda's class, which lives beside the class that captures, reaches the implementation.
 *
 * <p>A compiler's private lambda body is made static and visible in the package: nobody else refers
 * to it. Any other method that is out of reach gets a static accessor in the capturing class.
 */
sealed interface Access {
  /** The implementation itself is called. */
  record Direct() implements Access {}

  /** The lambda body, now static, is called; its type has the receiver first. */
  record Body(MethodTypeDesc type) implements Access {}

  /** An accessor of this name and type is called. */
  record Accessor(String name, MethodTypeDesc type) implements Access {}

  /** Decides for one implementation, referred to in {@code capturing}. */
  static Access of(ClassHeader capturing, Implementation target, Hierarchy hierarchy) {
    Integer own =
        target.owner().equals(capturing.name())
            ? capturing.methods().get(target.signature())
            : null;
    if (own != null && isLambdaBody(target.signature(), own)) {
      return new Body(target.functionType());
    }
    return isInReach(capturing, target, hierarchy)
        ? new Direct()
        : new Accessor(accessorName(target), accessorType(capturing, target));
  }

  /** Whether a method is one that compilers write for a lambda's body. */
  static boolean isLambdaBody(Signature signature, int flags) {
    int needed = ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;
    return signature.name().startsWith("lambda$") && (flags & needed) == needed;
  }

  private static boolean isInReach(
      ClassHeader capturing, Implementation target, Hierarchy hierarchy) {
    if (target.kind() == MethodHandleInfo.REF_invokeSpecial) {
      return false;
    }
    MethodRef declared =
        target.isConstructor()
            ? new MethodRef(target.owner(), target.signature())
            : hierarchy.resolve(target.owner(), target.signature());
    ClassHeader owner = declared == null ? null : hierarchy.find(declared.owner());
    Integer flags = owner == null ? null : owner.methods().get(target.signature());
    if (owner == null || flags == null || (flags & ClassFile.ACC_PUBLIC) != 0) {
      return true;
    }
    boolean samePackage =
        ClassHeader.packageOf(owner.name()).equals(ClassHeader.packageOf(capturing.name()));
    return (flags & ClassFile.ACC_PRIVATE) == 0 && samePackage;
  }

  private static String accessorName(Implementation target) {
    return "access$"
        + StableHash.name(
            Integer.toString(target.kind()),
            target.owner(),
            target.signature().name(),
            target.signature().descriptor());
  }

  /**
   * A receiver reached by {@code super} or as a protected member must be of the capturing class.
   */
  private static MethodTypeDesc accessorType(ClassHeader capturing, Implementation target) {
    MethodTypeDesc type = target.functionType();
    return target.kind() == MethodHandleInfo.REF_invokeSpecial
        ? type.changeParameterType(0, ClassDesc.ofInternalName(capturing.name()))
        : type;
  }
}
