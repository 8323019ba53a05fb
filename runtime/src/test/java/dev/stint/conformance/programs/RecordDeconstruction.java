package dev.stint.conformance.programs;

/** Nested record patterns, also generic ones, taken apart in loops, instanceof and switches. */
public final class RecordDeconstruction {
  sealed interface Expr permits Num, Add, Mul, Neg {}

  record Num(int value) implements Expr {}

  record Add(Expr left, Expr right) implements Expr {}

  record Mul(Expr left, Expr right) implements Expr {}

  record Neg(Expr inner) implements Expr {}

  record Pair<A, B>(A first, B second) {}

  static int eval(Expr e) {
    int value =
        switch (e) {
          case Num(int v) -> v;
          case Add(Num(int a), Num(int b)) -> a + b;
          case Add(Expr l, Expr r) -> eval(l) + eval(r);
          case Mul(Num(var a), var r) when a == 0 -> 0;
          case Mul(Expr l, Expr r) -> times(eval(l), eval(r));
          case Neg(Neg(Expr inner)) -> eval(inner);
          case Neg(Expr inner) -> -eval(inner);
        };
    return value;
  }

  static int times(int a, int b) {
    int product = 0;
    for (int i = 0; i < Math.abs(a); i++) { // frozen here
      product += b;
    }
    return a < 0 ? -product : product;
  }

  static String show(Object o) {
    if (o instanceof Pair<?, ?>(Pair<?, ?>(String a, Integer b), var c) && times(b, 2) > 4) {
      return a + b + c;
    }
    if (!(o instanceof Pair<?, ?>(var a, Pair<?, ?>(_, var d)))) {
      return "other " + o;
    }
    return a + "-" + d;
  }

  public static void main(String[] args) {
    Expr e =
        new Add(
            new Mul(new Num(3), new Neg(new Num(4))),
            new Neg(new Neg(new Add(new Num(5), new Mul(new Num(0), new Num(9))))));
    for (int i = 0; i < 3; i++) { // frozen here
      System.out.println(eval(new Mul(new Num(i - 1), e)) + " " + eval(e));
    }
    System.out.println(e);
    System.out.println(show(new Pair<>(new Pair<>("x", 3), 4.5)));
    System.out.println(show(new Pair<>(new Pair<>("x", 1), 4.5)));
    System.out.println(show(new Pair<>('a', new Pair<>("ignored", 6L))));
  }
}
