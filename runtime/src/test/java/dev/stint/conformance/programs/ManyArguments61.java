package dev.stint.conformance.programs;

/** Sixty-one arguments of mixed widths across a loop. */
public final class ManyArguments61 {
  static long next = 1;

  static int n() {
    int v = 0;
    for (int i = 0; i < 2; i++) { // frozen here
      v += (int) next++;
    }
    return v;
  }

  static String all(
      int a0,
      long a1,
      double a2,
      String a3,
      int a4,
      long a5,
      double a6,
      String a7,
      int a8,
      long a9,
      int b0,
      long b1,
      double b2,
      String b3,
      int b4,
      long b5,
      double b6,
      String b7,
      int b8,
      long b9,
      int c0,
      long c1,
      double c2,
      String c3,
      int c4,
      long c5,
      double c6,
      String c7,
      int c8,
      long c9,
      int d0,
      long d1,
      double d2,
      String d3,
      int d4,
      long d5,
      double d6,
      String d7,
      int d8,
      long d9,
      int e0,
      long e1,
      double e2,
      String e3,
      int e4,
      long e5,
      double e6,
      String e7,
      int e8,
      long e9,
      int f0,
      long f1,
      double f2,
      String f3,
      int f4,
      long f5,
      double f6,
      String f7,
      int f8,
      long f9,
      byte g) {
    StringBuilder text = new StringBuilder();
    Object[] values = {
      a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2,
      c3, c4, c5, c6, c7, c8, c9, d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, e0, e1, e2, e3, e4, e5,
      e6, e7, e8, e9, f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, g
    };
    for (Object value : values) { // frozen here
      text.append(value).append(',');
    }
    return text.append(a0 + a1 + f9 + g).toString();
  }

  public static void main(String[] args) {
    System.out.println(
        all(
            n(),
            n(),
            n(),
            "s" + n(),
            n(),
            n(),
            n(),
            "s",
            n(),
            n(),
            n(),
            n(),
            n(),
            "s" + n(),
            n(),
            n(),
            n(),
            "s",
            n(),
            n(),
            n(),
            n(),
            n(),
            "s" + n(),
            n(),
            n(),
            n(),
            "s",
            n(),
            n(),
            n(),
            n(),
            n(),
            "s" + n(),
            n(),
            n(),
            n(),
            "s",
            n(),
            n(),
            n(),
            n(),
            n(),
            "s" + n(),
            n(),
            n(),
            n(),
            "s",
            n(),
            n(),
            n(),
            n(),
            n(),
            "s" + n(),
            n(),
            n(),
            n(),
            "s",
            n(),
            n(),
            (byte) n()));
    System.out.println(next);
  }
}
