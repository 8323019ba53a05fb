package dev.stint.conformance.programs;

import java.util.Arrays;

/** Operands that were evaluated already wait, half done, while a later operand loops. */
public final class EvaluationOrder {
  static int calls;

  static int loop(int result) {
    calls++;
    int n = 0;
    for (int i = 0; i < 3; i++) { // frozen here
      n += i;
    }
    return result + n - 3;
  }

  static int[] array(int... values) {
    loop(0);
    return values;
  }

  static <T> T say(T value) {
    System.out.print(value + " ");
    return value;
  }

  static void compounds() {
    int[] a = {10, 20, 30};
    int i = 0;
    a[i++] += loop(i++) * 2;
    a[i] <<= loop(1) + (i = loop(0));
    a[a[i] > 11 ? 2 : 1] -= a[2] = loop(7);
    System.out.println(Arrays.toString(a) + " " + i);
    byte b = 120;
    b += loop(10);
    short s = (short) 40_000;
    s >>>= loop(2);
    char c = 'a';
    c += loop(1) + .9;
    long l = 1L << 40;
    l ^= loop(5);
    float f = 16_777_216f;
    f += loop(1);
    i = i++ + loop(i) + --i;
    System.out.println(b + " " + s + " " + c + " " + l + " " + f + " " + i);
  }

  static void failures() {
    int[] none = null;
    int[] a = {1, 2};
    int k = 1;
    try {
      none[loop(k = 9)] = loop(k = 8);
    } catch (NullPointerException e) {
      System.out.println("null after its operands " + k);
    }
    try {
      a[loop(2)] += loop(k = 7);
    } catch (ArrayIndexOutOfBoundsException e) {
      System.out.println("outside before its operand " + k);
    }
    try {
      a[k = 0] = loop(1) / loop(0);
    } catch (ArithmeticException e) {
      System.out.println(k + " " + a[0]);
    }
    Object[] objects = new String[1];
    try {
      objects[loop(0)] = say(loop(4));
    } catch (ArrayStoreException e) {
      System.out.println(objects[0]);
    }
  }

  public static void main(String[] args) {
    compounds();
    failures();
    String text =
        "a" + loop(1) + 'b' + (loop(2) + loop(3)) + null + 1.5f + say("x").charAt(loop(0));
    text += loop(1) + loop(1) + "!" + loop(1) + loop(1);
    System.out.println(text);
    boolean quiet = loop(0) == 1 && loop(1) == 1 | loop(2) == 2;
    boolean loud = loop(0) == 1 & loop(1) == 1 ^ loop(2) == 2 || loop(3) == 3;
    System.out.println(quiet + " " + loud + " " + calls);
    int[][] grid = new int[loop(2)][loop(3)];
    grid[loop(1)][loop(2)] = array(4, 5, loop(6))[loop(2)]++ + ++array(7)[loop(0)];
    System.out.println(Arrays.deepToString(grid));
    long wide =
        say(1L) + (loop(2) > 1 ? say(loop(3)) : say(4.5f) > 1 ? 1 : 2) * say(2.5d) > 8 ? 1 : 0;
    System.out.println(wide + " " + calls);
  }
}
