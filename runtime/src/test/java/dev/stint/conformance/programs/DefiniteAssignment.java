package dev.stint.conformance.programs;

/** Locals that get their value late, on different paths, or share a slot with another type. */
public final class DefiniteAssignment {
  static int loop(int n) {
    int x = n;
    while (x < n * 3) { // frozen here
      x += 2;
    }
    return x;
  }

  static long late(int kind) {
    final int a;
    long b;
    double c;
    if (kind == 0) {
      a = loop(1);
      b = a;
    } else if (kind == 1) {
      b = loop(2);
      a = (int) b + loop(3);
    } else {
      a = -1;
      int hidden = loop(4);
      b = hidden * 2L;
    }
    for (int i = 0; ; i++) { // frozen here
      c = i + a;
      if (loop(i) > 8) {
        break;
      }
    }
    return b + (long) c;
  }

  static String whileTrue(int n) {
    String found;
    while (true) { // frozen here
      n = n % 2 == 0 ? n / 2 : n * 3 + 1;
      if (n == 1) {
        found = "one";
        break;
      }
      if (n > 200) {
        found = "big" + n;
        break;
      }
    }
    return found + loop(1);
  }

  static boolean assigned(int n) {
    boolean b;
    int k;
    if (n > 2 && (k = loop(n)) > 5) {
      b = k % 2 == 0;
    } else {
      b = loop(n + 1) > 3;
    }
    return b;
  }

  static String reuse(int n) {
    StringBuilder out = new StringBuilder();
    for (int round = 0; round < n; round++) { // frozen here
      if (round % 3 == 0) {
        long wide = loop(round + 1);
        out.append(wide);
      } else if (round % 3 == 1) {
        String text = "t" + loop(round);
        double d = 0.5;
        out.append(text).append(d);
      } else {
        int[] array = new int[loop(round)];
        out.append(array.length);
      }
      out.append(' ');
    }
    return out.toString();
  }

  public static void main(String[] args) {
    System.out.println(late(0) + " " + late(1) + " " + late(2));
    System.out.println(whileTrue(7) + " " + whileTrue(27));
    System.out.println(assigned(1) + " " + assigned(3) + " " + assigned(4));
    System.out.println(reuse(8));
  }
}
