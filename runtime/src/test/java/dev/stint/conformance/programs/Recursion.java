package dev.stint.conformance.programs;

/** Fibonacci, Ackermann, Hanoi and permutations with loops at several depths. */
public final class Recursion {
  static int fib(int n) {
    int extra = 0;
    for (int i = 0; i < 1; i++) { // frozen here
      extra += i;
    }
    return n < 2 ? n + extra : fib(n - 1) + fib(n - 2);
  }

  static int ackermann(int m, int n) {
    while (m > 0) { // frozen here
      if (n == 0) {
        n = 1;
      } else {
        n = ackermann(m, n - 1);
      }
      m--;
    }
    return n + 1;
  }

  static int moves;

  static void hanoi(int n, int from, int to, int[][] pegs) {
    for (int rest = n; rest > 0; rest--) { // frozen here
      int via = 3 - from - to;
      hanoi(rest - 1, from, via, pegs);
      pegs[to][0] += pegs[from][0] > 0 ? 1 : 0;
      moves++;
      from = via;
    }
  }

  static void permute(char[] a, int k, StringBuilder out) {
    if (k == a.length) {
      out.append(a).append(' ');
      return;
    }
    for (int i = k; i < a.length; i++) { // frozen here
      char t = a[k];
      a[k] = a[i];
      a[i] = t;
      permute(a, k + 1, out);
      a[i] = a[k];
      a[k] = t;
    }
  }

  public static void main(String[] args) {
    System.out.println(fib(12));
    System.out.println(ackermann(2, 3) + " " + ackermann(1, 5));
    hanoi(6, 0, 2, new int[3][1]);
    System.out.println(moves);
    StringBuilder out = new StringBuilder();
    permute("abcd".toCharArray(), 0, out);
    System.out.println(out);
  }
}
