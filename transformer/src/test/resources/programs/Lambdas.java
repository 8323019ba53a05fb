// Lambdas and method references of all kinds through program and JDK interfaces.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  interface Op { long apply(int a, Integer b); }
  interface TriFn<A, B, C, R> { R apply(A a, B b, C c); default TriFn<A, B, C, String> str() { return (a, b, c) -> "<" + apply(a, b, c) + ">"; } }
  static long ap(Op o, int n) { long s = 0; for (int i = 0; i < n; i++) s += o.apply(i, i * 2); return s; }
  int base = 7;
  long inst(int k) { return ap((a, b) -> a + b + base + pause((long) k), 3); }
  static long stat(int a, Integer b) { return pause(a) * b; }
  private long mine(int a, Integer b) { return pause(a + b + base); }
  private static int sec(int a) { return pause(a) + 1; }
  record P(String s, int i) { P { s = s + "!"; } }
  static class Priv { final int v; private Priv(int v) { this.v = v; } private int get() { return pause(v); } }
  static String va(String... s) { return pause(String.join("+", s)); }
  static <T extends Comparable<T> & java.io.Serializable> T max(T a, T b) { Supplier<T> s = (Supplier<T> & java.io.Serializable) () -> pause(1) > 0 && a.compareTo(b) > 0 ? a : b; return s.get(); }
  static int apply(IntUnaryOperator f, int x) { return f.applyAsInt(x); }
  static Object run() {
    StringBuilder sb = new StringBuilder();
    int q = 5;
    sb.append(ap((a, b) -> pause((long) a) + q, 4)).append(' ').append(ap(Prog::stat, 4)).append(' ').append(new Prog().inst(5)).append(' ');
    Prog p = new Prog();
    sb.append(ap(p::mine, 3)).append(' ').append(apply(Prog::sec, 4)).append(apply(x -> pause(x) * 2, 5));
    BiFunction<String, Integer, P> mk = P::new; IntFunction<int[]> arr = int[]::new; Function<Integer, Priv> pm = Priv::new; ToIntFunction<Priv> pg = Priv::get;
    sb.append(mk.apply(pause("s"), pause(3))).append(arr.apply(pause(4)).length).append(pg.applyAsInt(pm.apply(8)));
    BiFunction<String, String, String> v2 = Prog::va; Function<String, Integer> len = String::length; Function<Object, String> str = Object::toString;
    sb.append(v2.apply("a", "b")).append(len.apply("four")).append(str.apply(5));
    sb.append(max("x", "y")).append(max(3, 2));
    TriFn<Integer, Long, Character, Double> tri = (a, b, c) -> a + b + c + pause(0.5);
    sb.append(tri.apply(1, 2L, 'c')).append(tri.str().apply(1, 2L, 'd'));
    ToLongFunction<Integer> widen = Integer::intValue; DoubleSupplier ds = () -> pause(3); Supplier<Object> boxed = () -> pause(4L); LongBinaryOperator lb = Math::max; IntToLongFunction il = Prog::sec; Predicate<String> ps = pause("abc")::contains; Consumer<String> dropped = sb::append;
    sb.append(widen.applyAsLong(9)).append(ds.getAsDouble()).append(boxed.get()).append(lb.applyAsLong(3, 4)).append(il.applyAsLong(7)).append(ps.test("b"));
    dropped.accept("tail");
    Runnable r = () -> { for (int i = 0; i < 3; i++) { Runnable in = () -> sb.append(pause(q)); in.run(); } };
    r.run(); r.run();
    Supplier<Supplier<String>> nest = () -> { String s = pause("n"); return () -> s + pause("m"); };
    sb.append(nest.get().get());
    Comparator<String> c = (a, b) -> { int d = 0; for (int i = 0; i < 1; i++) d += a.length() - b.length(); return d; };
    sb.append(c.compare("aaa", "b")).append(c.reversed().compare("aaa", "b"));
    Callable3 same = Prog::three; sb.append(same.call(1, 2, 3));
    return sb.toString();
  }
  interface Callable3 { Object call(int a, long b, Object c); }
  static String three(long a, double b, Object c) { return pause("" + a + b + c); }
}
