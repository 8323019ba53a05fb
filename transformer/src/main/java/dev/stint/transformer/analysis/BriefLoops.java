package dev.stint.transformer.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The loops {@code for (int i = a; i < b; i += c)} with constant a, b and c that are soon over: the
 * JIT unrolls them whole, if nothing of ours is in its way.
 */
final class BriefLoops {
  /** So many instructions, in all turns together, take less than a microsecond. */
  private static final long MOST_INSTRUCTIONS = 600;

  private final CodeShape code;
  private final Constants constants;
  private final List<Integer> instructions = new ArrayList<>();

  /** Turns by the element that closes the loop. */
  private final Map<Integer, Long> turns = new HashMap<>();

  BriefLoops(CodeShape code, int parameterSlots) {
    this.code = code;
    this.constants = new Constants(code, parameterSlots);
    List<CodeElement> elements = code.elements();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Instruction) {
        instructions.add(i);
      }
    }
    // Inner loops close before outer ones.
    for (int at = 0; at < instructions.size(); at++) {
      if (instruction(at).opcode() == Opcode.GOTO && code.isTurn(instructions.get(at))) {
        long count = countTurns(at);
        if (count > 0 && isBrief(firstOf(at), at, count)) {
          turns.put(instructions.get(at), count);
        }
      }
    }
  }

  /** Whether the branch at this element closes such a loop. */
  boolean closesOne(int index) {
    return turns.containsKey(index);
  }

  private Instruction instruction(int at) {
    return (Instruction) code.elements().get(instructions.get(at));
  }

  /** The number among all instructions of the one that a branch leads to. */
  private int firstOf(int branch) {
    return code.instructionsBefore(((BranchInstruction) instruction(branch)).target());
  }

  /** How often the loop turns if nothing ends it early; 0 if that is not plain to see. */
  private long countTurns(int last) {
    int first = firstOf(last);
    if (first < 2 || !(instruction(last - 1) instanceof IncrementInstruction step)) {
      return 0;
    }
    OptionalInt start = constants.pushedBy(instruction(first - 2));
    boolean counts =
        instruction(first - 1) instanceof StoreInstruction store
            && store.slot() == step.slot()
            && instruction(first) instanceof LoadInstruction load
            && load.slot() == step.slot();
    Bound bound = counts && start.isPresent() ? boundAt(first + 1) : null;
    if (bound == null || !isOnlyCounter(step.slot(), first, last)) {
      return 0;
    }
    long away = (long) bound.value - start.getAsInt();
    return turns(start.getAsInt(), away, step.constant(), bound.leaves);
  }

  private record Bound(int value, Opcode leaves) {}

  private @Nullable Bound boundAt(int at) {
    if (instruction(at) instanceof BranchInstruction zero) {
      Opcode same =
          switch (zero.opcode()) {
            case IFGE -> Opcode.IF_ICMPGE;
            case IFGT -> Opcode.IF_ICMPGT;
            case IFLE -> Opcode.IF_ICMPLE;
            case IFLT -> Opcode.IF_ICMPLT;
            default -> null;
          };
      return same == null ? null : new Bound(0, same);
    }
    OptionalInt pushed = constants.pushedBy(instruction(at));
    return pushed.isPresent() && instruction(at + 1) instanceof BranchInstruction leave
        ? new Bound(pushed.getAsInt(), leave.opcode())
        : null;
  }

  private static long turns(int start, long away, int step, Opcode leaves) {
    boolean includes = leaves == Opcode.IF_ICMPGT || leaves == Opcode.IF_ICMPLT;
    boolean rises = leaves == Opcode.IF_ICMPGT || leaves == Opcode.IF_ICMPGE;
    boolean falls = leaves == Opcode.IF_ICMPLT || leaves == Opcode.IF_ICMPLE;
    if ((!rises && !falls) || (rises ? step <= 0 : step >= 0)) {
      return 0;
    }
    long distance = (rises ? away : -away) + (includes ? 1 : 0);
    long size = Math.abs((long) step);
    long count = Math.max(1, (distance + size - 1) / size);
    long end = start + count * step;
    return end == (int) end ? count : 0;
  }

  /** Whether nothing but its last instruction before the turn changes the counter. */
  private boolean isOnlyCounter(int slot, int first, int last) {
    for (int at = first; at < last - 1; at++) {
      boolean changes =
          switch (instruction(at)) {
            case StoreInstruction s ->
                s.slot() == slot || (s.typeKind().slotSize() == 2 && s.slot() + 1 == slot);
            case IncrementInstruction x -> x.slot() == slot;
            default -> false;
          };
      if (changes) {
        return false;
      }
    }
    return true;
  }

  private boolean isBrief(int first, int last, long count) {
    long size = (last - first + 1) * count;
    for (int at = first; at < last; at++) {
      Instruction one = instruction(at);
      int index = instructions.get(at);
      Long inner = turns.get(index);
      boolean isOther = code.closesLoop(index) && inner == null;
      if (isOther || one instanceof InvokeInstruction || one instanceof InvokeDynamicInstruction) {
        return false;
      }
      size *= inner == null ? 1 : inner;
    }
    return size <= MOST_INSTRUCTIONS && isEnteredAtItsTop(first, last);
  }

  private boolean isEnteredAtItsTop(int first, int last) {
    for (ExceptionCatch c : code.catches()) {
      if (isWithin(c.tryStart(), first, last) || isWithin(c.handler(), first, last)) {
        return false;
      }
    }
    for (int at = 0; at < instructions.size(); at++) {
      boolean outside = at < first || at > last;
      for (Label target : Loops.targets(instruction(at))) {
        int to = code.instructionsBefore(target);
        boolean inside = to >= first && to <= last;
        if ((outside && inside) || (to == first && at != last)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isWithin(Label label, int first, int last) {
    int at = code.instructionsBefore(label);
    return at > first && at <= last;
  }
}
