package dev.stint.conformance.programs;

/** Abstract methods, overriding, super calls up three levels and template methods that loop. */
public final class SuperCalls {
  abstract static class Base {
    protected final StringBuilder log = new StringBuilder();

    abstract int step(int i);

    int run(int n) {
      int sum = 0;
      for (int i = 0; i < n; i++) { // frozen here
        sum += step(i);
        log.append(name()).append(i);
      }
      return sum;
    }

    String name() {
      return "base";
    }
  }

  static class Middle extends Base {
    @Override
    int step(int i) {
      int r = 0;
      while (i > 0) { // frozen here
        r += i--;
      }
      return r;
    }

    @Override
    int run(int n) {
      int first = super.run(n) * 10;
      return first + super.run(n - 1);
    }

    @Override
    String name() {
      return "m" + super.name().charAt(0);
    }
  }

  static final class Leaf extends Middle {
    @Override
    int step(int i) {
      int total = super.step(i) + super.step(i + 1);
      for (int k = 0; k < 2; k++) { // frozen here
        total += k * super.step(2);
      }
      return total;
    }

    @Override
    protected Leaf clone() {
      return new Leaf();
    }

    int viaBase() {
      Base self = this;
      return self.step(3) + this.clone().run(1);
    }
  }

  public static void main(String[] args) {
    Base[] all = {new Middle(), new Leaf()};
    for (Base b : all) { // frozen here
      System.out.println(b.run(4) + " " + b.log);
    }
    System.out.println(new Leaf().viaBase());
    Base anonymous =
        new Middle() {
          @Override
          int step(int i) {
            return super.step(i) - 1;
          }
        };
    System.out.println(anonymous.run(5));
  }
}
