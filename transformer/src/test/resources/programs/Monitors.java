// synchronized blocks and methods run pinned, and what follows them does not.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  static int[] box = {0};
  static int sync(Object o) { int r; synchronized (o) { r = pause(1); for (int i = 0; i < 3; i++) r += i; } return pause(r); }
  static synchronized int locked(int n) { int s = 0; for (int i = 0; i < n; i++) s += pause(i); return s; }
  static int handler(Object o) {
    int r = 0;
    for (int i = 0; i < 4; i++) {
      try { synchronized (o) { try { if (i == 1) fail(new RuntimeException("in")); r += pause(1); } catch (RuntimeException e) { r += pause(100); switch (i) { case 1: r += pause(1000); break; default: r++; } } if (i == 2) throw new IllegalStateException(); } }
      catch (IllegalStateException e) { r += pause(10); if (Thread.holdsLock(o)) r = -99999; }
    }
    return r;
  }
  static int nested(Object a, Object b) { synchronized (a) { synchronized (b) { pause(); } for (int i = 0; i < 2; i++) pause(i); } return pause(5); }
  static int returning(Object o) { synchronized (o) { if (pause(true)) return pause(9); } return 1; }
  Prog() { for (int i = 0; i < 3; i++) box[0] += pause(i); }
  static class Init { static int v; static { for (int i = 0; i < 5; i++) v += pause(i); } }
  static Object run() { Object o = new Object(); return sync(o) + locked(4) + handler(o) + nested(o, new Object()) + returning(o) + new Prog().hashCodeOf() + Init.v; }
  int hashCodeOf() { return box[0]; }
}
