package dev.stint.transformer.emit;

import static dev.stint.transformer.emit.AbiNames.CTX;
import static dev.stint.transformer.emit.AbiNames.FRAME;
import static dev.stint.transformer.emit.AbiNames.SHAPE;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.stint.transformer.analysis.MethodPlan;
import dev.stint.transformer.emit.FrameLayout.PointLayout;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the frame class of one method: a field per value, a static method per set of values that
 * is saved together, and {@code resume}, which calls the method's resume body.
 */
final class FrameClassWriter {
  private static final int PUBLIC_SYNTHETIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;

  static final String PC = "pc";

  /** A local variable of {@code resume}. */
  private static final int PC_SLOT = 2;

  private final OwnerClass owner;
  private final MethodPlan plan;
  private final FrameLayout layout;
  private final ClassDesc frame;

  FrameClassWriter(OwnerClass owner, MethodPlan plan, FrameLayout layout, ClassDesc frame) {
    this.owner = owner;
    this.plan = plan;
    this.layout = layout;
    this.frame = frame;
  }

  /** The type of the method that saves one set of values; it makes a frame if it is given none. */
  static MethodTypeDesc saveType(PointLayout values, ClassDesc frame) {
    MethodTypeDesc type = MethodTypeDesc.of(CD_void, values.saveParameters());
    return type.insertParameterTypes(type.parameterCount(), frame, CTX, CD_int);
  }

  /** The type of the method's body that is entered at a turn of a loop, at a pc. */
  static MethodTypeDesc loopsBodyType(MethodPlan plan, ClassDesc frame) {
    MethodTypeDesc type = resumeBodyType(plan, frame);
    return type.insertParameterTypes(1, CD_int);
  }

  /** The type of the method's resume body. */
  static MethodTypeDesc resumeBodyType(MethodPlan plan, ClassDesc frame) {
    return MethodTypeDesc.of(plan.method().methodTypeSymbol().returnType(), frame, CTX);
  }

  byte[] write(ClassFile classFile) {
    return classFile.build(frame, this::build);
  }

