package dev.stint.conformance.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.function.Consumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;

/** A small Forth: deques as stacks, words that are lambdas over the machine, loops of its own. */
public final class ForthMachine {
  private static final Map<String, IntBinaryOperator> OPERATORS =
      Map.of("+", Integer::sum, "-", (a, b) -> a - b, "*", (a, b) -> a * b, "max", Math::max);

  private final Deque<Integer> stack = new ArrayDeque<>();
  private final Map<String, Consumer<ForthMachine>> words = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  ForthMachine() {
    words.put("dup", m -> m.stack.push(m.stack.element()));
    words.put("drop", m -> m.stack.pop());
    words.put(".", m -> m.out.append(m.stack.pop()).append(' '));
    words.put(
        "swap",
        m -> {
          int top = m.stack.pop();
          int below = m.stack.pop();
          m.stack.push(top);
          m.stack.push(below);
        });
    words.put("depth", ForthMachine::depth);
    words.put("roll", this::roll);
  }

  private void depth() {
    int n = 0;
    for (int each : stack) { // frozen here
      n += each == each ? 1 : 0;
    }
    stack.push(n);
  }

  private void roll(ForthMachine m) {
    Deque<Integer> aside = new ArrayDeque<>();
    for (int n = m.stack.pop(); n > 0; n--) { // frozen here
      aside.push(m.stack.pop());
    }
    int moved = m.stack.pop();
    while (!aside.isEmpty()) { // frozen here
      m.stack.push(aside.pop());
    }
    m.stack.push(moved);
  }

  ForthMachine run(String source) {
    StringTokenizer tokens = new StringTokenizer(source, " \n");
    while (tokens.hasMoreTokens()) { // frozen here
      String token = tokens.nextToken();
      switch (token) {
        case ":" -> {
          String name = tokens.nextToken();
          words.put(name, block(tokens, ";"));
        }
        case "do" -> {
          Consumer<ForthMachine> body = block(tokens, "loop");
          for (int i = stack.pop(), limit = stack.pop(); i < limit; i++) { // frozen here
            words.put("i", index(i));
            body.accept(this);
          }
        }
        case "begin" -> {
          Consumer<ForthMachine> body = block(tokens, "until");
          IntPredicate go = n -> n == 0;
          do { // frozen here
            body.accept(this);
          } while (go.test(stack.pop()));
        }
        default -> {
          Consumer<ForthMachine> word = words.get(token);
          if (word != null) {
            word.accept(this);
          } else if (OPERATORS.containsKey(token)) {
            int right = stack.pop();
            stack.push(OPERATORS.get(token).applyAsInt(stack.pop(), right));
          } else {
            stack.push(Integer.decode(token));
          }
        }
      }
    }
    return this;
  }

  private static Consumer<ForthMachine> index(int i) {
    return m -> m.stack.push(i);
  }

  private static Consumer<ForthMachine> block(StringTokenizer tokens, String end) {
    List<String> body = new ArrayList<>();
    for (String t = tokens.nextToken(); !t.equals(end); t = tokens.nextToken()) { // frozen here
      body.add(t);
    }
    String joined = String.join(" ", body);
    return m -> m.run(joined);
  }

  public static void main(String[] args) {
    String[] programs = {
      ": square dup * ; 7 square . 0x10 square .",
      "1 6 1 do i * dup . loop drop depth .",
      "20 begin dup . 3 - dup 5 max 5 - -1 * 1 + 0 max until depth .",
      ": twice 2 0 do square loop ; 3 twice . 1 2 3 2 roll . . .",
      "1 +",
      "2 oops"
    };
    ForthMachine machine = new ForthMachine();
    for (String program : programs) { // frozen here
      try {
        machine.run(program);
      } catch (RuntimeException e) {
        machine.out.append(e.getClass().getSimpleName()).append(' ').append(machine.stack);
      }
      System.out.println(machine.out);
      machine.out.setLength(0);
      machine.stack.clear();
    }
  }
}
