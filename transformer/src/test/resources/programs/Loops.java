// Loops of every shape, with operands under the back-edge.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  static int depth(int n) { return n == 0 ? 0 : 1 + depth(pause(n - 1)); }
  static int labels() { int r = 0; outer: for (int i = 0; i < 5; i++) { int j = 0; do { if (j == 3) continue outer; if (i == 4) break outer; r += i * j; } while (j++ < 10); } return r; }
  static String early() { for (;;) { if (pause(true)) return "e"; } }
  static long matrix() { double[][] a = new double[4][4]; for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) for (int k = 0; k < 4; k++) a[i][j] += i * k - j; long s = 0; for (double[] r : a) for (double d : r) s = s * 31 + (long) d; return s; }
  static int retry() { int n = 0; while (true) { try { if (++n < 4) throw new RuntimeException(); return n; } catch (RuntimeException e) { if (n > 10) break; } } return -1; }
  static String types() { byte b = 0; short s = 0; char c = 'a'; float f = 0; double d = 0; long l = 0; boolean z = false; Object o = null; String str = null; for (int i = 0; i < 5; i++) { b += 100; s += 30000; c++; f += .1f; d += .1; l += 1L << 40; z = !z; o = o == null ? "x" : o + "y"; if (i == 2) str = "late"; } return "" + b + s + c + f + d + l + z + o + str; }
  static int uninit(int n) { int x; if (n > 2) { x = n; for (int i = 0; i < n; i++) x += i; } else { x = pause(7); } int y = x; { int x2 = y; y = x2 + 1; } { String s = pause("a"); y += s.length(); } return y; }
  static int switchLoop() { int st = 0, n = 0; while (true) { switch (st) { case 0: st = 1; n++; continue; case 1: st = n < 5 ? 0 : 2; continue; default: return n; } } }
  static int nulls() { String s = null; Object[] os = null; int n = 0; while (n < 3) { n++; if (s != null) return -1; pause(); } s = n > 2 ? "set" : null; os = new Object[] {s, null}; for (Object o : os) n += o == null ? 1 : 10; return n; }
  static Object run() { return depth(20) + " " + labels() + early() + matrix() + retry() + types() + uninit(1) + uninit(5) + switchLoop() + nulls(); }
}
