package dev.stint.support;

import dev.stint.image.state.Views;
import java.lang.Character.UnicodeScript;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Samples of the JDK's collections and maps, all of the same elements. */
@SuppressWarnings({"unchecked", "rawtypes", "JdkObsolete"}) // Whatever the JDK has.
final class JdkCollections {
  private static final UnicodeScript[] ALL = UnicodeScript.values();

  private JdkCollections() {}

  /**
   * One sample.
   *
   * @param make makes it with so many elements
   * @param jdk what is called upon, in a plain JVM
   * @param ours what is called upon in a tasklet
   */
  record Sample(
      String name,
      Function<Integer, Object> make,
      UnaryOperator<Object> jdk,
      UnaryOperator<Object> ours) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An element: they are equal to nothing else and in the order of their numbers. */
  static UnicodeScript element(int number) {
    return ALL[number];
  }

  static List<Sample> collections() {
    List<Sample> all = new ArrayList<>();
    for (Supplier<Collection> make : GROWING) {
      add(all, name(make.get()), size -> filled(make.get(), size));
    }
    add(all, "Arrays.asList", size -> Arrays.asList(filled(new ArrayList(), size).toArray()));
    add(all, "List.of", size -> List.copyOf(filled(new ArrayList(), size)));
    add(all, "Set.of", size -> Set.copyOf(filled(new ArrayList(), size)));
    add(all, "Stream.toList", size -> filled(new ArrayList(), size).stream().toList());
    add(all, "emptyList", size -> Collections.emptyList());
    add(all, "singletonList", size -> Collections.singletonList(element(1)));
    add(all, "singleton", size -> Collections.singleton(element(1)));
    add(all, "nCopies", size -> Collections.nCopies(size, element(1)));
    add(
        all,
        "List.of.subList",
        size -> List.copyOf(filled(new ArrayList(), size)).subList(0, size));
    add(all, "LinkedList.subList", size -> filled(new LinkedList(), size).subList(0, size));
    add(all, "TreeSet.headSet", size -> filled(new TreeSet(), size).headSet(element(90)));
    add(all, "TreeSet.descendingSet", size -> filled(new TreeSet(), size).descendingSet());
    add(all, "ArrayList.reversed", size -> filled(new ArrayList(), size).reversed());
    add(all, "LinkedHashSet.reversed", size -> filled(new LinkedHashSet(), size).reversed());
    for (Supplier<Map> make : MAPS) {
      String name = name(make.get());
      view(all, name + ".keySet", make, Map::keySet, Views::keySet);
      view(all, name + ".values", make, Map::values, Views::values);
      view(all, name + ".entrySet", make, Map::entrySet, Views::entrySet);
    }
    all.add(
        new Sample(
            "ArrayList.subList",
            size -> filled(new ArrayList(), size),
            list -> ((List) list).subList(0, ((List) list).size()),
            list -> Views.subList((List) list, 0, ((List) list).size())));
    return all;
  }

  static List<Sample> maps() {
    List<Sample> all = new ArrayList<>();
    for (Supplier<Map> make : MAPS) {
      add(all, name(make.get()), size -> mapped(make.get(), size));
    }
    add(all, "LinkedHashMap by access", size -> mapped(new LinkedHashMap(16, 0.75f, true), size));
    add(all, "Map.of", size -> Map.copyOf(mapped(new HashMap(), size)));
    add(all, "unmodifiableMap", size -> Collections.unmodifiableMap(mapped(new HashMap(), size)));
    add(all, "emptyMap", size -> Collections.emptyMap());
    add(all, "singletonMap", size -> Collections.singletonMap(element(1), 1));
    add(all, "TreeMap.headMap", size -> mapped(new TreeMap(), size).headMap(element(90)));
    add(all, "TreeMap.descendingMap", size -> mapped(new TreeMap(), size).descendingMap());
    add(all, "LinkedHashMap.reversed", size -> mapped(new LinkedHashMap(), size).reversed());
    return all;
  }

  private static final List<Supplier<Collection>> GROWING =
      List.of(
          ArrayList::new,
          LinkedList::new,
          Vector::new,
          Stack::new,
          CopyOnWriteArrayList::new,
          CopyOnWriteArraySet::new,
          HashSet::new,
          LinkedHashSet::new,
          TreeSet::new,
          () -> EnumSet.noneOf(UnicodeScript.class),
          ConcurrentSkipListSet::new,
          ConcurrentHashMap::newKeySet,
          ArrayDeque::new,
          PriorityQueue::new,
          ConcurrentLinkedQueue::new,
          ConcurrentLinkedDeque::new,
          LinkedBlockingQueue::new,
          LinkedBlockingDeque::new,
          LinkedTransferQueue::new,
          PriorityBlockingQueue::new,
          () -> new ArrayBlockingQueue(200),
          () -> Collections.newSetFromMap(new HashMap()),
          () -> Collections.newSetFromMap(new IdentityHashMap()),
          () -> Collections.asLifoQueue(new ArrayDeque()),
          () -> Collections.synchronizedList(new ArrayList()),
          () -> Collections.synchronizedList(new LinkedList()),
          () -> Collections.synchronizedSet(new HashSet()),
          () -> Collections.synchronizedCollection(new ArrayDeque()),
          () -> Collections.checkedList(new ArrayList(), UnicodeScript.class),
          () -> Collections.checkedSet(new HashSet(), UnicodeScript.class));

  private static final List<Supplier<Map>> MAPS =
      List.of(
          HashMap::new,
          LinkedHashMap::new,
          TreeMap::new,
          () -> new EnumMap(UnicodeScript.class),
          IdentityHashMap::new,
          WeakHashMap::new,
          Hashtable::new,
          Properties::new,
          ConcurrentHashMap::new,
          ConcurrentSkipListMap::new,
          () -> Collections.synchronizedMap(new HashMap()),
          () -> Collections.synchronizedSortedMap(new TreeMap()),
          () -> Collections.checkedMap(new HashMap(), UnicodeScript.class, Integer.class));

  private static String name(Object sample) {
    return sample.getClass().getName().replaceFirst(".*[.]", "");
  }

  private static void add(List<Sample> all, String name, Function<Integer, Object> make) {
    all.add(new Sample(name, make, c -> c, c -> c));
  }

  private static void view(
      List<Sample> all,
      String name,
      Supplier<Map> make,
      Function<Map, Object> jdk,
      Function<Map, Object> ours) {
    all.add(
        new Sample(
            name,
            size -> mapped(make.get(), size),
            map -> jdk.apply((Map) map),
            map -> ours.apply((Map) map)));
  }

  private static <C extends Collection> C filled(C empty, int size) {
    for (int i = 0; i < size; i++) {
      empty.add(element((i * 7 + 3) % 83));
    }
    return empty;
  }

  private static <M extends Map> M mapped(M empty, int size) {
    for (int i = 0; i < size; i++) {
      empty.put(element((i * 7 + 3) % 83), i);
    }
    return empty;
  }
}
