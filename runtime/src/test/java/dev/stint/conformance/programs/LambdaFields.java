package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** Lambdas kept in fields, statics, arrays, maps and records, called long after. */
public final class LambdaFields {
  record Rule(String name, Predicate<Integer> test) {}

  static final IntUnaryOperator COLLATZ =
      n -> {
        int steps = 0;
        while (n != 1) { // frozen here
          n = n % 2 == 0 ? n / 2 : 3 * n + 1;
          steps++;
        }
        return steps;
      };

  private final Map<String, IntUnaryOperator> table = new LinkedHashMap<>();
  private Runnable hook = () -> {};
  private int total;

  LambdaFields() {
    table.put("double", x -> x * 2);
    table.put("collatz", COLLATZ);
    table.put("total", x -> total += x);
    hook = () -> total += 1000;
  }

  int run(int start) {
    int value = start;
    for (Map.Entry<String, IntUnaryOperator> e : table.entrySet()) { // frozen here
      value = e.getValue().applyAsInt(value);
      hook.run();
      Runnable before = hook;
      hook =
          () -> {
            for (int i = 0; i < 2; i++) { // frozen here
              total++;
            }
            before.run();
          };
    }
    return value;
  }

  public static void main(String[] args) {
    LambdaFields f = new LambdaFields();
    System.out.println(f.run(7) + " " + f.total + " " + f.run(3) + " " + f.total);
    List<Rule> rules = new ArrayList<>();
    for (int d = 2; d < 6; d++) { // frozen here
      int divisor = d;
      rules.add(new Rule("by" + d, n -> n % divisor == 0));
    }
    for (int n = 10; n < 14; n++) { // frozen here
      StringBuilder b = new StringBuilder().append(n);
      for (Rule rule : rules) { // frozen here
        b.append(rule.test().test(n) ? " " + rule.name() : "");
      }
      System.out.println(b);
    }
    IntUnaryOperator same = f.table.get("collatz");
    System.out.println(same == COLLATZ);
  }
}
