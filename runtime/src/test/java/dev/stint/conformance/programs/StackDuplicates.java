package dev.stint.conformance.programs;

/** Duplicated references and indices stay under a call: compound assignments and chains. */
public final class StackDuplicates {
  int field = 4;
  long wideField = 5;
  static double fraction = 0.25;

  static int spin(int n) {
    int last = 0;
    for (int i = 0; i < n; i++) { // frozen here
      last = i;
    }
    return last;
  }

  StackDuplicates self() {
    int i = 0;
    do { // frozen here
      i++;
    } while (i < 3);
    return this;
  }

  public static void main(String[] args) {
    int[] ints = {10, 20, 30};
    long[] longs = {1L, 2L, 3L};
    double[] doubles = {0.5, 1.5};
    String[] strings = {"p", "q"};
    ints[spin(2)] += spin(5);
    ints[spin(3)]++;
    int old = ints[spin(1)]--;
    longs[spin(2)] *= 7 + spin(4);
    long before = longs[spin(3)]++;
    doubles[spin(2)] /= spin(3);
    strings[spin(1)] += "r" + spin(8);
    System.out.println(ints[0] + " " + ints[1] + " " + ints[2] + " " + old);
    System.out.println(longs[0] + " " + longs[1] + " " + longs[2] + " " + before);
    System.out.println(doubles[0] + " " + doubles[1] + " " + strings[0] + strings[1]);
    StackDuplicates d = new StackDuplicates();
    d.self().field += spin(3) + d.self().field++;
    d.self().wideField -= d.self().wideField-- * spin(4);
    fraction += spin(3) * fraction;
    System.out.println(d.field + " " + d.wideField + " " + fraction);
    int a;
    int b;
    long c = a = b = spin(6) + (spin(2) == 1 ? 100 : 200);
    System.out.println(a + b + c);
  }
}
