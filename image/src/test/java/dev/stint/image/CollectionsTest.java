package dev.stint.image;

import static dev.stint.image.Trips.trip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.*;
import java.util.concurrent.*;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CollectionsTest {
  static Stream<Collection<String>> collections() {
    return Stream.of(
        new ArrayList<>(),
        new LinkedList<>(),
        new ArrayDeque<>(),
        new Vector<>(),
        new Stack<>(),
        new PriorityQueue<>(),
        new PriorityQueue<>(Comparator.reverseOrder()),
        new HashSet<>(),
        new HashSet<>(1000),
        new HashSet<>(2, 3f),
        new LinkedHashSet<>(),
        new TreeSet<>(),
        new TreeSet<>(Collections.reverseOrder()),
        new ConcurrentSkipListSet<>(),
        new ConcurrentLinkedQueue<>(),
        new ConcurrentLinkedDeque<>(),
        new CopyOnWriteArrayList<>(),
        new CopyOnWriteArraySet<>(),
        new LinkedBlockingQueue<>(100),
        new LinkedBlockingDeque<>(),
        new ArrayBlockingQueue<>(100),
        new PriorityBlockingQueue<>(),
        Collections.newSetFromMap(new LinkedHashMap<>()),
        Collections.synchronizedList(new ArrayList<>()),
        ConcurrentHashMap.newKeySet());
  }

  @ParameterizedTest
  @MethodSource("collections")
  void keepOrderNowAndAfterLaterInsertions(Collection<String> original) {
    for (int round = 0; round < 3; round++) {
      Collection<String> copy = trip(original);
      assertThat(copy.getClass()).isEqualTo(original.getClass());
      for (int i = 0; i < 12; i++) {
        String element = "e" + round + "/" + i * 7919;
        original.add(element);
        copy.add(element);
        assertThat(copy.toString()).isEqualTo(original.toString());
      }
    }
    assertThat(trip(original).toString()).isEqualTo(original.toString());
  }

  static Stream<Map<String, Integer>> maps() {
    return Stream.of(
        new HashMap<>(),
        new HashMap<>(1 << 12),
        new HashMap<>(3, 5f),
        new LinkedHashMap<>(),
        new TreeMap<>(),
        new TreeMap<>(Comparator.<String>reverseOrder()),
        new ConcurrentHashMap<>(),
        new ConcurrentSkipListMap<>(),
        new Hashtable<>(),
        new IdentityHashMap<>(),
        new WeakHashMap<>(),
        Collections.synchronizedMap(new HashMap<>()),
        Collections.checkedMap(new HashMap<>(), String.class, Integer.class));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void mapsKeepOrderNowAndAfterLaterInsertions(Map<String, Integer> original) {
    for (int i = 0; i < 40; i++) {
      original.put(("k" + i * 7919).intern(), i);
    }
    original.remove("k7919");
    Map<String, Integer> copy = trip(original);
    assertThat(copy.getClass()).isEqualTo(original.getClass());
    if (original instanceof IdentityHashMap) {
      assertThat(copy).hasSize(39).containsEntry("k0", 0);
      return;
    }
    assertThat(copy.toString()).isEqualTo(original.toString());
    for (int i = 0; i < 40; i++) {
      original.put("n" + i * 104729, i);
      copy.put("n" + i * 104729, i);
      assertThat(copy.toString()).isEqualTo(original.toString());
    }
  }

  @Test
  void partitionsKeepBothParts() {
    Map<Boolean, List<Integer>> map =
        Stream.of(3, 1, 4, 1, 5).collect(Collectors.partitioningBy(n -> n > 2));
    Map<Boolean, List<Integer>> copy = trip(map);
    assertThat(copy.getClass()).isEqualTo(map.getClass());
    assertThat(copy).hasToString(map.toString());
    copy.get(true).add(9);
    assertThat(copy.get(true)).containsExactly(3, 4, 5, 9);
    assertThat(
            trip(
                Stream.of(1)
                    .collect(
                        Collectors.partitioningBy(
                            n -> true, Collectors.reducing(null, (a, b) -> null)))))
        .containsEntry(true, null)
        .containsEntry(false, null);
  }

  @Test
  void accessOrderStays() {
    Map<String, Integer> map = new LinkedHashMap<>(16, 0.75f, true);
    map.put("a", 1);
    map.put("b", 2);
    map.put(null, 3);
    map = trip(map);
    map.get("a");
    assertThat(map.keySet()).containsExactly("b", null, "a");
  }

  static final class Lru extends LinkedHashMap<String, Integer> {
    final int most;

    Lru(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > most;
    }
  }

  static final class Loud extends ArrayList<String> {
    int added;

    @Override
    public boolean add(String s) {
      added++;
      return super.add(s + "!");
    }
  }

  static final class Events extends PriorityQueue<String> {
    final List<Events> self = List.of(this);

    Events() {
      super(Comparator.reverseOrder());
    }
  }

  @Test
  void subclassesKeepTheJdksPartAndTheirOwn() {
    Lru lru = new Lru(3);
    for (String s : "a b c d".split(" ")) {
      lru.put(s, 1);
    }
    lru.get("b");
    Lru copy = trip(lru);
    copy.put("e", 2);
    assertThat(copy.keySet()).containsExactly("d", "b", "e");
    Loud loud = new Loud();
    loud.add("x");
    Loud loudCopy = trip(loud);
    assertThat(loudCopy).containsExactly("x!");
    assertThat(loudCopy.added).isEqualTo(1);
    Map<String, Integer> twoBraces =
        new HashMap<>() {
          {
            put("a", 1);
          }
        };
    assertThat(trip(twoBraces)).isEqualTo(twoBraces);
    Events events = new Events();
    events.addAll(List.of("a", "b"));
    assertThat(trip(events).poll()).isEqualTo("b");
  }

  @Test
  void unmodifiableOnesStayUnmodifiable() {
    List<Object> all =
        List.of(
            List.of(),
            List.of(1),
            List.of(1, 2),
            List.of(1, 2, 3),
            Set.of(),
            Set.of(1),
            Set.of(1, 2, 3),
            Map.of(),
            Map.of(1, 2),
            Map.of(1, 2, 3, 4),
            Collections.emptyList(),
            Collections.emptyMap(),
            Collections.emptySet(),
            Collections.singletonList(1),
            Collections.singleton(1),
            Collections.singletonMap(1, 2),
            Collections.nCopies(3, "x"),
            Collections.unmodifiableList(new ArrayList<>(List.of(1))),
            Collections.unmodifiableMap(new TreeMap<>(Map.of(1, 2))),
            Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(1))),
            Map.entry(1, 2),
            new AbstractMap.SimpleEntry<>(1, 2),
            new AbstractMap.SimpleImmutableEntry<>(1, 2),
            Stream.of(1, 2, null).toList(),
            List.of(1, 2, 3).subList(1, 3),
            EnumSet.of(TimeUnit.DAYS),
            EnumSet.noneOf(TimeUnit.class),
            new EnumMap<>(Map.of(TimeUnit.DAYS, 1)));
    List<Object> copy = trip(all);
    for (int i = 0; i < all.size(); i++) {
      assertThat(copy.get(i)).isEqualTo(all.get(i));
      if (!(all.get(i).getClass().getName().contains("SubList"))) {
        assertThat(copy.get(i).getClass()).isEqualTo(all.get(i).getClass());
      }
    }
    assertThat(trip(Collections.emptyList())).isSameAs(Collections.emptyList());
  }

  @Test
  void viewsWriteThrough() {
    String[] array = {"a", "b"};
    Object[] all = {array, Arrays.asList(array)};
    Object[] copy = trip(all);
    @SuppressWarnings("unchecked")
    List<String> view = (List<String>) copy[1];
    view.set(0, "z");
    assertThat(((String[]) copy[0])[0]).isEqualTo("z");

    TreeMap<Integer, String> map = new TreeMap<>(Map.of(1, "a", 2, "b", 3, "c"));
    Object[] maps = trip(new Object[] {map, map.tailMap(2, true), map.descendingMap()});
    @SuppressWarnings("unchecked")
    Map<Integer, String> whole = (Map<Integer, String>) maps[0];
    assertThat(maps[2].toString()).isEqualTo("{3=c, 2=b, 1=a}");
    whole.put(4, "d");
    assertThat(maps[1].toString()).isEqualTo("{2=b, 3=c, 4=d}");

    List<String> behind = new ArrayList<>(List.of("a"));
    Object[] wrapped = trip(new Object[] {behind, Collections.unmodifiableList(behind)});
    @SuppressWarnings("unchecked")
    List<String> behindCopy = (List<String>) wrapped[0];
    behindCopy.add("b");
    assertThat(wrapped[1]).isEqualTo(List.of("a", "b"));
  }

  @Test
  void capacitiesStay() {
    assertThat(trip(new StringBuilder(77).append("x")).capacity()).isEqualTo(77);
    assertThat(trip(new BitSet(1000)).size()).isEqualTo(1024);
    assertThat(trip(new Vector<>(33)).capacity()).isEqualTo(33);
    assertThat(trip(new ArrayBlockingQueue<>(5)).remainingCapacity()).isEqualTo(5);
    Properties defaults = new Properties();
    defaults.setProperty("a", "1");
    Properties properties = new Properties(defaults);
    properties.setProperty("b", "2");
    assertThat(trip(properties).getProperty("a")).isEqualTo("1");
    assertThat(trip(properties)).hasSize(1);
  }

  @Test
  void aThawedListStillFailsFast() {
    List<Integer> list = trip(new ArrayList<>(List.of(1, 2, 3)));
    assertThatThrownBy(
            () -> {
              for (Integer i : list) {
                list.add(i);
              }
            })
        .isInstanceOf(ConcurrentModificationException.class);
  }
}