  private void build(ClassBuilder c) {
    c.withVersion(AbiNames.GENERATED_VERSION, 0)
        .withFlags(PUBLIC_SYNTHETIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
        .withSuperclass(FRAME);
    layout.fields().forEach((name, type) -> c.withField(name, type, ClassFile.ACC_PUBLIC));
    c.withField("SHAPE", SHAPE, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    c.withMethodBody("<clinit>", MTD_void, ClassFile.ACC_STATIC, this::makeShape);
    c.withMethodBody(
        "<init>",
        MTD_void,
        ClassFile.ACC_PUBLIC,
        b -> b.aload(0).invokespecial(FRAME, "<init>", MTD_void).return_());
    c.withMethodBody(
        "shape",
        MethodTypeDesc.of(SHAPE),
        ClassFile.ACC_PUBLIC,
        b -> b.getstatic(frame, "SHAPE", SHAPE).areturn());
    c.withMethodBody(AbiNames.RESUME, AbiNames.RESUME_TYPE, ClassFile.ACC_PUBLIC, this::resume);
    for (PointLayout values : layout.saveLayouts()) {
      c.withMethodBody(
          layout.saveMethod(values),
          saveType(values, frame),
          ClassFile.ACC_STATIC,
          b -> save(b, values));
    }
    if (layout.hasReferences()) {
      c.withMethodBody(AbiNames.CLEAR, MTD_void, 0, this::clear);
    }
  }

  private void makeShape(CodeBuilder b) {
    String lines =
        plan.points().stream()
            .map(p -> Integer.toString(p.line()))
            .collect(Collectors.joining(" "));
    b.loadConstant(owner.internalName().replace('/', '.'))
        .loadConstant(plan.method().methodName().stringValue())
        .loadConstant(plan.method().methodType().stringValue())
        .loadConstant(owner.sourceFile())
        .loadConstant(layout.hash(plan))
        .loadConstant(lines)
        .loadConstant(SavedVariables.of(plan, layout))
        .invokestatic(SHAPE, "of", AbiNames.SHAPE_OF_TYPE)
        .putstatic(frame, "SHAPE", SHAPE)
        .return_();
  }

  /**
   * Calls the body for this pc and leaves what it returns in the context. A body that comes to a
   * turn that another one is for returns at once, with minus the pc of that turn in the frame.
   */
  private void resume(CodeBuilder b) {
    TypeKind result = TypeKind.from(plan.method().methodTypeSymbol().returnType());
    if (result != TypeKind.VOID) {
      b.aload(1);
    }
    if (plan.leavesAtCalls()) {
      b.aload(0).aload(1);
      invoke(b, OwnerClass.resumeBodyName(plan), resumeBodyType(plan, frame));
    } else {
      b.aload(0).getfield(frame, PC, CD_int).istore(PC_SLOT);
      invokeLoops(b);
    }
    if (plan.leavesAtTurns()) {
      Label over = b.newLabel();
      Label again = b.newBoundLabel();
      b.aload(0).getfield(frame, PC, CD_int).ifge(over);
      pop(b, result);
      b.aload(0).getfield(frame, PC, CD_int).ineg().istore(PC_SLOT);
      invokeLoops(b);
      b.goto_(again).labelBinding(over);
    }
    switch (result) {
      case VOID -> {}
      case LONG -> b.putfield(CTX, "retJ", CD_long);
      case FLOAT -> b.f2d().putfield(CTX, "retD", CD_double);
      case DOUBLE -> b.putfield(CTX, "retD", CD_double);
      case REFERENCE -> b.putfield(CTX, "retA", CD_Object);
      default -> b.i2l().putfield(CTX, "retJ", CD_long);
    }
    b.return_();
  }

  private void invoke(CodeBuilder b, String name, MethodTypeDesc body) {
    b.invokestatic(owner.type(), name, body, owner.isInterface());
  }

  private void invokeLoops(CodeBuilder b) {
    List<LoopBodies.Body> bodies = LoopBodies.of(plan);
    Label behind = b.newLabel();
    Label first = b.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    if (bodies.size() > 1) {
      bodies.forEach(body -> cases.add(SwitchCase.of(body.points().getFirst().pc(), b.newLabel())));
      b.iload(PC_SLOT).tableswitch(first, cases);
    }
    b.labelBinding(first);
    for (int i = 0; i < bodies.size(); i++) {
      if (!cases.isEmpty()) {
        b.labelBinding(cases.get(i).target());
      }
      b.aload(0).iload(PC_SLOT).aload(1);
      invoke(b, bodies.get(i).name(), loopsBodyType(plan, frame));
      b.goto_(behind);
    }
    b.labelBinding(behind);
  }

  private static void pop(CodeBuilder b, TypeKind result) {
    switch (result) {
      case VOID -> {}
      case LONG, DOUBLE -> b.pop2();
      default -> b.pop();
    }
  }

  private void save(CodeBuilder b, PointLayout values) {
    List<ClassDesc> types = values.saveParameters();
    int frameSlot = types.stream().mapToInt(t -> TypeKind.from(t).slotSize()).sum();
    Label given = b.newLabel();
    b.aload(frameSlot)
        .ifnonnull(given)
        .new_(frame)
        .dup()
        .invokespecial(frame, "<init>", MTD_void)
        .astore(frameSlot)
        .labelBinding(given);
    int slot = 0;
    for (int i = 0; i < types.size(); i++) {
      String field = values.saveFields().get(i);
      TypeKind kind = TypeKind.from(types.get(i));
      if (field != null) {
        b.aload(frameSlot).loadLocal(kind, slot).putfield(frame, field, types.get(i));
      }
      slot += kind.slotSize();
    }
    b.aload(frameSlot + 1)
        .aload(frameSlot)
        .iload(frameSlot + 2)
        .invokevirtual(CTX, "push", AbiNames.PUSH_TYPE)
        .return_();
  }

  /** A frame that is gone on with must not keep alive what its method has long dropped. */
  private void clear(CodeBuilder b) {
    layout
        .fields()
        .forEach((name, type) -> {
          if (type.equals(CD_Object)) {
            b.aload(0).aconst_null().putfield(frame, name, type);
          }
        });
    b.return_();
  }
}
