package dev.stint.transformer.emit;

import static dev.stint.transformer.emit.AbiNames.CTX;
import static dev.stint.transformer.emit.AbiNames.ILLEGAL_STATE;
import static dev.stint.transformer.emit.AbiNames.THROWABLE;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.stint.transformer.analysis.SlotType;
import dev.stint.transformer.analysis.SuspensionPoint;
import dev.stint.transformer.emit.BodyWriter.PointLabels;
import dev.stint.transformer.emit.FrameLayout.PointLayout;
import dev.stint.transformer.emit.FrameLayout.Saved;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;

/** Moves a method's values into its frame and out again. */
final class FrameAccess {
  private static final String PC = FrameClassWriter.PC;

  private final FrameLayout layout;
  private final ClassDesc frame;
  private final ClassDesc returned;

  FrameAccess(FrameLayout layout, ClassDesc frame, ClassDesc returned) {
    this.layout = layout;
    this.frame = frame;
    this.returned = returned;
  }

  /**
   * Writes what an activation does that leaves at a suspension point: the operands are on the stack
   * already and, with the live variables, become arguments of the frame's save method.
   */
  void save(CodeBuilder b, PointLabels labels, BodySlots slots) {
    b.labelBinding(labels.save());
    SlotType result = labels.point().result();
    if (result != null) {
      popResult(b, result);
    }
    PointLayout values = layout.at(labels.point());
    for (Saved local : values.locals()) {
      if (local.field() != null) {
        b.loadLocal(local.type().typeKind(), slots.of(local.slot()));
      }
    }
    if (slots.kind() != BodyKind.FAST) {
      b.aload(slots.frame());
    } else {
      b.aconst_null();
    }
    b.aload(slots.context())
        .loadConstant(labels.point().pc())
        .invokestatic(frame, layout.saveMethod(values), FrameClassWriter.saveType(values, frame));
    returnNothing(b);
  }

  private static void popResult(CodeBuilder b, SlotType result) {
    if (result.isWide()) {
      b.pop2();
    } else {
      b.pop();
    }
  }

  /** While unwinding, nobody looks at what is returned. */
  private void returnNothing(CodeBuilder b) {
    TypeKind kind = TypeKind.from(returned);
    switch (kind) {
      case VOID -> {}
      case LONG -> b.lconst_0();
      case FLOAT -> b.fconst_0();
      case DOUBLE -> b.dconst_0();
      case REFERENCE -> b.aconst_null();
      default -> b.iconst_0();
    }
    b.return_(kind);
  }

  /** Moves the parameters of a body that is entered in the middle to where it keeps them. */
  static void takeParameters(CodeBuilder b, BodySlots slots) {
    if (slots.kind() == BodyKind.LOOPS) {
      b.aload(0).aload(2).iload(1).istore(slots.scratch());
    } else {
      b.aload(0).aload(1);
    }
    b.astore(slots.context()).astore(slots.frame());
  }

  /** Writes the beginning of a resume body: from the frame's pc to the place behind that call. */
  void enter(CodeBuilder b, List<PointLabels> points, BodySlots slots) {
    List<Label> entries = select(b.aload(slots.frame()).getfield(frame, PC, CD_int), points);
    for (int i = 0; i < entries.size(); i++) {
      b.labelBinding(entries.get(i));
      if (points.get(i).point().isTurn()) {
        leaveFor(b, points.get(i), slots);
      } else {
        restore(b, points.get(i), slots);
      }
    }
  }

  /** Writes the beginning of a body for loops: from the pc to the turn that is to begin. */
  void enterLoops(CodeBuilder b, List<PointLabels> points, BodySlots slots) {
    b.aload(slots.frame()).iload(slots.scratch()).putfield(frame, PC, CD_int);
    List<Label> entries = select(b.iload(slots.scratch()), points);
    for (int i = 0; i < entries.size(); i++) {
      b.labelBinding(entries.get(i));
      restore(b, points.get(i), slots);
    }
  }

