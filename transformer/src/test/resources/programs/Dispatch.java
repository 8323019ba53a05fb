// Interface, abstract, bridge, super and private calls; defaults and diamonds.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  interface Gen { int next(); default int twice() { int r = 0; for (int i = 0; i < 2; i++) r += next(); return r; } static int st(int i) { return pause(i); } private int pr() { return pause(4); } default int callPr() { return pr() + this.pr(); } }
  static class G1 implements Gen { int i; public int next() { return pause(++i); } }
  static class G2 implements Gen { int i; public int next() { return i += 10; } }
  static abstract class Base { abstract int v(int k); int twice(int k) { return v(k) + v(k + 1); } synchronized int locked() { return v(1); } }
  static class Derived extends Base { int v(int k) { return pause(k) * 2; } int twice(int k) { return super.twice(k) + 1; } synchronized int locked() { return super.locked() + 1; } }
  static class Third extends Derived { int twice(int k) { return super.twice(k) + pause(1); } }
  interface Fn<A, B> { B apply(A a); }
  static class Len implements Fn<String, Integer> { public Integer apply(String s) { return pause(s).length(); } }
  static class Plus<T extends Number> { int add(T t) { return t.intValue(); } }
  static class PlusInt extends Plus<Integer> { int add(Integer t) { return pause(t) + 1; } }
  static class HasNext { public int next() { return 1000; } }
  static class Inherits extends HasNext implements Gen {}
  static class MyList extends ArrayList<Integer> implements Sized {}
  interface Sized { default int size() { int n = 0; for (int i = 0; i < 3; i++) n += pause(100); return n; } }
  private int priv(int a) { return a == 0 ? 0 : pause(a) + priv(a - 1); }
  class In { int go() { return priv(3); } }
  static int va(int... xs) { int s = 0; for (int x : xs) s += pause(x); return s; }
  static <T> int size(T sized) { return sized instanceof Sized s ? s.size() : -1; }
  static Object run() {
    StringBuilder sb = new StringBuilder();
    Gen[] g = {new G1(), new G2(), new G1(), new Inherits()};
    for (int k = 0; k < 3; k++) for (Gen x : g) sb.append(x.next()).append(x.twice()).append(' ');
    sb.append(new Derived().twice(4)).append(' ').append(new Third().twice(5)).append(' ').append(new Derived().locked());
    Fn<String, Integer> f = new Len(); Plus<Integer> p = new PlusInt();
    sb.append(f.apply("four")).append(p.add(41)).append(new Prog().new In().go()).append(va()).append(va(1, 2, 3));
    sb.append(Gen.st(3)).append(new G1().callPr());
    MyList l = new MyList(); l.add(1);
    sb.append(l.size()).append(size(l));
    return sb.toString();
  }
}
