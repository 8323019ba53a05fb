package dev.stint.transformer.emit;

import dev.stint.transformer.analysis.MethodPlan;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Writes a method's fast body and those that go on with a saved activation. */
final class SuspendableBodies {
  private SuspendableBodies() {}

  static void write(
      ClassBuilder c, MethodPlan plan, OwnerClass owner, CallWriter calls, FrameLayout layout) {
    MethodModel method = plan.method();
    MethodTypeDesc type = method.methodTypeSymbol();
    ClassDesc frame = owner.frameOf(plan);
    FrameAccess frames = new FrameAccess(layout, frame, type.returnType());
    c.withMethodBody(
        method.methodName().stringValue(),
        AbiNames.withContext(type),
        Bridges.formFlags(method.flags().flagsMask()),
        b -> BodyWriter.writeFast(b, plan, calls, frames));
    int visibility = owner.isInterface() ? ClassFile.ACC_PUBLIC : 0;
    int flags = ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC | visibility;
    if (plan.leavesAtCalls()) {
      c.withMethodBody(
          OwnerClass.resumeBodyName(plan),
          FrameClassWriter.resumeBodyType(plan, frame),
          flags,
          b -> BodyWriter.writeResume(b, plan, calls, frames));
    }
    for (LoopBodies.Body body : LoopBodies.of(plan)) {
      c.withMethodBody(
          body.name(),
          FrameClassWriter.loopsBodyType(plan, frame),
          flags,
          b -> BodyWriter.writeLoops(b, plan, body, calls, frames));
    }
  }
}
