package dev.stint.conformance.programs;

/** Mutable statics of many types, in several classes, count on across freezes. */
public final class StaticCounters {
  static int calls;
  static long total = 5;
  static double[] history = new double[4];
  static String last = "none";
  private static volatile boolean done;
  static final int LIMIT = 12;

  static final class Registry {
    static int used;
    static Registry latest;
    final int id = ++used;
    Registry previous = latest;
  }

  interface Defaults {
    int[] CELL = {7};
  }

  static void call(int n) {
    for (int i = 0; i < n; i++) { // frozen here
      calls++;
      total += calls;
      history[calls % history.length] = total / 2.0;
      Defaults.CELL[0]++;
    }
    last = "call" + n;
    Registry.latest = new Registry();
    done = calls > LIMIT;
  }

  public static void main(String[] args) {
    int round = 0;
    while (!done) { // frozen here
      call(round++);
    }
    System.out.println(calls + " " + total + " " + last + " " + round + " " + Defaults.CELL[0]);
    for (double d : history) { // frozen here
      System.out.print(d + " ");
    }
    int chain = 0;
    for (Registry r = Registry.latest; r != null; r = r.previous) { // frozen here
      chain = chain * 10 + r.id;
    }
    System.out.println(chain + " " + Registry.used);
  }
}
