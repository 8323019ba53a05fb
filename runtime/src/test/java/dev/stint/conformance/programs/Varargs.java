package dev.stint.conformance.programs;

/** Variable arguments of primitives, references and generics, built by looping calls. */
public final class Varargs {
  static long sum(int... values) {
    long s = 0;
    for (int v : values) { // frozen here
      s += v;
    }
    return s;
  }

  static int loop(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += 3;
    }
    return r;
  }

  @SafeVarargs
  static <T> T last(String title, T... values) {
    T result = null;
    for (T value : values) { // frozen here
      result = value == null ? result : value;
    }
    System.out.println(title + values.length + values.getClass().getSimpleName());
    return result;
  }

  static String which(Object o) {
    return "one";
  }

  static String which(Object... o) {
    return "many " + o.length;
  }

  public static void main(String[] args) {
    System.out.println(
        sum() + " " + sum(loop(1)) + " " + sum(loop(2), loop(3), 4, (int) sum(2, 2)));
    System.out.println(last("a", "x" + loop(1), null, "y") + last("b", loop(1), 2.5, 'c'));
    System.out.println(which(loop(1)) + which(loop(1), loop(2)) + which() + which((Object[]) args));
    System.out.println(String.format("%d %s %5.2f|%c", loop(1), "s" + loop(2), loop(3) / 4.0, 'q'));
    System.out.println(sum(new int[] {loop(4), loop(5)}));
  }
}
