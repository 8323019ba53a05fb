package dev.stint.conformance.programs;

/** Inner, nested inner, local and anonymous classes that reach outer fields and captured locals. */
public final class InnerClasses {
  private int shared = 1;

  final class Inner {
    private int own = shared * 10;

    final class Deeper {
      int mix(int n) {
        for (int i = 0; i < n; i++) { // frozen here
          shared += own;
          own += i;
          InnerClasses.this.shared++;
        }
        return shared + Inner.this.own;
      }
    }

    Deeper deeper() {
      return new Deeper();
    }
  }

  interface Step {
    long go(int n);
  }

  Step local(int base, String suffix) {
    long[] sum = {base};
    class Local implements Step {
      final String name = suffix + base;

      @Override
      public long go(int n) {
        for (int i = 0; i < n; i++) { // frozen here
          sum[0] += i + name.length() + shared;
        }
        return sum[0];
      }

      Local again() {
        return new Local();
      }
    }
    return new Local().again();
  }

  Step anonymous(int factor) {
    int captured = factor + shared;
    return new Step() {
      int calls;

      {
        calls = captured;
      }

      @Override
      public long go(int n) {
        long product = 1;
        while (n-- > 0) { // frozen here
          product = product * captured + calls++ + shared;
        }
        return product;
      }
    };
  }

  public static void main(String[] args) {
    InnerClasses outer = new InnerClasses();
    InnerClasses.Inner inner = outer.new Inner();
    Inner.Deeper deeper = inner.deeper();
    System.out.println(deeper.mix(3) + " " + inner.new Deeper().mix(2));
    Step[] steps = {outer.local(5, "ab"), outer.anonymous(2), outer.local(1, "")};
    for (Step step : steps) { // frozen here
      System.out.println(step.go(3) + " " + step.go(2));
    }
    System.out.println(outer.shared + " " + inner.own);
  }
}
