// new with suspending arguments, nested, in branches, with the result unused.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  static int made;
  static class Pt { final int x; final String s; Pt(int x, String s) { this.x = x; this.s = s; made++; } public String toString() { return x + s; } }
  static class Wide { final double d; Wide(long l, double d, Pt p) { this.d = l + d + p.x; } }
  class Inner { final int v; Inner(int v) { this.v = v + base; } }
  int base = 100;
  static Object run() {
    Pt p = new Pt(pause(3), pause("q") + new Pt(pause(4), new String(pause("w"))).s);
    new Pt(pause(1), "unused");
    Pt q = new Pt(pause(true) ? pause(5) : 6, pause(false) ? "a" : pause("b"));
    Wide w = new Wide(pause(1L), pause(2.5), new Pt(pause(7), "x"));
    Inner in = new Prog().new Inner(pause(11));
    Object[] os = {new Pt(pause(1), "1"), pause("2"), new int[pause(3)].length, new Object[] {new Pt(pause(9), "9")}[0]};
    String caught = "";
    try { throw new IllegalStateException("m" + pause(5), new RuntimeException(pause("c"))); }
    catch (IllegalStateException e) { caught = e.getMessage() + e.getCause().getMessage(); }
    StringBuilder sb = new StringBuilder(pause(16)).append(pause("z")).append(new StringBuilder(pause("y")));
    for (int i = 0; i < 3; i++) sb.append(new Pt(i, pause("l" + i)));
    return p + " " + q + w.d + in.v + Arrays.toString(os) + caught + sb + made;
  }
}
