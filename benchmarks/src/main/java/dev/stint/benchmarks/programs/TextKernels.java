package dev.stint.benchmarks.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reading and writing text. */
final class TextKernels {
  private static final String LETTERS = "etaoinshrdlu";

  private TextKernels() {}

  static long words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(LETTERS, i % 5, 6 + i % 7).append(i % 11 == 0 ? ". " : " ");
    }
    Map<String, Integer> counts = new HashMap<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isLetter(text.charAt(i))) {
        if (i > start) {
          counts.merge(text.substring(start, i), 1, Integer::sum);
        }
        start = i + 1;
      }
    }
    long sum = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      sum += (long) entry.getKey().length() * entry.getValue();
    }
    return sum;
  }

  static long numbers(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i * 7919 % 100_003).append(',');
    }
    long sum = 0;
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',') {
        sum += number;
        number = 0;
      } else {
        number = number * 10 + c - '0';
      }
    }
    return sum;
  }

  static long expressions(int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += new Expression("(1+" + i + ")*3-(4*(5+" + i % 7 + "))/2+8*(9-" + i % 5 + ")").sum();
    }
    return sum;
  }

  /** A parser by recursive descent. */
  private static final class Expression {
    private final String text;
    private int at;

    Expression(String text) {
      this.text = text;
    }

    long sum() {
      long value = product();
      while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        boolean plus = text.charAt(at++) == '+';
        long next = product();
        value = plus ? value + next : value - next;
      }
      return value;
    }

    private long product() {
      long value = atom();
      while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
        boolean times = text.charAt(at++) == '*';
        long next = atom();
        value = times ? value * next : value / next;
      }
      return value;
    }

    private long atom() {
      if (text.charAt(at) == '(') {
        at++;
        long value = sum();
        at++;
        return value;
      }
      long value = 0;
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        value = value * 10 + text.charAt(at++) - '0';
      }
      return value;
    }
  }

  /** The edit distance of two texts (Levenshtein). */
  static long distance(int length) {
    char[] a = letters(length, 3);
    char[] b = letters(length, 7);
    int[] before = new int[length + 1];
    for (int j = 0; j <= length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= length; i++) {
      int[] now = new int[length + 1];
      now[0] = i;
      for (int j = 1; j <= length; j++) {
        int change = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[length];
  }

  private static char[] letters(int length, int step) {
    char[] all = new char[length];
    for (int i = 0; i < length; i++) {
      all[i] = LETTERS.charAt((i * step + i / 5) % LETTERS.length());
    }
    return all;
  }

  static long json(int count) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", i);
      one.put("name", "name \"" + i + '"');
      one.put("tags", List.of("a", "b", i % 3));
      all.add(one);
    }
    StringBuilder out = new StringBuilder();
    write(all, out);
    return out.length();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map -> {
        out.append('{');
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(Objects.requireNonNull(entry.getKey()), out);
          out.append(':');
          write(Objects.requireNonNull(entry.getValue()), out);
          out.append(',');
        }
        out.append('}');
      }
      case List<?> list -> {
        out.append('[');
        for (Object one : list) {
          write(Objects.requireNonNull(one), out);
          out.append(',');
        }
        out.append(']');
      }
      case String text -> quote(text, out);
      default -> out.append(value);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }
}
