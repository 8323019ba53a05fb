package dev.stint.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stint.support.JdkCollections.Sample;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What stands in for the JDK's methods that call back shows the same as they do, on every
 * collection of the JDK and whatever the callback does: the result, what is called with what and
 * under which lock, what the collection holds afterwards, exceptions, and whether open iterators
 * still work.
 */
@SuppressWarnings({"unchecked", "rawtypes", "NullAway"}) // Any method on any collection.
class CallbacksTest {
  private static final int[] SIZES = {0, 1, 2, 5, 40};
  private static final int[] AT = {1, 2, 5};

  /** What a callback does to the collection that it is called for. */
  private enum Deed {
    NOTHING,
    THROWS,
    ADDS,
    REMOVES_FIRST,
    REPLACES_FIRST,
    CLEARS
  }

  /** A method, the JDK's own and what stands in for it; the result is the JDK's. */
  private record Method(String name, Call jdk, Call ours) {}

  private interface Call {
    Object on(Object receiver, Act act);
  }

  /** The program's side of one call. */
  private static final class Act {
    private final Object base;
    private final Object shown;
    private final Deed deed;
    private final int at;
    private final List<String> seen = new ArrayList<>();

    Act(Object base, Object shown, Deed deed, int at) {
      this.base = base;
      this.shown = shown;
      this.deed = deed;
      this.at = at;
    }

    <R> R called(R result, Object... arguments) {
      String locked = Thread.holdsLock(base) || Thread.holdsLock(shown) ? " locked" : "";
      seen.add(Arrays.toString(arguments) + locked);
      if (seen.size() == at) {
        act();
      }
      return result;
    }

    private void act() {
      Object another = JdkCollections.element(99);
      switch (deed) {
        case NOTHING -> {}
        case THROWS -> throw new IllegalArgumentException("as asked");
        case ADDS -> add(another);
        case REMOVES_FIRST -> removeFirst();
        case REPLACES_FIRST -> {
          removeFirst();
          add(another);
        }
        case CLEARS -> {
          if (base instanceof Map map) {
            map.clear();
          } else {
            ((Collection) base).clear();
          }
        }
      }
    }

    private void add(Object what) {
      if (base instanceof Map map) {
        map.put(what, 99);
      } else {
        ((Collection) base).add(what);
      }
    }

    private void removeFirst() {
      Iterator<?> each = iterator(base);
      if (each.hasNext()) {
        each.next();
        each.remove();
      }
    }
  }

  private static Iterator<?> iterator(Object base) {
    return base instanceof Map map ? map.keySet().iterator() : ((Iterable) base).iterator();
  }

  private static Method method(String name, Call jdk, Call ours) {
    return new Method(name, jdk, ours);
  }

  private static final Comparator<Object> BACKWARDS = (a, b) -> ((Comparable) b).compareTo(a);

  private static UnicodeScript after(Object element) {
    return JdkCollections.element(((UnicodeScript) element).ordinal() + 1);
  }

  private static boolean isDoomed(Object element) {
    return element == null || element.toString().hashCode() % 3 == 0;
  }

  private static List<Method> ofIterables() {
    return List.of(
        method(
            "forEach",
            (c, act) -> done(() -> ((Iterable) c).forEach(e -> act.called(0, e))),
            (c, act) -> done(() -> Looping.forEach((Iterable) c, e -> act.called(0, e)))),
        method(
            "removeIf",
            (c, act) -> ((Collection) c).removeIf(e -> act.called(isDoomed(e), e)),
            (c, act) -> Looping.removeIf((Collection<Object>) c, e -> act.called(isDoomed(e), e))),
        method(
            "removeIf nothing",
            (c, act) -> ((Collection) c).removeIf(e -> act.called(false, e)),
            (c, act) -> Looping.removeIf((Collection<Object>) c, e -> act.called(false, e))),
        method(
            "forEach null",
            (c, act) -> done(() -> ((Iterable) c).forEach(null)),
            (c, act) -> done(() -> Looping.forEach((Iterable) c, null))),
        method(
            "removeIf null",
            (c, act) -> ((Collection) c).removeIf(null),
            (c, act) -> Looping.removeIf((Collection<Object>) c, null)));
  }

  private static List<Method> ofLists() {
    return List.of(
        method(
            "replaceAll",
            (c, act) -> done(() -> ((List) c).replaceAll(e -> act.called(after(e), e))),
            (c, act) ->
                done(() -> Looping.replaceAll((List<Object>) c, e -> act.called(after(e), e)))),
        method(
            "sort",
            (c, act) -> done(() -> ((List) c).sort(order(act))),
            (c, act) -> done(() -> Sorting.sort((List<Object>) c, order(act)))),
        method(
            "sort naturally",
            (c, act) -> done(() -> ((List) c).sort(null)),
            (c, act) -> done(() -> Sorting.sort((List<Object>) c))));
  }

  /** How often a comparator is asked, and what, is not promised: only the first time counts. */
  private static Comparator<Object> order(Act act) {
    boolean[] asked = {false};
    return (a, b) -> {
      if (!asked[0]) {
        asked[0] = true;
        act.called(0);
      }
      return BACKWARDS.compare(a, b);
    };
  }

