package dev.stint.conformance.programs;

/** Locals whose only known type is null, and references that are null on some paths. */
public final class NullLocals {
  static int loop(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r ^= i * 7;
    }
    return r;
  }

  static String onlyNull() {
    String never = null;
    Object nothing = null;
    int[] empty = null;
    loop(3);
    if (never == null && nothing == null) {
      nothing = loop(2) > 5 ? "set" : null;
    }
    loop(2);
    return never + "," + nothing + "," + (empty == null);
  }

  static String merged(boolean flag) {
    CharSequence s = null;
    if (flag) {
      s = "text";
    }
    loop(4);
    if (!flag) {
      s = new StringBuilder("builder");
    }
    loop(4);
    Comparable<?> c = flag ? "string" : (Comparable<?>) Integer.valueOf(4);
    loop(2);
    return s + "" + c;
  }

  static String nullOnStack() {
    return String.join("-", null, "a" + loop(3), null, (String) null);
  }

  static Object first(Object a, int b, Object c) {
    return a == null ? (b > 0 ? c : "none") : a;
  }

  public static void main(String[] args) {
    System.out.println(onlyNull());
    System.out.println(merged(true) + merged(false));
    System.out.println(nullOnStack());
    System.out.println(first(null, loop(3), null) + " " + first(null, loop(4) - 100, "c"));
    Object walking = null;
    for (int i = 0; i < 5; i++) { // frozen here
      walking = walking == null ? Integer.valueOf(i) : i % 2 == 0 ? null : walking;
      System.out.println(walking);
    }
    int[][] arrays = null;
    do { // frozen here
      arrays = arrays == null ? new int[2][] : null;
      loop(1);
    } while (arrays != null);
    System.out.println(arrays == null);
  }
}
