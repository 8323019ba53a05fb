package dev.stint.conformance.programs;

/** Every form of loop: several variables, no body, no condition, do-while, arrays, strings. */
public final class LoopForms {
  public static void main(String[] args) {
    int sum = 0;
    for (int i = 0, j = 20; i < j; i += 2, j--) { // frozen here
      sum += i * j;
    }
    System.out.println(sum);
    int k = 0;
    for (; ; ) { // frozen here
      if (++k > 6) {
        break;
      }
    }
    int n = 0;
    while (n++ < 5) {} // frozen here
    System.out.println(k + " " + n);
    do { // frozen here
      n -= 3;
    } while (n > 0);
    System.out.println(n);
    long total = 0;
    for (long big = 1L << 33; big > 0; big >>>= 3) { // frozen here
      total += big;
    }
    for (double d = 0; d < 1; d += 0.25) { // frozen here
      total += (long) (d * 100);
    }
    for (float f = 1; f < 100; f *= 3) { // frozen here
      total -= (long) f;
    }
    System.out.println(total);
    for (char c = 'a'; c <= 'e'; c++) { // frozen here
      System.out.print(c);
    }
    for (byte b = 125; b > 0; b++) { // frozen here
      System.out.print(b);
    }
    System.out.println();
    for (String s : new String[] {"x", "y"}) { // frozen here
      for (char c : s.toCharArray()) { // frozen here
        for (boolean z : new boolean[] {true, false}) { // frozen here
          System.out.print(c + "" + z + " ");
        }
      }
    }
    System.out.println();
    int[] fib = new int[12];
    for (int i = 0, a = 0, b = 1, t; i < fib.length; i++, t = a + b, a = b, b = t) { // frozen here
      fib[i] = a;
    }
    System.out.println(fib[11]);
    int depth = 0;
    for (int a = 0; a < 3; a++) { // frozen here
      for (int b = a; b < 3; b++) { // frozen here
        int c = b;
        while (c > 0) { // frozen here
          do { // frozen here
            depth++;
          } while (depth % 4 != 0);
          c--;
        }
      }
    }
    System.out.println(depth);
  }
}
