package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JDK collection methods that call back into lambdas that loop. */
public final class CallbackMethods {
  static int slow(int x) {
    int r = x;
    for (int i = 0; i < 2; i++) { // frozen here
      r = r * 3 % 101;
    }
    return r;
  }

  public static void main(String[] args) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < 12; i++) { // frozen here
      list.add(i);
    }
    int[] sum = {0};
    list.forEach(n -> {
      for (int i = 0; i < n % 4; i++) { // frozen here
        sum[0] += n;
      }
    });
    list.replaceAll(n -> {
      int r = 1;
      for (int i = 0; i < 3; i++) { // frozen here
        r += n * i;
      }
      return r;
    });
    boolean any =
        list.removeIf(n -> {
          for (int d = 2; d < n; d++) { // frozen here
            if (n % d == 0) {
              return true;
            }
          }
          return false;
        });
    System.out.println(sum[0] + " " + list + any);
    list.sort((a, b) -> Integer.compare(slow(a), slow(b)));
    System.out.println(list);
    Map<String, Integer> map = new HashMap<>();
    for (String w : "to be or not to be that is".split(" ")) { // frozen here
      map.merge(w, 1, (a, b) -> slow(a) + slow(b));
      map.computeIfAbsent(w + w, k -> slow(k.length()));
      map.computeIfPresent("or", (k, v) -> v > 50 ? null : slow(v + 7));
      map.compute("count", (k, v) -> v == null ? slow(1) : slow(v));
    }
    map.forEach((k, v) -> System.out.print(k + slow(v) + " "));
    map.replaceAll((k, v) -> slow(v + k.length()));
    System.out.println(map);
    Map<Integer, List<String>> groups = new LinkedHashMap<>();
    for (String k : map.keySet()) { // frozen here
      groups.computeIfAbsent(k.length(), n -> new ArrayList<>(slow(n))).add(k);
    }
    groups.entrySet().removeIf(e -> slow(e.getKey()) % 2 == 0);
    groups.values().forEach(l -> l.removeIf(s -> slow(s.length()) > 90));
    System.out.println(groups);
  }
}
