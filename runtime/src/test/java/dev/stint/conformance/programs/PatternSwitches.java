package dev.stint.conformance.programs;

import java.util.List;

/** Pattern switches on sealed types with guards that loop, null and default. */
public final class PatternSwitches {
  sealed interface Shape permits Circle, Square, Group {}

  record Circle(double radius) implements Shape {}

  record Square(long side) implements Shape {}

  record Group(List<Shape> parts, String name) implements Shape {}

  static boolean prime(long n) {
    for (long d = 2; d * d <= n; d++) { // frozen here
      if (n % d == 0) {
        return false;
      }
    }
    return n > 1;
  }

  static double area(Shape shape) {
    return switch (shape) {
      case Circle(double r) when r < 0 -> Double.NaN;
      case Circle c -> c.radius() * c.radius() * 3;
      case Square(long side) when prime(side) -> -side * side;
      case Square(var side) -> side * side;
      case Group(List<Shape> parts, String name) -> {
        double sum = name.length();
        for (Shape part : parts) { // frozen here
          sum += area(part);
        }
        yield sum;
      }
    };
  }

  static String kind(Object o) {
    return switch (o) {
      case null -> "null";
      case Integer i when prime(i) -> "prime " + i;
      case Integer i when i > 100 -> "large " + i;
      case Integer i -> "int " + i;
      case Long l -> "long " + prime(l);
      case String s when s.isEmpty() -> "empty";
      case CharSequence s -> "text " + s.length();
      case int[] a -> "ints " + a.length;
      case Shape s -> "shape " + area(s);
      default -> o.getClass().getSimpleName();
    };
  }

  public static void main(String[] args) {
    Object[] all = {
      null,
      97,
      1000,
      91,
      101L,
      "",
      "abc",
      new StringBuilder("xy"),
      new int[3],
      new Circle(2),
      new Circle(-1),
      new Square(101),
      new Square(100),
      'c',
      new Group(List.of(new Circle(1), new Group(List.of(new Square(49)), "n"), new Square(7)), "g")
    };
    for (Object o : all) { // frozen here
      System.out.println(kind(o));
    }
  }
}
