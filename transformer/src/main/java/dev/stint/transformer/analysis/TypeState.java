package dev.stint.transformer.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The types of all local variables and operands at one point of a method. */
final class TypeState {
  private final SlotType[] locals;
  private final List<SlotType> stack;

  private TypeState(SlotType[] locals, List<SlotType> stack) {
    this.locals = locals;
    this.stack = stack;
  }

  static TypeState empty(int maxLocals) {
    SlotType[] locals = new SlotType[maxLocals];
    Arrays.fill(locals, SlotType.TOP);
    return new TypeState(locals, new ArrayList<>());
  }

  SlotType local(int slot) {
    return locals[slot];
  }

  void setLocal(int slot, SlotType type) {
    locals[slot] = type;
    if (type.isWide()) {
      locals[slot + 1] = SlotType.SECOND_HALF;
    }
  }

  SlotType[] copyLocals() {
    return locals.clone();
  }

  /** The operands, bottom first. */
  List<SlotType> copyStack() {
    return List.copyOf(stack);
  }

  int depth() {
    return stack.size();
  }

  /** The operand with {@code above} others over it. */
  SlotType peek(int above) {
    return stack.get(stack.size() - 1 - above);
  }

  void push(SlotType type) {
    stack.add(type);
  }

  SlotType pop() {
    return stack.removeLast();
  }

  void pop(int count) {
    for (int i = 0; i < count; i++) {
      stack.removeLast();
    }
  }

  /** Puts {@code now} for each occurrence of {@code before}: what a constructor's return does. */
  void replace(SlotType before, SlotType now) {
    for (int i = 0; i < locals.length; i++) {
      if (locals[i].equals(before)) {
        locals[i] = now;
      }
    }
    stack.replaceAll(t -> t.equals(before) ? now : t);
  }
}