  /**
   * Writes what a body does at a turn that another body is for: it puts all values, some of which
   * are on the operand stack, into the frame, and returns.
   */
  void goOnInLoops(CodeBuilder b, PointLabels labels, BodySlots slots) {
    b.labelBinding(labels.after());
    PointLayout values = layout.at(labels.point());
    for (Saved operand : values.operands().reversed()) {
      putOperand(b, operand, slots);
    }
    for (Saved local : values.locals()) {
      if (local.field() != null) {
        b.aload(slots.frame())
            .loadLocal(local.type().typeKind(), slots.of(local.slot()))
            .putfield(frame, local.field(), FrameLayout.fieldType(local.type()));
      }
    }
    leaveFor(b, labels, slots);
  }

  private void putOperand(CodeBuilder b, Saved operand, BodySlots slots) {
    boolean wide = operand.type().isWide();
    if (operand.field() == null) {
      b.pop();
      return;
    }
    b.aload(slots.frame());
    if (wide) {
      b.dup_x2().pop();
    } else {
      b.swap();
    }
    b.putfield(frame, operand.field(), FrameLayout.fieldType(operand.type()));
  }

  private void leaveFor(CodeBuilder b, PointLabels turn, BodySlots slots) {
    b.aload(slots.frame()).loadConstant(-turn.point().pc()).putfield(frame, PC, CD_int);
    returnNothing(b);
  }

  /** Writes a switch on the pc that is on the stack; returns the labels of its cases. */
  private static List<Label> select(CodeBuilder b, List<PointLabels> points) {
    Label unknown = b.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    List<Label> entries = new ArrayList<>();
    for (PointLabels point : points) {
      Label entry = b.newLabel();
      entries.add(entry);
      cases.add(SwitchCase.of(point.point().pc(), entry));
    }
    b.tableswitch(unknown, cases)
        .labelBinding(unknown)
        .new_(ILLEGAL_STATE)
        .dup()
        .loadConstant("this frame was not saved by this version of its method")
        .invokespecial(
            ILLEGAL_STATE,
            INIT_NAME,
            java.lang.constant.MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
        .athrow();
    return entries;
  }

  private void restore(CodeBuilder b, PointLabels labels, BodySlots slots) {
    PointLayout values = layout.at(labels.point());
    for (Saved local : values.locals()) {
      load(b, local, slots);
      b.storeLocal(local.type().typeKind(), slots.of(local.slot()));
    }
    values.operands().forEach(operand -> load(b, operand, slots));
    if (layout.hasReferences()) {
      b.aload(slots.frame()).invokevirtual(frame, AbiNames.CLEAR, MTD_void);
    }
    rethrow(b, labels.point(), slots);
    SlotType result = labels.point().result();
    if (result != null) {
      loadResult(b, result, slots);
    }
    b.goto_(labels.after());
  }

  private void load(CodeBuilder b, Saved value, BodySlots slots) {
    String field = value.field();
    if (field == null) {
      b.aconst_null();
      return;
    }
    b.aload(slots.frame()).getfield(frame, field, FrameLayout.fieldType(value.type()));
    cast(b, value.type());
  }

  private static void cast(CodeBuilder b, SlotType type) {
    boolean narrower =
        type.kind() == SlotType.Kind.REFERENCE && !type.type().equals(ConstantDescs.CD_Object);
    if (narrower) {
      b.checkcast(type.type());
    }
  }

  /** What the callee threw, or a cancellation, arrives as if thrown by the call itself. */
  private static void rethrow(CodeBuilder b, SuspensionPoint point, BodySlots slots) {
    Label start = b.newBoundLabel();
    Label none = b.newLabel();
    b.aload(slots.context())
        .getfield(CTX, AbiNames.THROWN, THROWABLE)
        .ifnull(none)
        .aload(slots.context())
        .invokevirtual(CTX, "rethrow", MTD_void);
    Label end = b.newBoundLabel();
    for (ExceptionCatch handler : point.handlers()) {
      b.exceptionCatch(start, end, handler.handler(), handler.catchType());
    }
    b.labelBinding(none);
  }

  private static void loadResult(CodeBuilder b, SlotType result, BodySlots slots) {
    b.aload(slots.context());
    switch (result.typeKind()) {
      case LONG -> b.getfield(CTX, "retJ", CD_long);
      case FLOAT -> b.getfield(CTX, "retD", CD_double).d2f();
      case DOUBLE -> b.getfield(CTX, "retD", CD_double);
      case REFERENCE -> {
        b.getfield(CTX, "retA", CD_Object);
        cast(b, result);
      }
      default -> b.getfield(CTX, "retJ", CD_long).l2i();
    }
  }
}
