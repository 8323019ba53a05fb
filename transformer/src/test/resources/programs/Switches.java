// Pattern switches on sealed records, string and enum switches, yields.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  sealed interface Sh permits Ci, Sq, Gr {}
  record Ci(double r) implements Sh {}
  record Sq(double a) implements Sh {}
  record Gr(Sh left, Sh right) implements Sh {}
  enum Color { RED, GREEN { int v() { return pause(20); } }; int v() { return pause(10); } }
  static double area(Sh s) {
    return switch (s) {
      case Ci(double r) when pause(r > 100) -> -1;
      case Ci(double r) -> pause(r) * r;
      case Sq(double a) -> a * pause(a);
      case Gr(Ci(var r), var right) -> pause(r) + area(right);
      case Gr(var l, var r) -> area(l) + area(r);
    };
  }
  static String sw(String s) {
    return switch (pause(s)) { case "a" -> "A" + pause(1); case "b", "Aa", "BB" -> { int z = pause(2); yield "B" + z; } default -> throw new RuntimeException(pause("bad")); };
  }
  static int dense(int i) { int r = 0; switch (pause(i)) { case 0: r += pause(1); case 1: r += pause(2); break; case 2: for (int k = 0; k < i; k++) r += k; default: r += 100; } return r; }
  static Object run() {
    StringBuilder sb = new StringBuilder();
    for (Sh s : new Sh[] {new Ci(2), new Ci(200), new Sq(3), new Gr(new Ci(1), new Sq(2)), new Gr(new Sq(1), new Sq(2))}) sb.append(area(s)).append(' ');
    sb.append(sw("a")).append(sw("b")).append(sw("BB"));
    try { sw("c"); } catch (RuntimeException e) { sb.append(e.getMessage()); }
    for (int i = 0; i < 5; i++) sb.append(dense(i)).append(',');
    for (Color c : Color.values()) sb.append(switch (c) { case RED -> c.v(); case GREEN -> c.v() + 1; });
    Object o = pause((Object) 5);
    if (o instanceof Integer i && pause(i) > 3) sb.append(i);
    return sb.toString();
  }
}
