package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Static state of nested classes, written by loops, counted by instances and set up lazily. */
public final class NestedStatics {
  static final List<String> LOG = new ArrayList<>();
  static int generation;
  static String[] names = {"root"};

  interface Defaults {
    int SIZE = Registry.size();
    Supplier<Integer> NEXT = () -> generation * 10 + SIZE;
  }

  static final class Registry {
    private static final Map<String, Integer> IDS = new LinkedHashMap<>();
    private static long last = 100;

    static {
      LOG.add("registry");
      IDS.put("zero", 0);
    }

    static int size() {
      LOG.add("size");
      return IDS.size();
    }

    static int id(String name) {
      Integer id = IDS.get(name);
      for (int i = 0; id == null; i++) { // frozen here
        last = last * 2 + i;
        if (last % 3 == 0) {
          IDS.put(name, id = (int) last);
        }
      }
      return id;
    }

    static class Counter {
      private static int live;
      private static Counter latest;
      final Counter before;
      private int value;

      {
        live++;
        before = latest;
      }

      Counter(int start) {
        value = start;
        latest = this;
      }

      static Counter sum() {
        int s = 0;
        for (Counter c = latest; c != null; c = c.before) { // frozen here
          s += c.value;
        }
        return new Counter(s);
      }
    }

    static final class Doubled extends Counter {
      static int made;

      static {
        LOG.add("doubled after " + Counter.live);
      }

      Doubled() {
        super(2 * ++made);
      }
    }

    static final class Fixed extends Counter {
      static {
        LOG.add("fixed");
      }

      Fixed() {
        super(7);
      }
    }

    static class Broken extends Counter {
      static {
        LOG.add("broken");
        Counter.latest.value /= generation - generation;
      }

      Broken() {
        super(0);
      }
    }

    static final class Quiet extends Broken {
      static int asked;
    }

    static Counter make(int kind) {
      return switch (kind) {
        case 0 -> new Doubled();
        case 1 -> Counter.sum();
        case 2 -> new Fixed();
        default -> new Quiet();
      };
    }
  }

  static class Lazy {
    static final Lazy ONE = new Lazy();
    static final double RATIO = Math.sqrt(16);
    final double seen = RATIO;

    static Lazy get() {
      return ONE;
    }
  }

  static void grow(int n) {
    while (generation < n) { // frozen here
      generation++;
      String[] more = new String[names.length + 1];
      System.arraycopy(names, 0, more, 1, names.length);
      more[0] = names[0] + generation;
      names = more;
    }
  }

  public static void main(String[] args) {
    grow(2);
    LOG.add("grown");
    for (String name : names) { // frozen here
      System.out.print(name + "=" + Registry.id(name) + " ");
    }
    System.out.println(Registry.IDS + " " + Registry.last);
    for (int i = 0; i < 5; i++) { // frozen here
      Registry.Counter c = Registry.make(i % 3);
      System.out.print(
          c.value + "/" + Registry.Counter.live + (c == Registry.Counter.latest) + " ");
    }
    System.out.println(Registry.Doubled.made + " " + LOG.size());
    for (int i = 0; i < 3; i++) { // frozen here
      try {
        System.out.println(Registry.make(3).value);
      } catch (ExceptionInInitializerError e) {
        System.out.print(e.getCause().getMessage() + " ");
      } catch (NoClassDefFoundError e) {
        System.out.print("unusable ");
      }
    }
    grow(5);
    int sum = Defaults.SIZE;
    for (int i = 0; i < 3; i++) { // frozen here
      sum += Defaults.NEXT.get();
      generation--;
    }
    System.out.println(sum + " " + Defaults.NEXT.get() + " " + names.length);
    for (int i = 0; i < 2; i++) { // frozen here
      System.out.print(Lazy.get().seen + " " + (Lazy.get() == Lazy.ONE) + Lazy.RATIO + " ");
    }
    System.out.println(LOG);
  }
}
