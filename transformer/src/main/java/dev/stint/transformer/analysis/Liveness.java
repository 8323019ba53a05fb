package dev.stint.transformer.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.BitSet;
import java.util.List;

/**
 * Which local variables are read later, at each element of a method: the textbook backward
 * dataflow, with every instruction of a try range leading to its handlers. Neighbours that do not
 * differ share one set.
 */
final class Liveness {
  private final CodeShape code;
  private final BitSet[] in;

  private Liveness(CodeShape code) {
    this.code = code;
    this.in = new BitSet[code.elements().size() + 1];
    BitSet none = new BitSet();
    java.util.Arrays.fill(in, none);
  }

  static Liveness of(CodeShape code) {
    Liveness liveness = new Liveness(code);
    boolean changed = true;
    while (changed) {
      changed = liveness.pass();
    }
    return liveness;
  }

  /** What is live before the element. */
  BitSet before(int index) {
    return withHandlers(index, in[index]);
  }

  /** What is live when the branch at {@code index} is taken. */
  BitSet onWay(int index, Label target) {
    return withHandlers(index, in[code.position(target)]);
  }

  /** What is live when the call at {@code index} returns or throws. */
  BitSet after(int index) {
    return withHandlers(index, in[index + 1]);
  }

  private BitSet withHandlers(int index, BitSet live) {
    BitSet all = (BitSet) live.clone();
    code.handlersAt(index).forEach(h -> all.or(in[code.position(h.handler())]));
    return all;
  }

  private boolean pass() {
    List<CodeElement> elements = code.elements();
    boolean changed = false;
    for (int i = elements.size() - 1; i >= 0; i--) {
      BitSet now = transfer(i, elements.get(i));
      changed |= !now.equals(in[i]);
      in[i] = now;
    }
    return changed;
  }

  private BitSet transfer(int index, CodeElement element) {
    if (!(element instanceof Instruction)) {
      return in[index + 1];
    }
    List<Label> targets = Loops.targets(element);
    List<ExceptionCatch> handlers = code.handlersAt(index);
    boolean touches =
        element instanceof LoadInstruction
            || element instanceof StoreInstruction
            || element instanceof IncrementInstruction;
    boolean fallsThrough = ControlFlow.fallsThrough(element);
    if (targets.isEmpty() && handlers.isEmpty() && fallsThrough && !touches) {
      return in[index + 1];
    }
    BitSet live = fallsThrough ? (BitSet) in[index + 1].clone() : new BitSet();
    targets.forEach(t -> live.or(in[code.position(t)]));
    switch (element) {
      case StoreInstruction s -> live.clear(s.slot());
      case LoadInstruction l -> live.set(l.slot());
      case IncrementInstruction i -> live.set(i.slot());
      default -> {}
    }
    handlers.forEach(h -> live.or(in[code.position(h.handler())]));
    return live;
  }
}
