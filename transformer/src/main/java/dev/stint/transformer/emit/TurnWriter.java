package dev.stint.transformer.emit;

import static dev.stint.transformer.emit.AbiNames.CTX;

import dev.stint.transformer.analysis.LoopCosts;
import dev.stint.transformer.analysis.MethodPlan;
import dev.stint.transformer.analysis.SuspensionPoint;
import dev.stint.transformer.emit.BodyWriter.PointLabels;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the safepoints where control goes backwards.
 *
 * <p>A loop becomes two: the inner one, which the JIT sees without anything of ours but a counter
 * that falls to zero, and an outer one that has the safepoint and gives the counter its next value
 * (Click, Leung, Thomas: loop strip mining in HotSpot, JDK-8186027, does the same for the JVM's own
 * safepoints). All loops of an activation share the counter, so that the safepoints are as far
 * apart in a nest of short loops as in a long one. It begins with one: each activation looks at its
 * first turn, or a recursion of short loops would never look. Below zero, it asks for a look at
 * every turn, of the briefest loops too, which do not count otherwise.
 */
final class TurnWriter {
  /** As many turns as a turn with calls counts for. */
  private static final int CALLS_COUNT = 64;

  private static final MethodTypeDesc TURNS_TYPE = MethodTypeDesc.of(ConstantDescs.CD_int);

  private final CodeBuilder b;
  private final MethodPlan plan;
  private final BodySlots slots;
  private final LoopCosts costs;
  private int firstTurn;
  private final Map<Integer, PointLabels> polls = new HashMap<>();

  TurnWriter(CodeBuilder b, MethodPlan plan, BodySlots slots) {
    this.b = b;
    this.plan = plan;
    this.slots = slots;
    this.costs = new LoopCosts(plan);
  }

  void add(PointLabels poll) {
    polls.put(poll.point().index(), poll);
  }

  /** Tells where the body is entered, if it is one for loops. */
  void enterAt(LoopBodies.Body body) {
    if (body.points().size() == 1) {
      firstTurn = startOf(body.points().getFirst());
    }
  }

  /**
   * Whether the body leaves at this turn for another body. One that is entered at an inner loop has
   * no outer loops, which would be entered in the middle: these are for bodies that begin with
   * them.
   */
  boolean isForAnother(PointLabels poll) {
    return slots.kind() == BodyKind.RESUME || startOf(poll.point()) < firstTurn;
  }

  /** Where the turn begins; what a switch or an exception begins can be any loop's. */
  private int startOf(SuspensionPoint turn) {
    return plan.code().isTurn(turn.index())
        ? plan.code().position(((BranchInstruction) instructionAt(turn.index())).target())
        : 0;
  }

  private CodeElement instructionAt(int index) {
    return plan.code().elements().get(index);
  }

  /** Gives the counter its first value. */
  void begin() {
    boolean leaves = slots.kind() == BodyKind.FAST || slots.kind() == BodyKind.LOOPS;
    if ((leaves && !polls.isEmpty()) || !plan.pinnedPolls().isEmpty()) {
      loadContext();
      b.getfield(CTX, AbiNames.FIRST_TURNS, ConstantDescs.CD_int).istore(slots.turns());
    }
  }

  /**
   * Writes the safepoint of an instruction that has one.
   *
   * @return whether the instruction itself has been written too
   */
  boolean write(int index, Instruction instruction) {
    PointLabels poll = polls.get(index);
    if (poll == null && !plan.pinnedPolls().contains(index)) {
      return false;
    }
    if (plan.code().isTurn(index)) {
      writeTurn(index, (BranchInstruction) instruction, poll);
      return true;
    }
    look(poll);
    return false;
  }

  private void writeTurn(int index, BranchInstruction branch, @Nullable PointLabels poll) {
    Label end = b.newLabel();
    boolean always = branch.opcode() == Opcode.GOTO || branch.opcode() == Opcode.GOTO_W;
    if (!always) {
      Label taken = b.newLabel();
      b.branch(branch.opcode(), taken).goto_(end).labelBinding(taken);
    }
    if (poll != null && isForAnother(poll)) {
      look(poll);
    } else {
      passBy(index, branch.target());
      look(poll);
      b.goto_(branch.target());
    }
    b.labelBinding(end);
  }

  /** Writes the way to the next turn that has no safepoint. */
  private void passBy(int index, Label next) {
    switch (costs.of(index)) {
      case NONE -> b.iload(slots.turns()).ifge(next);
      case SHORT -> b.iinc(slots.turns(), -1).iload(slots.turns()).ifgt(next);
      case CALLS -> b.iinc(slots.turns(), -CALLS_COUNT).iload(slots.turns()).ifgt(next);
      case UNKNOWN -> {}
    }
  }

  private void loadContext() {
    if (slots.kind() == BodyKind.PLAIN) {
      b.getstatic(CTX, AbiNames.PINNED, CTX);
    } else {
      b.aload(slots.context());
    }
  }

  private void look(@Nullable PointLabels poll) {
    if (poll == null) {
      loadContext();
      b.invokevirtual(CTX, AbiNames.PINNED_TURNS, TURNS_TYPE).istore(slots.turns());
    } else if (isForAnother(poll)) {
      b.aload(slots.context())
          .invokevirtual(CTX, AbiNames.TURNS, TURNS_TYPE)
          .ifeq(poll.save())
          .goto_(poll.after());
    } else {
      b.aload(slots.context())
          .invokevirtual(CTX, AbiNames.TURNS, TURNS_TYPE)
          .dup()
          .istore(slots.turns())
          .ifeq(poll.save())
          .labelBinding(poll.after());
    }
  }
}
