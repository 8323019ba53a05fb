package dev.stint.transformer.emit;

import dev.stint.transformer.StableHash;
import dev.stint.transformer.analysis.MethodPlan;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;

/**
 * The class whose methods are being written, and how what belongs to it is named. Names depend on
 * the method alone, so that adding a method to a class does not rename the frames of others.
 */
record OwnerClass(ClassDesc type, String internalName, boolean isInterface, String sourceFile) {
  static OwnerClass of(ClassModel model) {
    return new OwnerClass(
        model.thisClass().asSymbol(),
        model.thisClass().asInternalName(),
        model.flags().has(AccessFlag.INTERFACE),
        model
            .findAttribute(Attributes.sourceFile())
            .map(a -> a.sourceFile().stringValue())
            .orElse(""));
  }

  /** The frame class of one of its methods. */
  ClassDesc frameOf(MethodPlan plan) {
    String hash =
        StableHash.name(
            plan.method().methodName().stringValue(), plan.method().methodType().stringValue());
    return ClassDesc.ofInternalName(internalName + GeneratedNames.FRAME_MARK + hash);
  }

  /** The method that goes on with a saved activation. */
  static String resumeBodyName(MethodPlan plan) {
    return plan.method().methodName().stringValue() + GeneratedNames.RESUME_SUFFIX;
  }
}
