package dev.stint.transformer.emit;

import dev.stint.transformer.PinReason;
import dev.stint.transformer.PinnedSite;
import dev.stint.transformer.SubclassIntrinsic;
import dev.stint.transformer.analysis.MethodPlan;
import dev.stint.transformer.analysis.MethodPlan.Pin;
import dev.stint.transformer.analysis.MethodRef;
import dev.stint.transformer.analysis.PlanMode;
import dev.stint.transformer.analysis.Signature;
import dev.stint.transformer.analysis.Suspendability;
import dev.stint.transformer.analysis.UnsupportedCodeException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the methods of one class: each as it was, with replacements, or in the four parts of a
 * suspendable method (bridge, fast body, resume body, frame class).
 */
final class MethodWriter {
  private final EmitContext context;
  private final ClassModel type;
  private final OwnerClass owner;
  private final Bridges bridges;
  private final CallWriter calls;
  private final ClassOutput output;
  private final Degree degree;

  MethodWriter(EmitContext context, ClassModel type, ClassOutput output, Degree degree) {
    this.context = context;
    this.type = type;
    this.owner = OwnerClass.of(type);
    this.bridges = new Bridges(owner);
    this.calls =
        new CallWriter(
            owner.internalName(), context.intrinsics(), new ConstantsWriter(context.hierarchy()));
    this.output = output;
    this.degree = degree;
  }

  void write(ClassBuilder c, MethodModel method) {
    Signature signature =
        new Signature(method.methodName().stringValue(), method.methodType().stringValue());
    boolean hasForm = context.hasForm(new MethodRef(owner.internalName(), signature), method);
    if (method.code().isEmpty()) {
      c.with(method);
    } else if (degree == Degree.UNTOUCHED) {
      writeAsCompiled(c, method);
    } else {
      MethodPlan plan = plan(method, signature, hasForm);
      report(plan);
      if (!plan.points().isEmpty()) {
        writeSuspendable(c, plan);
        return;
      }
      writePlain(c, plan);
    }
    if (hasForm) {
      bridges.writeFormToPlain(c, method);
    }
  }

  /** How much is asked of a class. */
  enum Degree {
    /** Suspendable bodies and replacements. */
    FULL,
    /** Replacements only; suspendable forms lead to plain bodies. */
    PLAIN,
    /** Bodies as they were; suspendable forms lead to them. */
    UNTOUCHED
  }

  private MethodPlan plan(MethodModel method, Signature signature, boolean hasForm) {
    PinReason obstacle = obstacle(method, signature);
    if (obstacle != null) {
      return pinned(method, obstacle);
    }
    if (!hasForm || degree != Degree.FULL) {
      return pinned(method, PinReason.NOT_TRANSFORMED);
    }
    MethodPlan plan;
    try {
      plan = context.planner().plan(type, method, new PlanMode.Suspendable());
    } catch (UnsupportedCodeException e) {
      return pinned(method, PinReason.OLD_CLASS_FILE);
    }
    return plan.points().isEmpty() || SizeCheck.fits(plan, owner, calls, context.classFile())
        ? plan
        : pinned(method, PinReason.TOO_LARGE);
  }

  private MethodPlan pinned(MethodModel method, PinReason reason) {
    return context.planner().plan(type, method, new PlanMode.Pinned(reason));
  }

  private @Nullable PinReason obstacle(MethodModel method, Signature signature) {
    if (!AbiNames.hasStackMaps(type)) {
      return PinReason.OLD_CLASS_FILE;
    }
    if (signature.name().equals("<init>")) {
      return PinReason.CONSTRUCTOR;
    }
    if (signature.name().equals("<clinit>")) {
      return PinReason.CLASS_INITIALIZER;
    }
    if ((method.flags().flagsMask() & ClassFile.ACC_SYNCHRONIZED) != 0) {
      return PinReason.SYNCHRONIZED_METHOD;
    }
    return Suspendability.hasRoomForContext(signature) ? null : PinReason.TOO_MANY_PARAMETERS;
  }

