package dev.stint.conformance.programs;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;

/** EnumMap and EnumSet in mid-iteration, their views, ranges and complements. */
public final class EnumCollections {
  enum Day {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN;

    Day plus(int n) {
      return values()[(ordinal() + n) % values().length];
    }
  }

  public static void main(String[] args) {
    EnumMap<Day, Integer> hours = new EnumMap<>(Day.class);
    Day day = Day.WED;
    for (int i = 0; i < 10; i++) { // frozen here
      hours.merge(day, i, Integer::sum);
      day = day.plus(3);
    }
    for (Map.Entry<Day, Integer> e : hours.entrySet()) { // frozen here
      if (e.getKey() == Day.FRI) {
        e.setValue(-1);
      }
      System.out.print(e + " ");
    }
    System.out.println();
    for (Iterator<Day> it = hours.keySet().iterator(); it.hasNext(); ) { // frozen here
      if (it.next().ordinal() % 2 == 1) {
        it.remove();
      }
    }
    System.out.println(hours + " " + hours.containsKey(Day.TUE));
    EnumSet<Day> week = EnumSet.range(Day.MON, Day.FRI);
    EnumSet<Day> rest = EnumSet.complementOf(week);
    int bits = 0;
    for (Day d : EnumSet.allOf(Day.class)) { // frozen here
      bits = bits << 1 | (week.contains(d) ? 1 : 0);
      if (d == Day.WED) {
        week.remove(d);
        rest.add(d);
      }
    }
    System.out.println(bits + " " + week + rest);
    EnumSet<Day> none = EnumSet.noneOf(Day.class);
    for (Day d : rest) { // frozen here
      none.add(d.plus(1));
    }
    System.out.println(
        none + " " + week.clone().removeAll(none) + (none.iterator().next() == Day.MON));
  }
}
