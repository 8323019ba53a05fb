package dev.stint.conformance.programs;

/** Default, static and private interface methods that loop, diamonds and explicit super calls. */
public final class InterfaceMethods {
  interface Counting {
    int limit();

    default int count() {
      int sum = 0;
      for (int i = 0; i < limit(); i++) { // frozen here
        sum += weight(i);
      }
      return sum;
    }

    private int weight(int i) {
      int w = 1;
      while (i-- > 0) { // frozen here
        w = twice(w);
      }
      return w;
    }

    private static int twice(int w) {
      int r = 0;
      for (int i = 0; i < 2; i++) { // frozen here
        r += w;
      }
      return r;
    }

    static Counting upTo(int n) {
      return () -> n;
    }
  }

  interface Loud extends Counting {
    @Override
    default int count() {
      return Counting.super.count() * 100;
    }
  }

  interface Quiet extends Counting {
    @Override
    default int count() {
      return Counting.super.count() + 1;
    }
  }

  record Both(int limit) implements Loud, Quiet {
    @Override
    public int count() {
      return Loud.super.count() + Quiet.super.count();
    }
  }

  enum Fixed implements Counting {
    TWO,
    FOUR;

    @Override
    public int limit() {
      return ordinal() * 2 + 2;
    }
  }

  public static void main(String[] args) {
    Counting[] all = {Counting.upTo(4), new Both(3), Fixed.TWO, Fixed.FOUR, (Loud) () -> 2};
    for (Counting c : all) { // frozen here
      System.out.println(c.count());
    }
  }
}