  private void report(MethodPlan plan) {
    String className = owner.internalName().replace('/', '.');
    MethodModel method = plan.method();
    for (Pin pin : plan.pins()) {
      output.pinned(
          new PinnedSite(
              className,
              method.methodName().stringValue(),
              method.methodType().stringValue(),
              pin.line(),
              pin.reason(),
              pin.detail()));
    }
  }

  private void writePlain(ClassBuilder c, MethodPlan plan) {
    MethodModel method = plan.method();
    boolean replaces = plan.code().elements().stream().anyMatch(calls::replaces);
    SubclassIntrinsic atEnd = atEndOfConstructor(method, plan);
    boolean announces = Announcement.isMadeBy(type, method);
    if (!plan.changesCode() && !replaces && atEnd == null && !announces) {
      c.with(method);
      return;
    }
    if (!SizeCheck.plainFits(plan)) {
      writeAsCompiled(c, method);
      return;
    }
    c.withMethod(
        method.methodName(),
        method.methodType(),
        method.flags().flagsMask(),
        m -> {
          for (var element : method) {
            if (element instanceof CodeModel) {
              m.withCode(b -> {
                if (announces) {
                  Announcement.write(b, owner.type());
                }
                writePlainCode(b, plan, atEnd);
              });
            } else {
              m.with(element);
            }
          }
        });
  }

  /** As it was; only constants are written where others read them. */
  private void writeAsCompiled(ClassBuilder c, MethodModel method) {
    if (!method.methodName().equalsString("<clinit>") || !owner.isInterface()) {
      c.with(method);
      return;
    }
    c.transformMethod(
        method,
        MethodTransform.transformingCode((code, element) -> {
          if (element instanceof FieldInstruction f) {
            calls.writeFieldAccess(code, f);
          } else {
            code.with(element);
          }
        }));
  }

  private void writePlainCode(CodeBuilder b, MethodPlan plan, @Nullable SubclassIntrinsic atEnd) {
    if (atEnd == null) {
      BodyWriter.writePlain(b, plan, calls);
      return;
    }
    b.transforming(
        (code, element) -> {
          if (element instanceof ReturnInstruction) {
            code.aload(0)
                .invokestatic(
                    ClassDesc.ofInternalName(atEnd.targetOwner()),
                    atEnd.targetName(),
                    MethodTypeDesc.of(
                        ConstantDescs.CD_void, ClassDesc.ofInternalName(atEnd.owner())));
          }
          code.with(element);
        },
        code -> BodyWriter.writePlain(code, plan, calls));
  }

  /** What is called at a constructor's end, unless it has put something else where this was. */
  private @Nullable SubclassIntrinsic atEndOfConstructor(MethodModel method, MethodPlan plan) {
    if (!method.methodName().equalsString("<init>")) {
      return null;
    }
    String superclass = type.superclass().map(ClassEntry::asInternalName).orElse("");
    for (SubclassIntrinsic one : context.intrinsics().subclasses()) {
      if (one.owner().equals(superclass)) {
        boolean lost =
            plan.code().elements().stream()
                .anyMatch(e -> e instanceof StoreInstruction store && store.slot() == 0);
        return lost ? null : one;
      }
    }
    return null;
  }

  private void writeSuspendable(ClassBuilder c, MethodPlan plan) {
    FrameLayout layout = new FrameLayout(plan);
    ClassDesc frame = owner.frameOf(plan);
    bridges.writePlainToForm(c, plan.method());
    SuspendableBodies.write(c, plan, owner, calls, layout);
    output.generated(
        Map.entry(
            AbiNames.internalName(frame),
            new FrameClassWriter(owner, plan, layout, frame).write(context.classFile())));
    output.suspendable(plan.points().size());
  }
}
