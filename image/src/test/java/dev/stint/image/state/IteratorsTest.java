package dev.stint.image.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.image.ImageCodec;
import java.nio.file.Path;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IteratorsTest {
  private static final ImageCodec CODEC =
      ImageCodec.forLoader(IteratorsTest.class.getClassLoader()).build();

  @SuppressWarnings("unchecked")
  private static <T> T trip(T value) {
    return (T) CODEC.decode(CODEC.encode(value));
  }

  private static <C extends Collection<Object>> C filled(C collection) {
    for (int i = 0; i < 9; i++) {
      collection.add("e" + i * 7919);
    }
    return collection;
  }

  private static <M extends Map<Object, Object>> M filledMap(M map) {
    for (int i = 0; i < 9; i++) {
      map.put("k" + i * 7919, i);
    }
    return map;
  }

  static Stream<Collection<Object>> owners() {
    return Stream.of(
        filled(new ArrayList<>()),
        filled(new LinkedList<>()),
        filled(new ArrayDeque<>()),
        filled(new Vector<>()),
        filled(new PriorityQueue<>()),
        filled(new HashSet<>()),
        filled(new LinkedHashSet<>()),
        filled(new TreeSet<>()),
        filled(new CopyOnWriteArrayList<>()),
        filled(new ConcurrentLinkedQueue<>()),
        filled(new LinkedBlockingQueue<>()),
        filled(new ConcurrentSkipListSet<>()),
        Arrays.asList("a", "b", "c"),
        List.of("a", "b", "c"),
        List.of("x"),
        Set.of("a", "b", "c", "d", "e"),
        Collections.nCopies(4, "x"),
        Collections.singletonList("s"),
        Collections.unmodifiableList(filled(new ArrayList<>())),
        Collections.unmodifiableSet(filled(new HashSet<>())),
        List.of(),
        new HashSet<>(List.of(TimeUnit.DAYS, TimeUnit.HOURS, TimeUnit.SECONDS)),
        Collections.synchronizedList(filled(new ArrayList<>())));
  }

  @ParameterizedTest
  @MethodSource("owners")
  void areTheSameWhereverTheyAreFrozen(Collection<Object> owner) {
    List<Object> expected = new ArrayList<>(owner);
    for (int frozenAt = 0; frozenAt <= expected.size(); frozenAt++) {
      Iterator<Object> it = Iterators.of(owner);
      List<Object> seen = new ArrayList<>();
      for (int i = 0; i < expected.size(); i++) {
        if (i == frozenAt) {
          it = trip(it);
        }
        assertThat(it.hasNext()).isTrue();
        seen.add(it.next());
      }
      if (frozenAt == expected.size()) {
        it = trip(it);
      }
      assertThat(it.hasNext()).isFalse();
      assertThatThrownBy(it::next).isInstanceOf(NoSuchElementException.class);
      assertThat(seen).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("owners")
  void theOriginalGoesOnAfterAFreeze(Collection<Object> owner) {
    List<Object> seen = new ArrayList<>();
    Iterator<Object> it = Iterators.of(owner);
    while (it.hasNext()) {
      CODEC.encode(it);
      seen.add(it.next());
      CODEC.encode(it);
    }
    assertThat(seen).isEqualTo(new ArrayList<>(owner));
  }

  static Stream<Collection<Object>> changeable() {
    return Stream.of(
        filled(new ArrayList<>()),
        filled(new LinkedList<>()),
        filled(new ArrayDeque<>()),
        filled(new PriorityQueue<>()),
        filled(new HashSet<>()),
        filled(new LinkedHashSet<>()),
        filled(new TreeSet<>()),
        filled(new ConcurrentLinkedQueue<>()),
        filled(new ConcurrentSkipListSet<>()),
        new HashSet<>(List.of(TimeUnit.DAYS, TimeUnit.HOURS, TimeUnit.SECONDS)));
  }

  @ParameterizedTest
  @MethodSource("changeable")
  void removeWorksBeforeAndAfter(Collection<Object> original) {
    Object[] pair = {original, Iterators.of(original)};
    int step = 0;
    int size = original.size();
    while (((Iterator<?>) pair[1]).hasNext()) {
      Object element = ((Iterator<?>) pair[1]).next();
      pair = trip(pair);
      if (step++ % 2 == 0) {
        ((Iterator<?>) pair[1]).remove();
        assertThat(((Collection<?>) pair[0]).contains(element)).isFalse();
        pair = trip(pair);
        Iterator<?> now = (Iterator<?>) pair[1];
        assertThatThrownBy(now::remove).isInstanceOf(IllegalStateException.class);
      }
    }
    assertThat(step).isEqualTo(size);
    assertThat((Collection<?>) pair[0]).hasSize(size / 2);
  }

  static Stream<Collection<Object>> failFast() {
    return Stream.of(
        filled(new ArrayList<>()),
        filled(new LinkedList<>()),
        filled(new PriorityQueue<>()),
        filled(new HashSet<>()),
        filled(new LinkedHashSet<>()),
        filled(new TreeSet<>()),
        filled(new Vector<>()),
        new HashSet<>(List.of(1, TimeUnit.DAYS, TimeUnit.HOURS)));
  }

  @ParameterizedTest
  @MethodSource("failFast")
  void changesBehindItsBackAreNoticedBeforeAndAfter(Collection<Object> original) {
    for (boolean changeFirst : new boolean[] {true, false}) {
      Object[] pair = {original, Iterators.of(original)};
      ((Iterator<?>) pair[1]).next();
      for (int i = 0; i < 2; i++) {
        if ((i == 0) == changeFirst) {
          @SuppressWarnings("unchecked")
          Collection<Object> owner = (Collection<Object>) pair[0];
          owner.add(original instanceof HashSet ? new Object() : "new" + changeFirst);
        } else {
          pair = trip(pair);
        }
      }
      Iterator<?> it = (Iterator<?>) pair[1];
      assertThat(it.hasNext()).isTrue();
      assertThatThrownBy(it::next).isInstanceOf(ConcurrentModificationException.class);
    }
  }

  @Test
  void removingTheLastButOneElementStillGoesUnnoticed() {
    List<Object> list = new ArrayList<>(List.of(1, 2, 3));
    Object[] pair = {list, Iterators.of(list)};
    ((Iterator<?>) pair[1]).next();
    ((Iterator<?>) pair[1]).next();
    list.remove(0);
    pair = trip(pair);
    assertThat(((Iterator<?>) pair[1]).hasNext()).isFalse();
  }

  static Stream<Map<Object, Object>> maps() {
    return Stream.of(
        filledMap(new HashMap<>()),
        filledMap(new LinkedHashMap<>()),
        filledMap(new TreeMap<>()),
        filledMap(new ConcurrentHashMap<>()),
        filledMap(new ConcurrentSkipListMap<>()),
        filledMap(new Hashtable<>()),
        filledMap(new LinkedHashMap<>(16, 0.75f, true)),
        Collections.synchronizedMap(filledMap(new HashMap<>())),
        filledMap(new HashMap<>() {}),
        new TreeMap<>(filledMap(new TreeMap<>())).descendingMap());
  }

  @ParameterizedTest
  @MethodSource("maps")
  void viewsOfMapsTravelWithTheirMap(Map<Object, Object> map) {
    Object first = map.keySet().iterator().next();
    Object[] copy =
        trip(new Object[] {map, Views.keySet(map), Views.values(map), Views.entrySet(map)});
    @SuppressWarnings("unchecked")
    Map<Object, Object> copied = (Map<Object, Object>) copy[0];
    assertThat(copy[1].toString()).isEqualTo(map.keySet().toString());
    assertThat(copy[2].toString()).isEqualTo(map.values().toString());
    assertThat(copy[3].toString()).isEqualTo(map.entrySet().toString());
    assertThat(copy[1]).isEqualTo(copied.keySet());
    ((Set<?>) copy[1]).remove(first);
    assertThat(copied).doesNotContainKey(first).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void entriesWriteThroughAfterAMove(Map<Object, Object> map) {
    boolean readOnly = map instanceof ConcurrentSkipListMap;
    Object[] state = {map, Iterators.of(Views.entrySet(map)), null};
    int count = 0;
    while (((Iterator<?>) state[1]).hasNext()) {
      state[2] = ((Iterator<?>) state[1]).next();
      state = trip(state);
      @SuppressWarnings("unchecked")
      Map.Entry<Object, Object> entry = (Map.Entry<Object, Object>) state[2];
      @SuppressWarnings("unchecked")
      Map<Object, Object> owner = (Map<Object, Object>) state[0];
      if (!readOnly) {
        entry.setValue("set" + count);
        assertThat(owner.containsValue("set" + count)).isTrue();
        assertThat(entry.getValue()).isEqualTo("set" + count);
        state = trip(state);
      }
      count++;
    }
    assertThat(count).isEqualTo(9);
  }

  @Test
  void listIteratorsKeepPlaceAndDirection() {
    for (List<Object> list : List.of(filled(new ArrayList<>()), filled(new LinkedList<>()))) {
      Object[] pair = {list, Iterators.list(list, 4)};
      pair = trip(pair);
      assertThat(at(pair).nextIndex()).isEqualTo(4);
      at(pair).next();
      pair = trip(pair);
      at(pair).set("forth");
      pair = trip(pair);
      at(pair).previous();
      pair = trip(pair);
      at(pair).previous();
      pair = trip(pair);
      at(pair).remove();
      pair = trip(pair);
      at(pair).add("added");
      pair = trip(pair);
      assertThat(at(pair).next()).isEqualTo("forth");
      assertThat(((List<?>) pair[0]).get(3)).isEqualTo("added");
      ((List<?>) pair[0]).remove(0);
      Object[] broken = trip(pair);
      assertThatThrownBy(() -> at(broken).next())
          .isInstanceOf(ConcurrentModificationException.class);
    }
  }

  @SuppressWarnings("unchecked")
  private static ListIterator<Object> at(Object[] pair) {
    return (ListIterator<Object>) pair[1];
  }

  @Test
  void subListsWriteThroughAndBreakAsTheyDo() {
    List<Object> list = filled(new ArrayList<>());
    List<Object> sub = Views.subList(list, 2, 5);
    sub.add("more");
    Object[] copy = trip(new Object[] {list, sub, Views.subList(sub, 1, 2)});
    @SuppressWarnings("unchecked")
    List<Object> copiedSub = (List<Object>) copy[1];
    assertThat(copiedSub).isEqualTo(sub).isInstanceOf(RandomAccess.class);
    assertThat((List<?>) copy[2]).hasSize(1);
    copiedSub.set(0, "through");
    assertThat(((List<?>) copy[0]).get(2)).isEqualTo("through");
    list.add("behind its back");
    List<Object> broken = trip(sub);
    assertThatThrownBy(broken::size).isInstanceOf(ConcurrentModificationException.class);
    assertThat(Views.subList(new LinkedList<>(list), 0, 1)).isNotInstanceOf(RandomAccess.class);
  }

  @Test
  void sortedViewsWriteThrough() {
    TreeSet<Object> set = filled(new TreeSet<>());
    TreeMap<Object, Object> map = filledMap(new TreeMap<>());
    Object[] copy =
        trip(
            new Object[] {
              set,
              Views.descendingSet(set),
              Views.headSet(set, "e3", false),
              map,
              Views.descendingKeySet(map),
              Iterators.descending(set),
              Views.navigableKeySet(map),
            });
    assertThat(copy[1].toString()).isEqualTo(set.descendingSet().toString());
    assertThat(copy[2].toString()).isEqualTo(set.headSet("e3").toString());
    assertThat(copy[4].toString()).isEqualTo(map.descendingKeySet().toString());
    assertThat(((Iterator<?>) copy[5]).next()).isEqualTo(set.last());
    ((Set<?>) copy[1]).clear();
    assertThat((Set<?>) copy[0]).isEmpty();
    ((Set<?>) copy[6]).clear();
    assertThat((Map<?, ?>) copy[3]).isEmpty();
  }

  @Test
  void enumerationsTravel() {
    Hashtable<Object, Object> table = filledMap(new Hashtable<>());
    Enumeration<Object> keys = Iterators.keys(table);
    List<Object> seen = new ArrayList<>();
    while (keys.hasMoreElements()) {
      keys = trip(keys);
      seen.add(keys.nextElement());
    }
    assertThat(seen).isEqualTo(Collections.list(table.keys()));
    Enumeration<String> some = trip(Iterators.elements(new Vector<>(List.of("a", "b"))));
    assertThat(Collections.list(some)).containsExactly("a", "b");
  }

  @Test
  void aListChangedWhileAConcurrentIterationIsFrozen() {
    CopyOnWriteArrayList<Object> list = filled(new CopyOnWriteArrayList<>());
    List<Object> before = List.copyOf(list);
    Iterator<Object> it = Iterators.of(list);
    list.clear();
    it = trip(it);
    List<Object> seen = new ArrayList<>();
    it.forEachRemaining(seen::add);
    assertThat(seen).isEqualTo(before);
  }

  static final class Own implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return false;
        }

        @Override
        public String next() {
          throw new NoSuchElementException();
        }
      };
    }
  }

  @Test
  void aProgramsOwnIteratorsAndViewsAreHandedOutAsTheyAre() {
    assertThat(Iterators.of(new Own())).isNotInstanceOf(TrackedIterator.class);
    AbstractList<String> list =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            return "g" + index;
          }

          @Override
          public int size() {
            return 3;
          }
        };
    Iterator<String> it = Iterators.of(list);
    it.next();
    Object[] copy = trip(new Object[] {it});
    assertThat(((Iterator<?>) copy[0]).next()).isEqualTo("g1");
    Iterator<Path> names = Iterators.of(Path.of("a/b/c"));
    names.next();
    assertThat(trip(names).next()).isEqualTo(Path.of("b"));
  }

  @Test
  void theTableNamesMethodsThatExist() throws Exception {
    for (StateIntrinsics.Intrinsic entry : StateIntrinsics.table()) {
      assertThat(hasMethod(entry.owner(), entry.name(), entry.descriptor(), entry.isStatic()))
          .as(entry.toString())
          .isTrue();
      assertThat(hasMethod(entry.targetOwner(), entry.targetName(), entry.targetDescriptor(), true))
          .as(entry.toString())
          .isTrue();
    }
  }

  private static boolean hasMethod(String owner, String name, String descriptor, boolean isStatic)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(owner.replace('/', '.'));
    return Arrays.stream(type.getMethods())
        .anyMatch(m ->
            m.getName().equals(name)
                && java.lang.reflect.Modifier.isStatic(m.getModifiers()) == isStatic
                && java.lang.invoke.MethodType.methodType(m.getReturnType(), m.getParameterTypes())
                    .descriptorString()
                    .equals(descriptor));
  }
}