  private static List<Method> ofMaps() {
    List<Method> all = new ArrayList<>();
    all.add(
        method(
            "forEach",
            (m, act) -> done(() -> ((Map) m).forEach((k, v) -> act.called(0, k, v))),
            (m, act) ->
                done(() ->
                    Mapping.forEach((Map<Object, Object>) m, (k, v) -> act.called(0, k, v)))));
    all.add(
        method(
            "replaceAll",
            (m, act) -> done(() -> ((Map) m).replaceAll((k, v) -> act.called(7, k, v))),
            (m, act) ->
                done(() ->
                    Mapping.replaceAll((Map<Object, Object>) m, (k, v) -> act.called(7, k, v)))));
    for (Object key : new Object[] {JdkCollections.element(3), JdkCollections.element(50), null}) {
      for (Object made : new Object[] {7, null}) {
        ofEntry(all, key, made);
      }
    }
    return all;
  }

  private static void ofEntry(List<Method> all, Object key, Object made) {
    String with = " " + key + " to " + made;
    all.add(
        method(
            "computeIfAbsent" + with,
            (m, act) -> ((Map) m).computeIfAbsent(key, k -> act.called(made, k)),
            (m, act) ->
                Mapping.computeIfAbsent((Map<Object, Object>) m, key, k -> act.called(made, k))));
    all.add(
        method(
            "computeIfPresent" + with,
            (m, act) -> ((Map) m).computeIfPresent(key, (k, v) -> act.called(made, k, v)),
            (m, act) ->
                Mapping.computeIfPresent(
                    (Map<Object, Object>) m, key, (k, v) -> act.called(made, k, v))));
    all.add(
        method(
            "compute" + with,
            (m, act) -> ((Map) m).compute(key, (k, v) -> act.called(made, k, v)),
            (m, act) ->
                Mapping.compute((Map<Object, Object>) m, key, (k, v) -> act.called(made, k, v))));
    all.add(
        method(
            "merge" + with,
            (m, act) -> ((Map) m).merge(key, 5, (BiFunction) (v, w) -> act.called(made, v, w)),
            (m, act) ->
                Mapping.merge((Map<Object, Object>) m, key, 5, (v, w) -> act.called(made, v, w))));
  }

  private static Object done(Runnable call) {
    call.run();
    return "done";
  }

  @TestFactory
  Stream<DynamicTest> collectionsDoAsInTheJdk() {
    return tests(JdkCollections.collections(), ofIterables());
  }

  @TestFactory
  Stream<DynamicTest> listsDoAsInTheJdk() {
    List<Sample> lists =
        JdkCollections.collections().stream()
            .filter(s -> s.jdk().apply(s.make().apply(1)) instanceof List)
            .toList();
    return tests(lists, ofLists());
  }

  @TestFactory
  Stream<DynamicTest> mapsDoAsInTheJdk() {
    return tests(JdkCollections.maps(), ofMaps());
  }

  private static Stream<DynamicTest> tests(List<Sample> samples, List<Method> methods) {
    return samples.stream().map(s -> dynamicTest(s.name(), () -> check(s, methods)));
  }

  private static void check(Sample sample, List<Method> methods) {
    List<String> differences = new ArrayList<>();
    for (Method method : methods) {
      for (int size : SIZES) {
        if (size == 0 && sample.name().equals("TreeMap")) {
          continue; // Nothing outside tells that an empty tree was cleared once more.
        }
        for (Deed deed : Deed.values()) {
          for (int at : AT) {
            Object jdk = sample.make().apply(size);
            Object ours = sample.make().apply(size);
            String expected = run(jdk, sample.jdk().apply(jdk), method.jdk(), deed, at);
            String shown = run(ours, sample.ours().apply(ours), method.ours(), deed, at);
            if (!shown.equals(expected) && !isMatterOfChance(sample, method, expected, shown)) {
              String what = method.name() + " of " + size + ", " + deed + " at " + at;
              differences.add(what + "\n    JDK  " + expected + "\n    ours " + shown);
            }
          }
        }
      }
    }
    assertThat(differences).as(sample.name()).isEmpty();
  }

  /**
   * Whether two failures need not be the same in all: how far a hash map's own loop goes on after
   * its action has changed the map depends on its table, and how a list that is changed while it is
   * sorted ends depends on the algorithm.
   */
  private static boolean isMatterOfChance(
      Sample sample, Method method, String expected, String shown) {
    if (!shown.startsWith(ConcurrentModificationException.class.getName())) {
      return false;
    }
    return method.name().startsWith("sort")
        ? sample.name().equals("ArrayList")
        : sample.name().matches("(Linked)?HashMap.*")
            && method.name().matches("forEach|replaceAll")
            && expected.startsWith(ConcurrentModificationException.class.getName());
  }

  private static String run(Object base, Object receiver, Call call, Deed deed, int at) {
    Act act = new Act(base, receiver, deed, at);
    Iterator<?> open = iterator(base);
    String result;
    try {
      result = String.valueOf(call.on(receiver, act));
    } catch (RuntimeException e) {
      result = e.getClass().getName();
    }
    return result + " " + act.seen + " " + holds(base) + " " + next(open);
  }

  /** Some collections are broken by a callback that changes them. */
  private static String holds(Object base) {
    try {
      return base.toString();
    } catch (RuntimeException e) {
      return e.getClass().getName();
    }
  }

  private static String next(Iterator<?> open) {
    try {
      return String.valueOf(open.next());
    } catch (RuntimeException e) {
      return e.getClass().getName();
    }
  }
}
