package dev.stint.transformer.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A method's code as a list: where each label is, and which handlers cover each element. */
public final class CodeShape {
  private final List<CodeElement> elements;
  private final Map<Label, Integer> positions = new HashMap<>();
  private final List<ExceptionCatch> catches = new ArrayList<>();
  private final int[] lines;
  private final int[] instructionsBefore;
  private final List<List<ExceptionCatch>> covering;
  private final Set<Integer> backwardHandlers;

  private CodeShape(List<CodeElement> elements) {
    this.elements = elements;
    this.lines = new int[elements.size()];
    this.instructionsBefore = new int[elements.size()];
    int line = -1;
    int instructions = 0;
    for (int i = 0; i < elements.size(); i++) {
      switch (elements.get(i)) {
        case LabelTarget l -> positions.put(l.label(), i);
        case ExceptionCatch x -> catches.add(x);
        case LineNumber l -> line = l.line();
        default -> {}
      }
      lines[i] = line;
      instructionsBefore[i] = instructions;
      instructions += elements.get(i) instanceof Instruction ? 1 : 0;
    }
    this.covering = covering();
    this.backwardHandlers = catches.isEmpty() ? Set.of() : backwardHandlerStarts();
  }

  static CodeShape of(CodeModel code) {
    return new CodeShape(code.elementList());
  }

  public List<CodeElement> elements() {
    return elements;
  }

  /** The index of the element that marks the label. */
  public int position(Label label) {
    Integer at = positions.get(label);
    if (at == null) {
      throw new IllegalArgumentException("label outside of its method");
    }
    return at;
  }

  /** The handlers that an exception at this element can reach, in the order they are tried. */
  public List<ExceptionCatch> handlersAt(int index) {
    return covering.isEmpty() ? List.of() : covering.get(index);
  }

  /** How many instructions come before a label. */
  public int instructionsBefore(Label label) {
    return instructionsBefore[position(label)];
  }

  /** The source line of an element, or -1. */
  public int lineAt(int index) {
    return lines[index];
  }

  List<ExceptionCatch> catches() {
    return catches;
  }

  /** Whether a branch or switch at {@code index} can go backwards. */
  boolean isBackEdge(int index) {
    return Loops.targets(elements.get(index)).stream().anyMatch(t -> position(t) < index);
  }

  /**
   * Whether a branch at {@code index} begins a loop's next turn when it is taken: then the
   * safepoint is on the way there. Before a switch, or a handler that exceptions lead back to, it
   * comes first.
   */
  public boolean isTurn(int index) {
    return elements.get(index) instanceof BranchInstruction
        && isBackEdge(index)
        && !backwardHandlers.contains(index);
  }

  /** Whether going on at {@code index} can be a loop's next turn. */
  boolean closesLoop(int index) {
    return isBackEdge(index) || backwardHandlers.contains(index);
  }

  /** Whether some exception can lead backwards. */
  boolean hasBackwardHandler() {
    return catches.stream().anyMatch(this::isBackward);
  }

  /** The instructions that begin a handler which exceptions can lead back to. */
  private Set<Integer> backwardHandlerStarts() {
    Set<Integer> starts = new TreeSet<>();
    for (ExceptionCatch c : catches) {
      if (isBackward(c)) {
        int at = position(c.handler());
        while (!(elements.get(at) instanceof Instruction)) {
          at++;
        }
        starts.add(at);
      }
    }
    return starts;
  }

  /**
   * Whether the handler can be reached from code behind it. A handler that covers just itself is
   * what compilers write for the release of a monitor, and is no loop.
   */
  boolean isBackward(ExceptionCatch c) {
    int handler = position(c.handler());
    return handler < position(c.tryEnd()) && handler != position(c.tryStart());
  }

  /** Neighbouring elements share one list. */
  private List<List<ExceptionCatch>> covering() {
    if (catches.isEmpty()) {
      return List.of();
    }
    boolean[] changes = new boolean[elements.size() + 1];
    for (ExceptionCatch c : catches) {
      changes[position(c.tryStart())] = true;
      changes[position(c.tryEnd())] = true;
    }
    List<List<ExceptionCatch>> all = new ArrayList<>(elements.size());
    List<ExceptionCatch> now = List.of();
    for (int i = 0; i < elements.size(); i++) {
      if (changes[i]) {
        int at = i;
        now =
            catches.stream()
                .filter(c -> position(c.tryStart()) <= at && at < position(c.tryEnd()))
                .toList();
      }
      all.add(now);
    }
    return all;
  }
}
