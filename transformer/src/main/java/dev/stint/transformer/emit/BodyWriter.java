package dev.stint.transformer.emit;

import static dev.stint.transformer.emit.AbiNames.CTX;
import static java.lang.constant.ConstantDescs.CD_boolean;

import dev.stint.transformer.analysis.CallPlan;
import dev.stint.transformer.analysis.MethodPlan;
import dev.stint.transformer.analysis.SuspensionPoint;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one body of a method, element by element, and the saves behind it. */
final class BodyWriter {
  /** The places in the code that belong to one suspension point. */
  record PointLabels(SuspensionPoint point, Label save, Label after) {}

  private final CodeBuilder b;
  private final MethodPlan plan;
  private final BodySlots slots;
  private final CallWriter calls;
  private final ConstructionWriter constructions;
  private final TurnWriter turns;
  private final Map<Integer, PointLabels> suspendingCalls = new HashMap<>();

  private BodyWriter(CodeBuilder b, MethodPlan plan, BodyKind kind, CallWriter calls) {
    this.b = b;
    this.plan = plan;
    this.slots = BodySlots.of(kind, plan);
    this.calls = calls;
    this.constructions = new ConstructionWriter(b, slots);
    this.turns = new TurnWriter(b, plan, slots);
  }

  /** Writes the body with replacements only. */
  static void writePlain(CodeBuilder b, MethodPlan plan, CallWriter calls) {
    BodyWriter writer = new BodyWriter(b, plan, BodyKind.PLAIN, calls);
    writer.turns.begin();
    writer.writeElements();
  }

  /** Writes the body that a call with a context runs. */
  static void writeFast(CodeBuilder b, MethodPlan plan, CallWriter calls, FrameAccess frames) {
    BodyWriter writer = new BodyWriter(b, plan, BodyKind.FAST, calls);
    List<PointLabels> points = writer.labelPoints();
    writer.turns.begin();
    writer.writeElements();
    points.forEach(p -> frames.save(b, p, writer.slots));
  }

  /** Writes a body that goes on with an activation saved at a turn of a loop. */
  static void writeLoops(
      CodeBuilder b, MethodPlan plan, LoopBodies.Body body, CallWriter calls, FrameAccess frames) {
    BodyWriter writer = new BodyWriter(b, plan, BodyKind.LOOPS, calls);
    List<PointLabels> points = writer.labelPoints();
    writer.turns.enterAt(body);
    FrameAccess.takeParameters(b, writer.slots);
    writer.turns.begin();
    frames.enterLoops(
        b, points.stream().filter(p -> body.points().contains(p.point())).toList(), writer.slots);
    writer.writeElements();
    writer.leave(points, frames);
  }

  /** Writes the body that goes on with an activation saved behind a call. */
  static void writeResume(CodeBuilder b, MethodPlan plan, CallWriter calls, FrameAccess frames) {
    BodyWriter writer = new BodyWriter(b, plan, BodyKind.RESUME, calls);
    List<PointLabels> points = writer.labelPoints();
    FrameAccess.takeParameters(b, writer.slots);
    writer.turns.begin();
    frames.enter(b, points, writer.slots);
    writer.writeElements();
    writer.leave(points, frames);
  }

  private void leave(List<PointLabels> points, FrameAccess frames) {
    for (PointLabels point : points) {
      frames.save(b, point, slots);
      if (point.point().isTurn() && turns.isForAnother(point)) {
        frames.goOnInLoops(b, point, slots);
      }
    }
  }

  private List<PointLabels> labelPoints() {
    return plan.points().stream()
        .map(point -> {
          PointLabels labels = new PointLabels(point, b.newLabel(), b.newLabel());
          if (point.isTurn()) {
            turns.add(labels);
          } else {
            suspendingCalls.put(point.index(), labels);
          }
          return labels;
        })
        .toList();
  }

  private void writeElements() {
    List<CodeElement> elements = plan.code().elements();
    for (int i = 0; i < elements.size(); i++) {
      CodeElement element = elements.get(i);
      if (element instanceof Instruction instruction) {
        if (!turns.write(i, instruction)) {
          writeInstruction(i, instruction);
        }
      } else {
        writeMark(element);
      }
    }
  }

  private void writeMark(CodeElement element) {
    switch (element) {
      case LabelTarget l -> b.with(l);
      case LineNumber l -> b.with(l);
      case ExceptionCatch x -> b.with(x);
      case LocalVariable v ->
          b.localVariable(slots.of(v.slot()), v.name(), v.type(), v.startScope(), v.endScope());
      case LocalVariableType v ->
          b.localVariableType(
              slots.of(v.slot()), v.name(), v.signature(), v.startScope(), v.endScope());
      default -> {
        // Stack maps are computed anew; type annotations of code are not kept.
      }
    }
  }

  private void writeInstruction(int index, Instruction instruction) {
    switch (instruction) {
      case LoadInstruction x -> b.loadLocal(x.typeKind(), slots.of(x.slot()));
      case StoreInstruction x -> b.storeLocal(x.typeKind(), slots.of(x.slot()));
      case IncrementInstruction x -> b.iinc(slots.of(x.slot()), x.constant());
      case NewObjectInstruction x when plan.delayedNews().contains(index) ->
          constructions.placeholder(x);
      case InvokeInstruction x when plan.constructors().containsKey(index) ->
          constructions.construct(x, plan.constructors().get(index));
      case InvokeInstruction x -> writeCall(index, x);
      case FieldInstruction x -> calls.writeFieldAccess(b, x);
      case InvokeDynamicInstruction x -> calls.writeDynamic(b, x);
      default -> b.with(instruction);
    }
  }

  private void writeCall(int index, InvokeInstruction call) {
    CallPlan how = plan.calls().get(index);
    PointLabels labels = suspendingCalls.get(index);
    if (how == null) {
      b.with(call);
    } else if (labels == null) {
      calls.writePinned(b, call, how);
    } else {
      b.aload(slots.context());
      calls.writeWithContext(b, call, how);
      b.aload(slots.context())
          .getfield(CTX, AbiNames.UNWINDING, CD_boolean)
          .ifne(labels.save())
          .labelBinding(labels.after());
    }
  }
}
