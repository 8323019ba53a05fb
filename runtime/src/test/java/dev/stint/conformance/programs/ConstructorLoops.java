package dev.stint.conformance.programs;

/** A constructor that loops is pinned, its arguments and everything after it are not. */
public final class ConstructorLoops {
  static class Base {
    protected long state;

    Base(int n) {
      for (int i = 0; i < n; i++) { // pinned here
        state = state * 31 + i;
      }
      hook();
    }

    void hook() {
      for (int i = 0; i < 2; i++) { // pinned here
        state++;
      }
    }
  }

  static final class Derived extends Base {
    final int checked;
    final Base other;

    Derived(int n, Base other) {
      int positive = n;
      while (positive < 0) { // pinned here
        positive += 4;
      }
      super(positive);
      this.checked = positive;
      this.other = other;
    }

    Derived() {
      this(-6, new Base(1));
    }

    long mix() {
      long r = state;
      for (int i = 0; i < checked + 2; i++) { // frozen here
        r = r * 7 + other.state;
      }
      return r;
    }
  }

  static int loop(int n) {
    int r = 0;
    while (n > 0) { // frozen here
      r += n--;
    }
    return r;
  }

  public static void main(String[] args) {
    Derived d = new Derived(loop(2), new Derived(loop(1) - 9, new Base(loop(3))));
    System.out.println(d.mix() + " " + d.state + " " + d.checked);
    System.out.println(new Derived().mix() + " " + new Derived().other.state);
  }
}
