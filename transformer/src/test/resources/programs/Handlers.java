// Sixteen places of a throw around a suspension.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  static StringBuilder log = new StringBuilder();
  static class A extends RuntimeException { A(String m) { super(m); } }
  static class B extends RuntimeException { B(String m) { super(m); } }
  static void boom(int at, int here) { if (at == here) throw new A("at" + here); }
  static int one(int at) {
    int before = pause(at * 10);
    int inside = -1;
    boom(at, 0);
    try {
      boom(at, 1);
      inside = pause(1);
      boom(at, 2);
      try {
        boom(at, 3);
        if (at == 4) fail(new A("at4"));
        pause();
        boom(at, 5);
      } catch (B e) {
        log.append("wrong");
      } finally {
        log.append("f").append(pause(inside));
        boom(at, 6);
      }
      boom(at, 7);
      if (at == 8) fail(new B("at8"));
    } catch (A e) {
      log.append("c").append(pause(e.getMessage()));
      boom(at == 5 ? 9 : at, 9);
      boom(at, 5);
    } catch (B e) {
      log.append("b").append(e.getMessage());
      try { fail(new A("at10")); } catch (A x) { log.append(pause(x.getMessage())); }
    } finally {
      log.append("g").append(pause(before)).append(inside);
      boom(at == 11 ? 11 : -1, 11);
      if (at == 12) fail(new B("at12"));
    }
    boom(at, 13);
    for (int i = 0; i < 3; i++) {
      try { if (i == 1 && at == 14) fail(new A("at14")); log.append(pause(i)); }
      catch (A e) { log.append("loop"); continue; }
      finally { log.append(i == 2 && at == 15 ? pause("last") : "-"); }
    }
    return before;
  }
  static int returnInFinally() { try { fail(new A("lost")); return 1; } finally { return pause(2); } }
  static int rethrow() { try { try { fail(new A("x")); } finally { pause(); } } catch (A e) { return pause(3); } return 4; }
  static String resources() {
    class R implements AutoCloseable { final String n; R(String n) { this.n = n; } public void close() { log.append(pause("close" + n)); if (n.equals("2")) throw new B("closing"); } }
    try (R r = new R(pause("1")); R s = new R("2")) { log.append(pause(r.n + s.n)); throw new A("body"); }
    catch (A e) { return e.getMessage() + e.getSuppressed().length; }
  }
  static Object run() {
    for (int at = 0; at < 16; at++) {
      log.append(" ").append(at).append(":");
      try { log.append(one(at)); } catch (RuntimeException e) { log.append("!").append(e.getMessage()); }
    }
    return log + " " + returnInFinally() + rethrow() + resources() + log;
  }
}
