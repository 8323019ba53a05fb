package dev.stint.transformer.analysis;

import java.lang.classfile.Opcode;

/** The effect of {@code pop}, {@code dup}, {@code swap} and their kin on the operands' types. */
final class StackShuffle {
  private StackShuffle() {}

  static void apply(Opcode opcode, TypeState state) {
    switch (opcode) {
      case POP -> state.pop();
      case POP2 -> state.pop(values(state, 0));
      case DUP -> copyUnder(state, 1, 0);
      case DUP_X1 -> copyUnder(state, 1, 1);
      case DUP_X2 -> copyUnder(state, 1, values(state, 1));
      case DUP2 -> copyUnder(state, values(state, 0), 0);
      case DUP2_X1 -> copyUnder(state, values(state, 0), 1);
      case DUP2_X2 -> {
        int copied = values(state, 0);
        copyUnder(state, copied, values(state, copied));
      }
      case SWAP -> {
        SlotType top = state.pop();
        SlotType next = state.pop();
        state.push(top);
        state.push(next);
      }
      default -> throw new UnsupportedCodeException("instruction " + opcode);
    }
  }

  /** How many values the two slots below {@code above} values hold: one wide one, or two. */
  private static int values(TypeState state, int above) {
    return state.peek(above).isWide() ? 1 : 2;
  }

  /** Copies the top {@code count} values and puts the copies under the next {@code skipped}. */
  private static void copyUnder(TypeState state, int count, int skipped) {
    SlotType[] top = new SlotType[count + skipped];
    for (int i = top.length - 1; i >= 0; i--) {
      top[i] = state.pop();
    }
    for (int i = skipped; i < top.length; i++) {
      state.push(top[i]);
    }
    for (SlotType type : top) {
      state.push(type);
    }
  }
}
