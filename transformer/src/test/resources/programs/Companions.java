// JDK interfaces implemented suspendably, called through JDK types.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  static class Range implements Iterable<Integer>, Iterator<Integer> { int i, n; Range(int n) { this.n = n; } public Iterator<Integer> iterator() { return this; } public boolean hasNext() { return i < n; } public Integer next() { return pause(i++); } }
  static class Slow extends AbstractList<String> { public String get(int i) { return pause("e" + i); } public int size() { return pause(3); } }
  static class Key implements Comparable<Key> { final int k; Key(int k) { this.k = k; } public int compareTo(Key o) { return pause(k) - o.k; } public int hashCode() { return pause(k); } public boolean equals(Object o) { return o instanceof Key x && pause(x.k) == k; } public String toString() { return "K" + pause(k); } }
  static abstract class Fn implements Function<String, String> {}
  static class Up extends Fn { public String apply(String s) { return pause(s.toUpperCase()); } }
  static class Provides { public int applyAsInt(int x) { return pause(x) + 5; } }
  static class Combined extends Provides implements IntUnaryOperator {}
  static <T extends Comparable<T>> int cmp(T a, T b) { return a.compareTo(b); }
  static Object run() {
    StringBuilder sb = new StringBuilder();
    for (int x : new Range(4)) sb.append(x);
    Iterator<Integer> it = new Range(2); while (it.hasNext()) sb.append(it.next());
    List<String> l = new Slow(); for (int i = 0; i < l.size(); i++) sb.append(l.get(i)); for (String s : l) sb.append(s);
    sb.append(cmp(new Key(3), new Key(2))).append(cmp("a", "b"));
    Object a = new Key(1), b = new Key(1); sb.append(a.equals(b)).append(a.hashCode()).append(a.toString()).append(a).append("x".equals(a));
    Fn f = new Up(); Function<String, String> g = f; sb.append(f.apply("p")).append(g.apply("q")).append(g.andThen(f).apply("r"));
    IntUnaryOperator op = new Combined(); sb.append(op.applyAsInt(1)).append(new Combined().applyAsInt(2));
    Map<Key, String> m = new HashMap<>(); for (int i = 0; i < 5; i++) m.put(new Key(i % 3), "v" + i); sb.append(m.size());
    Object none = null; try { none.toString(); } catch (NullPointerException e) { sb.append("npe"); }
    for (Object o : new Object[] {1, "s", new Key(7), List.of(new Key(8))}) sb.append(o.toString());
    return sb.toString();
  }
}
