// Static finals, class initialisation order, identity hashes, default serial versions.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog implements java.io.Serializable {
  static final List<String> LOG = new ArrayList<>();
  static final int CONST = 42; static final String NAME = "n" + CONST; static final long COMPUTED = pause(5L);
  static class A { static final int V = log("A"); static int log(String s) { LOG.add(s); return s.length(); } }
  static class B extends A { static final int W = log("B"); static int touch() { return pause(W); } }
  interface I { int X = A.log("I"); default int d() { int s = 0; for (int i = 0; i < 2; i++) s += X; return s; } }
  static class C implements I {}
  protected int field; private transient String t; public static volatile long vol;
  Object hashed = new Object() { };
  static Object run() {
    LOG.add("start" + pause(1));
    int r = new C().d() + B.touch();
    Prog p = new Prog(), q = p;
    Set<Object> set = new HashSet<>(); for (int i = 0; i < 3; i++) set.add(p); set.add(new Prog());
    return LOG + NAME + COMPUTED + r + set.size() + (p.hashCode() == q.hashCode()) + (p.toString().equals(q.toString())) + p.equals(q) + new Prog().equals(q)
        + java.io.ObjectStreamClass.lookup(Prog.class).getSerialVersionUID();
  }
}
