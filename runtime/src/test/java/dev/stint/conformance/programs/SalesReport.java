package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whole stream pipelines with collectors, whose results our own loops read while moving. */
public final class SalesReport {
  enum Region {
    NORTH,
    SOUTH,
    EAST
  }

  record Sale(Region region, String item, int count, double price) {
    double total() {
      return count * price;
    }

    boolean round() {
      int c = count;
      while (c % 2 == 0) {
        c /= 2;
      }
      return c == 1;
    }
  }

  static List<Sale> sales() {
    String[] items = {"hat", "coat", "shoe", "sock"};
    List<Sale> all = new ArrayList<>();
    for (int i = 0; i < 14; i++) { // frozen here
      Region region = Region.values()[i * 5 % 3];
      all.add(new Sale(region, items[i * 7 % 4], 1 + i * i % 9, 0.25 * (i % 5 + 1)));
    }
    return all;
  }

  public static void main(String[] args) {
    List<Sale> sales = sales();
    Map<Region, Map<String, List<Sale>>> tree =
        sales.stream()
            .collect(
                Collectors.groupingBy(
                    Sale::region,
                    TreeMap::new,
                    Collectors.groupingBy(Sale::item, LinkedHashMap::new, Collectors.toList())));
    for (Map.Entry<Region, Map<String, List<Sale>>> region : tree.entrySet()) { // frozen here
      for (Map.Entry<String, List<Sale>> item : region.getValue().entrySet()) { // frozen here
        double sum = 0;
        for (Sale s : item.getValue()) { // frozen here
          sum += s.total();
        }
        System.out.print(region.getKey() + " " + item.getKey() + " " + sum + "; ");
      }
      System.out.println();
    }
    Map<Boolean, Long> round =
        sales.stream().collect(Collectors.partitioningBy(Sale::round, Collectors.counting()));
    IntSummaryStatistics counts = sales.stream().collect(Collectors.summarizingInt(Sale::count));
    for (int limit = 2; limit < 8; limit += 3) { // frozen here
      int most = limit;
      String top =
          sales.stream()
              .filter(s -> s.count() >= most)
              .sorted(Comparator.comparingDouble(Sale::total).reversed().thenComparing(Sale::item))
              .limit(most)
              .map(s -> s.item() + "x" + s.count())
              .collect(Collectors.joining(", ", "<", ">"));
      counts.accept(limit);
      System.out.println(round + " " + top + " " + counts);
    }
    Collector<Sale, double[], String> variance =
        Collector.of(
            () -> new double[3],
            (a, s) -> {
              for (int i = 0; i < 3; i++) {
                a[i] += i == 0 ? 1 : i == 1 ? s.count() : s.count() * s.count();
              }
            },
            (a, b) -> {
              throw new IllegalStateException("sequential");
            },
            a -> String.valueOf(a[2] / a[0] - a[1] * a[1] / a[0] / a[0]));
    System.out.println(sales.stream().collect(variance));
    String both =
        sales.stream()
            .collect(
                Collectors.teeing(
                    Collectors.mapping(Sale::item, Collectors.toCollection(TreeSet::new)),
                    Collectors.averagingDouble(Sale::total),
                    (set, mean) -> set + " " + mean));
    System.out.println(both);
    List<Integer> flat =
        Stream.of(List.of(1, 2), List.<Integer>of(), List.of(3))
            .<Integer>mapMulti((list, sink) -> list.forEach(n -> sink.accept(n * 10)))
            .collect(Collectors.toCollection(ArrayList::new));
    for (int i = 0; i < 3; i++) { // frozen here
      flat.addAll(IntStream.iterate(i, n -> n + 3).takeWhile(n -> n < 9).boxed().toList());
    }
    System.out.println(flat);
    try {
      System.out.println(sales.stream().collect(Collectors.toMap(Sale::item, Sale::count)));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
    Map<String, Integer> most =
        sales.stream().collect(Collectors.toMap(Sale::item, Sale::count, Math::max, TreeMap::new));
    System.out.println(most);
  }
}
