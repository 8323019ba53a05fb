package dev.stint.conformance.programs;

/** A throw at each place around a loop: before, after, within, in handlers and in finally. */
public final class ThrowPlaces {
  static final class Boom extends Exception {
    Boom(String message) {
      super(message);
    }
  }

  static int loop(String what, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      sum += i * i;
    }
    System.out.println("  " + what + " " + sum);
    return sum;
  }

  static void callee(int where) throws Boom {
    if (where == 0) {
      throw new Boom("callee before its loop");
    }
    for (int i = 0; i < 5; i++) { // frozen here
      if (where == 1 && i == 3) {
        throw new Boom("callee in mid-loop " + i);
      }
    }
    throw new Boom("callee after its loop");
  }

  static int place(int n) throws Boom {
    int local = n * 10;
    try {
      switch (n) {
        case 1 -> throw new Boom("before " + local);
        case 2 -> throw new Boom("after " + loop("body", 4));
        case 3, 4, 5 -> callee(n - 3);
        case 6, 7, 8, 9 -> throw new Boom("to handler");
        case 10, 11 -> local += loop("body", 2);
        case 12 -> local /= loop("zero", 1);
        case 13 -> local = new int[2][loop("index", 3)].length / (local - 130);
        default -> throw new IllegalStateException("passing by " + loop("body", 6));
      }
    } catch (Boom e) {
      System.out.println("  caught " + e.getMessage());
      switch (n) {
        case 6 -> throw new Boom("handler before");
        case 7 -> throw new Boom("handler after " + loop("handler", 3));
        case 8 -> callee(2);
        case 9 -> {
          loop("handler", 3);
          throw e;
        }
        default -> local += loop("handler", 5);
      }
    } finally {
      local++;
      if (n == 10) {
        loop("never", 0);
        throw new Boom("finally before");
      }
      local += loop("finally", 3);
      if (n == 11) {
        throw new Boom("finally after " + local);
      }
    }
    return local + loop("end", 2);
  }

  public static void main(String[] args) {
    for (int n = 1; n <= 16; n++) { // frozen here
      System.out.println(n);
      try {
        System.out.println(" returned " + place(n));
      } catch (Boom | RuntimeException e) {
        System.out.println(" threw " + e + " " + loop("outer handler", 2));
      }
    }
  }
}
