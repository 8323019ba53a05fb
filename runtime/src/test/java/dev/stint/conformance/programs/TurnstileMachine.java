package dev.stint.conformance.programs;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiFunction;

/** A state machine of enums with bodies, its table an enum map of enum maps. */
public final class TurnstileMachine {
  interface Billing {
    int fee();

    default String bill(int passes) {
      return label() + ":" + rounded(passes * fee());
    }

    private int rounded(int n) {
      int r = n;
      while (r % 5 != 0) { // frozen here
        r++;
      }
      return r;
    }

    String label();
  }

  enum State implements Billing {
    LOCKED(3) {
      @Override
      State after(Event e) {
        return e == Event.COIN ? UNLOCKED : e == Event.KICK ? BROKEN : this;
      }
    },
    UNLOCKED(0) {
      @Override
      State after(Event e) {
        return switch (e) {
          case PUSH -> LOCKED;
          case COIN, WAIT -> this;
          case KICK -> BROKEN;
        };
      }
    },
    BROKEN(7) {
      @Override
      State after(Event e) {
        int waits = 0;
        for (Event each : EnumSet.range(Event.COIN, e)) { // frozen here
          waits += each.name().length();
        }
        return waits > 12 ? LOCKED : this;
      }

      @Override
      public String label() {
        return "!" + super.label();
      }
    };

    private final int fee;

    State(int fee) {
      this.fee = fee;
    }

    abstract State after(Event e);

    @Override
    public int fee() {
      return fee;
    }

    @Override
    public String label() {
      return name().charAt(0) + name().substring(1).toLowerCase();
    }
  }

  enum Event {
    COIN,
    PUSH,
    KICK,
    WAIT
  }

  public static void main(String[] args) {
    Map<State, Map<Event, State>> table = new EnumMap<>(State.class);
    for (State s : State.values()) { // frozen here
      Map<Event, State> row = table.computeIfAbsent(s, k -> new EnumMap<>(Event.class));
      for (Event e : Event.values()) { // frozen here
        row.put(e, s.after(e));
      }
    }
    System.out.println(table);
    State now = State.LOCKED;
    EnumMap<State, Integer> visits = new EnumMap<>(State.class);
    BiFunction<Integer, Integer, Integer> plus = (a, b) -> a + b;
    for (char c : "cpckwcppkkwc".toCharArray()) { // frozen here
      Event event =
          switch (c) {
            case 'c' -> Event.COIN;
            case 'p' -> Event.PUSH;
            case 'k' -> Event.KICK;
            default -> {
              for (Event e : Event.values()) { // frozen here
                if (e.name().toLowerCase().indexOf(c) == 0) {
                  yield e;
                }
              }
              throw new IllegalArgumentException("no event " + c);
            }
          };
      now = table.get(now).get(event);
      visits.merge(now, 1, plus);
    }
    EnumSet<Event> left = EnumSet.complementOf(EnumSet.of(Event.KICK));
    for (Iterator<Event> it = left.iterator(); it.hasNext(); ) { // frozen here
      if (table.get(State.LOCKED).get(it.next()) == State.LOCKED) {
        it.remove();
      }
    }
    for (Map.Entry<State, Integer> e : visits.entrySet()) { // frozen here
      e.setValue(e.getValue() * 10 + e.getKey().ordinal());
      System.out.println(e.getKey().bill(e.getValue()) + " " + e.getKey().getDeclaringClass());
    }
    System.out.println(now + " " + left + " " + visits + " " + (now.getClass() == State.class));
    try {
      System.out.println(State.valueOf("OPEN"));
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
    }
  }
}
