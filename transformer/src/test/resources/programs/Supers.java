// Super calls in lambdas, method references to super, to private and to inherited members.
// Pinned calls of primitives: 1
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  static class A { String m(int x) { return "A" + pause(x); } protected String p() { return pause("p"); } }
  interface I { default String d(int x) { return "I" + pause(x); } static Supplier<String> mk(String s) { return () -> pause(s) + "mk"; } default Supplier<String> viaThis() { return () -> d(3) + pause("t"); } }
  static class B extends A implements I {
    String m(int x) { Supplier<String> s = () -> super.m(x) + pause("B"); IntFunction<String> r = super::m; return s.get() + r.apply(x + 1); }
    public String d(int x) { Supplier<String> s = () -> I.super.d(x) + "b"; return s.get(); }
    private String priv(String s) { return pause(s) + "priv"; }
    static B of(String s) { return new B(); }
    class In { String go() { Function<String, String> f = B.this::priv; Supplier<String> g = () -> B.super.m(9) + priv("x"); return f.apply("y") + g.get(); } }
  }
  enum E { X(() -> pause("ex")), Y(E::why); final Supplier<String> s; E(Supplier<String> s) { this.s = s; } static String why() { return pause("ey"); } String get() { return s.get(); } }
  static class Cell<T> { T v; Cell(T v) { this.v = v; } <R> Cell<R> map(Function<? super T, ? extends R> f) { return new Cell<>(f.apply(v)); } }
  static int fact(int n) { IntUnaryOperator[] self = new IntUnaryOperator[1]; self[0] = k -> k <= 1 ? pause(1) : k * self[0].applyAsInt(k - 1); return self[0].applyAsInt(n); }
  static abstract class Anon { abstract int f(int x); int g(int x) { return f(x) + 1; } }
  static String generic(List<? extends CharSequence> l) { StringBuilder sb = new StringBuilder(); for (CharSequence c : l) { ToIntFunction<CharSequence> len = CharSequence::length; sb.append(len.applyAsInt(c)).append(pause("")); } return sb.toString(); }
  static <T extends A & I> String both(T t) { Function<T, String> f = x -> x.m(1) + x.d(2); Supplier<String> s = t::p; return f.apply(t) + s.get(); }
  static long fold(long seed, LongBinaryOperator op, long... xs) { for (long x : xs) seed = op.applyAsLong(seed, x); return seed; }
  static Object run() throws Exception {
    StringBuilder sb = new StringBuilder();
    B b = new B();
    sb.append(b.m(1)).append(b.d(2)).append(b.new In().go()).append(I.mk("s").get()).append(b.viaThis().get()).append(both(b));
    for (E e : E.values()) sb.append(e.get());
    sb.append(new Cell<>(3).map(x -> pause(x) + 1).map(String::valueOf).map(B::of).v.p()).append(fact(5));
    Anon an = new Anon() { int k = pause(4); int f(int x) { int s = k; for (int i = 0; i < x; i++) s += pause(i); return s; } };
    sb.append(an.g(3)).append(generic(List.of("ab", new StringBuilder("c"))));
    record Loc(int a, String b) { Loc { a = a + 1; } String show() { return pause(b) + a; } }
    sb.append(new Loc(pause(1), "l").show());
    sb.append(fold(1, (x, y) -> pause(x) * y, 2, 3, 4)).append(fold(0, Math::addExact, 5, 6)).append(fold(0, Long::sum, 1));
    BinaryOperator<Integer> bo = Integer::sum; sb.append(bo.apply(pause(1), 2));
    char c = 'a'; for (int i = 0; i < 3; i++) { c += pause(1); sb.append(c); }
    byte[] bs = new byte[3]; bs[pause(1)] += pause(300); bs[2] |= (byte) pause(5); sb.append(Arrays.toString(bs));
    Integer boxed = 5; boxed += pause(2); boxed++; sb.append(boxed);
    var it = List.of(1, 2).iterator(); while (it.hasNext()) sb.append(pause(it.next()));
    int i = 0; i = i++ + pause(++i) * (i = 3) + i; sb.append(i);
    return sb.toString();
  }
}
