package dev.stint.conformance.programs;

import java.util.List;
import java.util.Map;

/** Pattern variables whose scope reaches over loops, negation and conjunction. */
public final class InstanceofPatterns {
  static int size(Object o) {
    if (!(o instanceof String s)) {
      if (o instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Integer first) {
        int sum = first;
        for (Object e : list) { // frozen here
          sum += e instanceof Integer i ? i : size(e);
        }
        return sum;
      }
      return o instanceof Map<?, ?> m ? m.size() : -1;
    }
    int letters = 0;
    for (int i = 0; i < s.length(); i++) { // frozen here
      letters += Character.isLetter(s.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  static String loopPattern(Object[] all) {
    StringBuilder b = new StringBuilder();
    int i = 0;
    while (all[i] instanceof Number n && n.intValue() < 10) { // frozen here
      b.append(n).append(';');
      i++;
    }
    while (!(all[i] instanceof String s)) { // frozen here
      b.append(all[i].getClass().getSimpleName());
      i++;
    }
    return b.append(s).toString();
  }

  public static void main(String[] args) {
    System.out.println(size("a1b2c3"));
    System.out.println(size(List.of(1, "xyz", List.of(2, 3), Map.of("k", 1))));
    System.out.println(size(List.of()));
    System.out.println(loopPattern(new Object[] {1, 2L, 3.5, 'c', 40, new int[0], "end"}));
  }
}
