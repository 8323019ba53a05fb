package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/**
 * An interpreter: sealed types, record patterns, operators in enums, switches that loop and yield.
 */
public final class StackMachine {
  enum Op implements IntBinaryOperator {
    ADD((a, b) -> a + b),
    MUL((a, b) -> a * b),
    GCD((a, b) -> {
      while (b != 0) { // frozen here
        int t = a % b;
        a = b;
        b = t;
      }
      return a;
    }),
    POW(null) {
      @Override
      public int applyAsInt(int a, int b) {
        int r = 1;
        for (; b > 0; b--, r *= a) {} // frozen here
        return r;
      }
    };

    private final IntBinaryOperator f;

    Op(IntBinaryOperator f) {
      this.f = f;
    }

    @Override
    public int applyAsInt(int a, int b) {
      return f.applyAsInt(a, b);
    }
  }

  sealed interface Code permits Push, Apply, Store, Load, Jump {}

  record Push(int value) implements Code {}

  record Apply(Op op) implements Code {}

  record Store(String name) implements Code {}

  record Load(String name) implements Code {}

  record Jump(int to, Load unless) implements Code {}

  static List<Code> parse(String text) {
    List<Code> codes = new ArrayList<>();
    for (String word : text.split("\\s+")) { // frozen here
      codes.add(
          switch (word.charAt(0)) {
            case '=' -> new Store(word.substring(1));
            case '@' -> new Load(word.substring(1));
            case '^' -> {
              int to = 0;
              int i = 1;
              do { // frozen here
                to = to * 10 + word.charAt(i) - '0';
              } while (++i < word.length() && Character.isDigit(word.charAt(i)));
              yield new Jump(to, new Load(word.substring(i)));
            }
            default ->
                Character.isLetter(word.charAt(0))
                    ? new Apply(Op.valueOf(word))
                    : new Push(Integer.parseInt(word));
          });
    }
    return codes;
  }

  static int run(List<Code> codes, Map<String, Integer> variables) {
    int[] stack = new int[16];
    int top = 0;
    int pc = 0;
    run:
    while (true) { // frozen here
      if (pc == codes.size()) {
        break;
      }
      switch (codes.get(pc++)) {
        case Push(int value) when value < 0 -> stack[top++] = -value * 1000;
        case Push(int value) -> stack[top++] = value;
        case Apply(Op op) -> stack[top - 2] = op.applyAsInt(stack[top - 2], stack[--top]);
        case Store(String name) -> variables.put(name, stack[--top]);
        case Load(var name) -> stack[top++] = variables.getOrDefault(name, 0);
        case Jump(int to, Load(String name)) when variables.get(name) != 0 -> {
          pc = to;
          continue run;
        }
        case Jump j -> System.out.print("fell through " + j + "; ");
      }
    }
    return stack[0];
  }

  static int digits(int n) {
    return 1
        + switch (n % 4) {
          case 0:
            yield 0;
          case 1, 2:
            int sum = 0;
            for (int i = n; i > 0; i /= 2) { // frozen here
              sum += i & 1;
              if (sum == 5) {
                yield -sum;
              }
            }
            yield sum * 10;
          default:
            yield n > 100 ? digits(n / 3) * 2 : 3;
        };
  }

  public static void main(String[] args) {
    Map<String, Integer> variables = new HashMap<>();
    List<Code> codes = parse("5 =n 1 =acc @acc @n MUL =acc @n -1 1 -1 MUL GCD 1 ADD =m 0 =x @acc");
    System.out.println(
        run(codes, variables) + " " + variables.get("acc") + " " + variables.get("m"));
    codes =
        parse("3 =n 1 =a @a 2 MUL =a @n 7 ADD 8 GCD =g @n 2147483647 2 MUL 1 ADD ADD =n ^04n @a");
    System.out.println(run(codes, variables) + " " + variables.get("g") + " " + codes.get(2));
    System.out.println(run(parse("2 10 POW -3 ADD"), variables));
    StringBuilder all = new StringBuilder();
    for (int n : new int[] {4, 9, 14, 127, 30, 1021, 63}) { // frozen here
      all.append(digits(n)).append(' ');
    }
    System.out.println(all);
  }
}
