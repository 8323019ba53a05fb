package dev.stint.transformer.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.MonitorInstruction;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * How many monitors a method's code holds before each element. Depths flow along branches, switch
 * targets and into handlers; where paths disagree the greater depth counts.
 */
final class MonitorDepths {
  private static final int UNKNOWN = -1;

  private final CodeShape code;
  private final int[] depth;
  private final Deque<Integer> open = new ArrayDeque<>();

  private MonitorDepths(CodeShape code) {
    this.code = code;
    this.depth = new int[code.elements().size() + 1];
  }

  /** The depths by element index; all zero for code without monitors. */
  static int[] of(CodeShape code) {
    MonitorDepths depths = new MonitorDepths(code);
    if (code.elements().stream().anyMatch(MonitorInstruction.class::isInstance)) {
      depths.solve();
    }
    return depths.depth;
  }

  private void solve() {
    Arrays.fill(depth, UNKNOWN);
    raise(0, 0);
    while (!open.isEmpty()) {
      int at = open.removeFirst();
      if (at < code.elements().size()) {
        flowFrom(at, code.elements().get(at));
      }
    }
    for (int i = 0; i < depth.length; i++) {
      depth[i] = Math.max(depth[i], 0);
    }
  }

  private void flowFrom(int at, CodeElement element) {
    int before = depth[at];
    int after = before;
    if (element instanceof MonitorInstruction m) {
      after = m.opcode() == Opcode.MONITORENTER ? before + 1 : Math.max(0, before - 1);
    }
    for (Label target : Loops.targets(element)) {
      raise(code.position(target), after);
    }
    if (element instanceof Instruction) {
      flowIntoHandlers(at, before);
    }
    if (ControlFlow.fallsThrough(element)) {
      raise(at + 1, after);
    }
  }

  /** A handler of everything keeps the exception from those behind it. */
  private void flowIntoHandlers(int at, int before) {
    for (ExceptionCatch handler : code.handlersAt(at)) {
      raise(code.position(handler.handler()), before);
      if (handler.catchType().isEmpty()) {
        return;
      }
    }
  }

  /** Bounded: valid code never holds more monitors than it has instructions. */
  private void raise(int at, int to) {
    if (to > depth[at] && to < depth.length) {
      depth[at] = to;
      open.addLast(at);
    }
  }
}
