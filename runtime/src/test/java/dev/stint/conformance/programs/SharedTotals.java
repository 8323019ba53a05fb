package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.SharedMap;
import dev.stint.Tasklet;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Tasklets add up in a map that they share; what each puts there is a copy. */
public final class SharedTotals {
  record Sales(String shop, List<Integer> amounts) implements java.io.Serializable {}

  static int sell(int shop) {
    SharedMap<String, Integer> totals = SharedMap.of("totals");
    int sold = 0;
    for (int i = 1; i <= 5; i++) { // frozen here
      totals.merge("all", i * shop, Integer::sum);
      totals.merge("shop" + shop, i, Integer::sum);
      sold += i;
    }
    return sold;
  }

  public static void main(String[] args) {
    List<Tasklet<Integer>> sellers = new ArrayList<>();
    for (int shop = 1; shop <= 4; shop++) { // frozen here
      int s = shop;
      sellers.add(Tasklet.spawn(() -> sell(s)));
    }
    int sold = 0;
    for (Tasklet<Integer> seller : sellers) { // frozen here
      sold += seller.join();
    }
    SharedMap<String, Integer> totals = SharedMap.of("totals");
    System.out.println(sold + " " + new TreeMap<>(totals.entries()));
    System.out.println(totals.remove("shop2") + " " + totals.get("shop2") + totals.get("all"));
    SharedMap<DayOfWeek, Sales> days = SharedMap.of("days");
    List<Integer> amounts = new ArrayList<>(List.of(3));
    days.put(DayOfWeek.MONDAY, new Sales("corner", amounts));
    for (int i = 0; i < 3; i++) { // frozen here
      amounts.add(i);
    }
    System.out.println(days.get(DayOfWeek.MONDAY) + " " + amounts + days.get(DayOfWeek.SUNDAY));
    SharedMap<String, Integer> again = SharedMap.of("totals");
    System.out.println(again.equals(totals) + " " + again.name() + again.entries().size());
    SharedMap<Object, Integer> odd = SharedMap.of("odd");
    try {
      odd.put(new int[] {1}, 1);
    } catch (IllegalArgumentException e) {
      System.out.println("no key");
    }
  }
}
