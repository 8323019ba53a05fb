// Generic containers, wildcards, streams and sorting with suspending callbacks under JDK frames.
import static dev.stint.transformer.harness.Suspender.*;
import java.util.*;
import java.util.function.*;
class Prog {
  static int foreach() { int[] s = {0}; List.of(1, 2, 3).forEach(v -> { s[0] += pause(v); }); return s[0]; }
  static String streams() { return java.util.stream.Stream.of("c", "a", "b").map(x -> pause(x) + pause("!")).sorted((a, b) -> { pause(); return a.compareTo(b); }).reduce("", (a, b) -> a + b); }
  static String maps() { Map<String, Integer> m = new TreeMap<>(); for (String w : "a b a c b a".split(" ")) m.merge(w, 1, (x, y) -> pause(x + y)); m.computeIfAbsent("z", k -> pause(26)); return m.toString(); }
  static <T, R> List<R> map(Collection<? extends T> in, Function<? super T, ? extends R> f) { List<R> out = new ArrayList<>(); for (T t : in) out.add(f.apply(t)); return out; }
  static <K extends Comparable<? super K>, V> String sortByKey(Map<K, V> m) { List<K> ks = new ArrayList<>(m.keySet()); Collections.sort(ks); StringBuilder sb = new StringBuilder(); for (K k : ks) sb.append(k).append(m.get(k)); return sb.toString(); }
  static Object run() {
    Optional<String> o = Optional.of("x").map(x -> pause(x + "y")).filter(s -> pause(true));
    List<String> names = new ArrayList<>(List.of("bb", "a", "ccc")); names.sort(Comparator.comparing(s -> pause(s.length())));
    names.removeIf(s -> pause(s.length()) == 2);
    return foreach() + streams() + maps() + map(List.of(1, 2, 3), x -> pause(x) * 2) + sortByKey(Map.of("k", 1, "j", 2)) + o.get() + names;
  }
}
