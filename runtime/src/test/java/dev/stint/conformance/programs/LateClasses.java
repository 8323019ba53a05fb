package dev.stint.conformance.programs;

import java.util.function.IntUnaryOperator;

/** Classes that no code names are found by name late, loaded and frozen like all others. */
public final class LateClasses {
  public static final class Squares implements IntUnaryOperator {
    static int made;

    public Squares() {
      made++;
    }

    @Override
    public int applyAsInt(int n) {
      int s = 0;
      for (int i = 0; i < n; i++) { // frozen here
        s += n;
      }
      return s + made;
    }
  }

  public static final class Triangles implements IntUnaryOperator {
    @Override
    public int applyAsInt(int n) {
      int s = 0;
      while (n > 0) { // frozen here
        s += n--;
      }
      return s;
    }
  }

  public static void main(String[] args) throws Exception {
    String prefix = LateClasses.class.getName() + "$";
    IntUnaryOperator last = x -> x;
    for (String name : "Squares Triangles Squares Missing".split(" ")) { // frozen here
      try {
        Class<?> type = Class.forName(prefix + name);
        IntUnaryOperator f = (IntUnaryOperator) type.getDeclaredConstructor().newInstance();
        System.out.println(type.getSimpleName() + " " + f.applyAsInt(5) + " " + last.applyAsInt(4));
        last = f;
      } catch (ClassNotFoundException e) {
        System.out.println("no " + name + " " + last.applyAsInt(3));
      }
    }
  }
}
