package dev.stint.conformance.programs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

/**
 * An assembler and an interpreter: dense and sparse switches, one long loop, traps as exceptions.
 */
public final class ByteCodeMachine {
  static class Trap extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int pc;

    Trap(int pc, String why, Throwable cause) {
      super(why + "@" + pc, cause, false, false);
      this.pc = pc;
    }
  }

  private static final String[] NAMES = {
    "halt", "push", "add", "sub", "mul", "dup", "jnz", "jmp", "load", "store", "call", "ret", "out"
  };

  static int[] assemble(String source) {
    Map<String, Integer> labels = new HashMap<>();
    int[] code = new int[64];
    int size = 0;
    for (int pass = 0; pass < 2; pass++) { // frozen here
      size = 0;
      Scanner scanner = new Scanner(source);
      while (scanner.hasNext()) { // frozen here
        String word = scanner.next();
        if (word.endsWith(":")) {
          labels.put(word.substring(0, word.length() - 1), size);
          continue;
        }
        int op = Arrays.asList(NAMES).indexOf(word);
        if (op >= 0) {
          code[size++] = op;
        } else if (word.matches("-?\\d+")) {
          code[size++] = Integer.parseInt(word);
        } else {
          code[size++] = labels.getOrDefault(word, -1);
        }
      }
    }
    return Arrays.copyOf(code, size);
  }

  static String run(int[] code, int fuel) {
    int[] stack = new int[8];
    int[] memory = new int[4];
    int[] calls = new int[3];
    int sp = 0;
    int cp = 0;
    int pc = 0;
    StringBuilder out = new StringBuilder();
    try {
      loop:
      while (true) { // frozen here
        if (fuel-- == 0) {
          throw new Trap(pc, "fuel", null);
        }
        switch (code[pc++]) {
          case 0:
            break loop;
          case 1:
            stack[sp++] = code[pc++];
            continue;
          case 2:
            stack[--sp - 1] += stack[sp];
            break;
          case 3:
            stack[--sp - 1] -= stack[sp];
            break;
          case 4:
            stack[--sp - 1] *= stack[sp];
            break;
          case 5:
            stack[sp] = stack[sp++ - 1];
            break;
          case 6:
            pc = stack[--sp] != 0 ? code[pc] : pc + 1;
            break;
          case 10:
            calls[cp++] = pc + 1;
          // fall through
          case 7:
            pc = code[pc];
            break;
          case 8:
            stack[sp++] = memory[code[pc++]];
            break;
          case 9:
            memory[code[pc++]] = stack[--sp];
            break;
          case 11:
            pc = calls[--cp];
            break;
          case 12:
            out.append(stack[--sp]).append(' ');
            break;
          default:
            throw new Trap(pc, "opcode", null);
        }
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new Trap(pc, out.toString(), e);
    }
    return out + "fuel " + fuel;
  }

  public static void main(String[] args) {
    String[] programs = {
      "push 6 store 0 push 1 store 1 top: load 1 load 0 mul store 1 load 0 push 1 sub dup store 0 jnz top load 1 out halt",
      "push 9 call square out push -3 call square out halt square: dup mul ret",
      "again: push 1 jmp again",
      "again: call again",
      "push 1 push 2 push 3 out jmp nowhere",
      "99",
      "spin: jmp spin"
    };
    for (String program : programs) { // frozen here
      int[] code = assemble(program);
      try {
        System.out.println(code.length + " " + run(code, 200));
      } catch (Trap t) {
        System.out.println(
            t.getMessage()
                + " "
                + t.pc
                + " "
                + (t.getCause() == null ? "" : t.getCause().getMessage()));
      }
    }
  }
}
