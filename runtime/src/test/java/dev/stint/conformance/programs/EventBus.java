package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Typed listeners keyed by class, with bridge methods, wildcards, bounds and covariant returns. */
public final class EventBus {
  interface Event extends Comparable<Event> {
    int weight();

    @Override
    default int compareTo(Event o) {
      return Integer.compare(weight(), o.weight());
    }
  }

  record Key(char code) implements Event {
    @Override
    public int weight() {
      return code - 'a';
    }
  }

  record Click(int x, int y) implements Event {
    @Override
    public int weight() {
      int w = 0;
      for (int i = Math.min(x, y); i <= Math.max(x, y); i++) { // frozen here
        w += i;
      }
      return w;
    }
  }

  abstract static class Listener<E extends Event> implements Consumer<E> {
    final List<E> seen = new ArrayList<>();

    abstract Number handle(E event);

    @Override
    public void accept(E event) {
      for (int n = handle(event).intValue(); n > 0; n -= 3) { // frozen here
        seen.add(event);
      }
    }

    Listener<E> self() {
      return this;
    }
  }

  static final class KeyListener extends Listener<Key> {
    @Override
    Integer handle(Key event) {
      return event.weight();
    }

    @Override
    KeyListener self() {
      return this;
    }
  }

  private final Map<Class<? extends Event>, List<Consumer<? super Event>>> listeners =
      new LinkedHashMap<>();

  <E extends Event> EventBus on(Class<E> type, Consumer<? super E> listener) {
    listeners.computeIfAbsent(type, k -> new ArrayList<>()).add(e -> listener.accept(type.cast(e)));
    return this;
  }

  int post(Iterable<? extends Event> events) {
    int calls = 0;
    for (Event event : events) { // frozen here
      for (Consumer<? super Event> c :
          listeners.getOrDefault(event.getClass(), List.of())) { // frozen here
        c.accept(event);
        calls++;
      }
    }
    return calls;
  }

  static <T extends Object & Comparable<? super T>> T largest(List<? extends T> list) {
    T best = null;
    for (T t : list) { // frozen here
      best = best == null || t.compareTo(best) > 0 ? t : best;
    }
    return best;
  }

  static <A, B extends A> void into(List<? super B> to, B value, UnaryOperator<B> f, int times) {
    for (B b = value; times-- > 0; b = f.apply(b)) { // frozen here
      to.add(b);
    }
  }

  public static void main(String[] args) {
    KeyListener keys = new KeyListener().self();
    int[] area = {0};
    Listener<Click> clicks =
        new Listener<>() {
          @Override
          Long handle(Click c) {
            area[0] += c.x() * c.y();
            return (long) c.weight();
          }
        };
    EventBus bus = new EventBus().on(Key.class, keys).on(Click.class, clicks.self());
    bus.on(Key.class, (Object o) -> area[0]++);
    List<Event> events = new ArrayList<>();
    EventBus.<Event, Key>into(events, new Key('b'), k -> new Key((char) (k.code() + 2)), 4);
    into(events, new Click(1, 2), c -> new Click(c.y(), c.x() + 1), 3);
    System.out.println(bus.post(events) + " " + area[0]);
    System.out.println(keys.seen + " " + clicks.seen.size() + " " + largest(events));
    Listener raw = keys;
    try {
      raw.accept(new Click(0, 0));
    } catch (ClassCastException e) {
      System.out.println("cast refused");
    }
  }
}
