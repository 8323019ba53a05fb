package dev.stint.conformance.programs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Whole stream pipelines with lambdas that loop, between loops of our own. */
public final class Streams {
  static boolean prime(int n) {
    for (int d = 2; d * d <= n; d++) {
      if (n % d == 0) {
        return false;
      }
    }
    return n > 1;
  }

  public static void main(String[] args) {
    for (int limit = 10; limit <= 40; limit += 10) { // frozen here
      List<Integer> primes = IntStream.range(0, limit).filter(Streams::prime).boxed().toList();
      System.out.println(primes.stream().mapToInt(Integer::intValue).sum() + " " + primes);
    }
    List<String> words = Arrays.asList("pear", "fig", "apple", "kiwi", "plum", "date", "fig");
    Map<Integer, List<String>> byLength =
        words.stream()
            .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
    for (Map.Entry<Integer, List<String>> e : byLength.entrySet()) { // frozen here
      System.out.println(
          e.getKey()
              + e.getValue().stream()
                  .sorted(Comparator.reverseOrder())
                  .collect(Collectors.joining("+")));
    }
    System.out.println(
        Stream.iterate(27, n -> n != 1, n -> n % 2 == 0 ? n / 2 : 3 * n + 1)
            .limit(20)
            .map(String::valueOf)
            .collect(Collectors.joining(",")));
    System.out.println(LongStream.rangeClosed(1, 20).reduce(1, (a, b) -> a * b));
    System.out.println(
        words.stream()
            .distinct()
            .flatMap(w -> w.chars().mapToObj(Character::toString))
            .filter("aeiou"::contains)
            .collect(Collectors.groupingBy((String c) -> c, TreeMap::new, Collectors.counting()))
            .toString());
    System.out.println(
        Stream.of(1, 2, 3, 4, 5)
            .gather(Gatherers.windowFixed(2))
            .map(w -> {
              int s = 0;
              for (int n : w) {
                s += n;
              }
              return s;
            })
            .toList());
    System.out.println(IntStream.range(0, 200).parallel().map(n -> prime(n) ? n : 0).sum());
    System.out.println(
        words.stream().anyMatch("kiwi"::equals)
            + " "
            + words.stream().mapToInt(String::length).summaryStatistics());
  }
}
