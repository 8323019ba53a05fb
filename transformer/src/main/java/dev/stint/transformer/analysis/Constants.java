package dev.stint.transformer.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The local variables that are written once in a method, with an int that the code names. */
final class Constants {
  private final Map<Integer, Integer> values = new HashMap<>();

  /**
   * Reads a method's code.
   *
   * @param parameterSlots the slots below this one have values from the caller
   */
  Constants(CodeShape code, int parameterSlots) {
    Set<Integer> written = new HashSet<>();
    List<CodeElement> elements = code.elements();
    for (int i = 0; i < elements.size(); i++) {
      switch (elements.get(i)) {
        case StoreInstruction s -> {
          boolean first = written.add(s.slot()) && s.slot() >= parameterSlots;
          OptionalInt pushed = i == 0 ? OptionalInt.empty() : literal(elements.get(i - 1));
          if (first && pushed.isPresent()) {
            values.put(s.slot(), pushed.getAsInt());
          } else {
            values.remove(s.slot());
          }
          if (s.typeKind().slotSize() == 2) {
            written.add(s.slot() + 1);
            values.remove(s.slot() + 1);
          }
        }
        case IncrementInstruction x -> {
          written.add(x.slot());
          values.remove(x.slot());
        }
        default -> {}
      }
    }
  }

  /** The int that an instruction pushes, if it is always the same. */
  OptionalInt pushedBy(Instruction instruction) {
    if (instruction instanceof LoadInstruction load && values.containsKey(load.slot())) {
      return OptionalInt.of(values.get(load.slot()));
    }
    return literal(instruction);
  }

  private static OptionalInt literal(CodeElement element) {
    return element instanceof ConstantInstruction c && c.constantValue() instanceof Integer value
        ? OptionalInt.of(value)
        : OptionalInt.empty();
  }
}
