package dev.stint.conformance.programs;

import java.util.EnumMap;
import java.util.Map;

/** Switches on enums with bodies, the synthetic switch map, and enum-keyed maps. */
public final class EnumSwitches {
  enum Level {
    LOW,
    MIDDLE {
      @Override
      int weight(int n) {
        int w = 0;
        for (int i = 0; i < n; i++) { // frozen here
          w += 10;
        }
        return w;
      }
    },
    HIGH;

    int weight(int n) {
      int w = ordinal();
      while (n-- > 0) { // frozen here
        w++;
      }
      return w;
    }
  }

  static String act(Level level) {
    String s = "";
    switch (level) {
      case LOW:
        s += level.weight(1);
      // fall through
      case MIDDLE:
        s += "m" + level.weight(2);
        break;
      case HIGH:
        s += "h";
    }
    return s
        + switch (level) {
          case LOW, HIGH -> level.weight(3);
          case MIDDLE -> {
            int total = 0;
            for (Level l : Level.values()) { // frozen here
              total += l.weight(l.ordinal());
            }
            yield total;
          }
        };
  }

  public static void main(String[] args) {
    Map<Level, Integer> seen = new EnumMap<>(Level.class);
    for (Level level : Level.values()) { // frozen here
      System.out.println(level + " " + act(level));
      seen.merge(level, level.weight(4), Integer::sum);
      seen.merge(Level.valueOf("LOW"), 1, Integer::sum);
    }
    System.out.println(seen + " " + Level.MIDDLE.getDeclaringClass().getSimpleName());
    System.out.println(
        Level.MIDDLE.compareTo(Level.HIGH) + " " + (Level.valueOf("HIGH") == Level.HIGH));
  }
}
