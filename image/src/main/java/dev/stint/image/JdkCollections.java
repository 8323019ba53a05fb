package dev.stint.image;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codecs of {@code java.util}'s collections. */
@SuppressWarnings("JdkObsolete") // The obsolete types are what is written.
final class JdkCollections {
  private static final long BYTES_PER_SLOT = 8;

  private JdkCollections() {}

  static void register(TypeTable.Registrar to) {
    lists(to);
    sets(to);
    maps(to);
    unmodifiable(to);
    wrappers(to);
  }

  private static void lists(TypeTable.Registrar to) {
    collection(to, 70, Construction.plain(ArrayList.class), CollectionCodec.Adding.EACH);
    collection(to, 71, Construction.plain(LinkedList.class), CollectionCodec.Adding.EACH);
    collection(to, 72, Construction.plain(ArrayDeque.class), CollectionCodec.Adding.EACH);
    collection(
        to,
        73,
        Construction.of(Vector.class, new VectorArguments(), int.class),
        CollectionCodec.Adding.EACH);
    collection(to, 74, Construction.plain(Stack.class), CollectionCodec.Adding.EACH);
    collection(
        to, 75, Construction.compared(PriorityQueue.class), CollectionCodec.Adding.EACH_COMPLETE);
  }

  private static void sets(TypeTable.Registrar to) {
    collection(
        to,
        80,
        Construction.of(HashSet.class, new HashArguments(), int.class, float.class),
        CollectionCodec.Adding.EACH_COMPLETE);
    collection(
        to, 81, Construction.plain(LinkedHashSet.class), CollectionCodec.Adding.EACH_COMPLETE);
    collection(to, 82, Construction.compared(TreeSet.class), CollectionCodec.Adding.SORTED);
    to.add(83, EnumSet.class, new ValueCodec<>(JdkCollections::writeEnums, JdkCollections::enums));
  }

  private static void maps(TypeTable.Registrar to) {
    map(
        to,
        90,
        Construction.of(HashMap.class, new HashArguments(), int.class, float.class),
        MapCodec.Putting.EACH);
    map(
        to,
        91,
        Construction.of(
            LinkedHashMap.class, new LinkedHashArguments(), int.class, float.class, boolean.class),
        MapCodec.Putting.EACH);
    map(to, 92, Construction.compared(TreeMap.class), MapCodec.Putting.SORTED);
    map(to, 93, Construction.plain(IdentityHashMap.class), MapCodec.Putting.EACH);
    map(
        to,
        94,
        Construction.of(WeakHashMap.class, TableSizeGuess.WEAK_HASH_MAP, int.class),
        MapCodec.Putting.REVERSED);
    map(
        to,
        95,
        Construction.of(Hashtable.class, new HashArguments(), int.class, float.class),
        MapCodec.Putting.REVERSED);
    map(
        to,
        96,
        Construction.of(Properties.class, new PropertiesArguments(), Properties.class),
        MapCodec.Putting.EACH);
    entry(to, 97, Map.Entry.class, AbstractMap.SimpleEntry::new);
    entry(to, 98, AbstractMap.SimpleEntry.class, AbstractMap.SimpleEntry::new);
    entry(to, 99, AbstractMap.SimpleImmutableEntry.class, AbstractMap.SimpleImmutableEntry::new);
  }

  /** List.of and its kind; the order of Set.of and Map.of depends on a salt of each JVM. */
  private static void unmodifiable(TypeTable.Registrar to) {
    elements(to, 100, List.of(1).getClass(), List::of);
    elements(to, 101, List.of(1, 2, 3).getClass(), List::of);
    elements(to, 102, Set.of(1).getClass(), Set::of);
    elements(to, 103, Set.of(1, 2, 3).getClass(), Set::of);
    entries(to, 104, Map.of(1, 1).getClass());
    entries(to, 105, Map.of(1, 1, 2, 2, 3, 3).getClass());
    entry(to, 107, Map.entry(1, 1).getClass(), Map::entry);
    to.add(
        108,
        PartitionState.TYPE,
        new ValueCodec<>(PartitionState::write, PartitionState::read, ValueCodec.ENTRIES));
    Class<?> withNulls = java.util.stream.Stream.of(1).toList().getClass();
    if (withNulls != List.of(1, 2, 3).getClass()) {
      throw new IllegalStateException("this JDK has another class for Stream.toList()");
    }
    elements(to, 106, List.of(1, 2, 3).subList(0, 2).getClass(), List::of);
  }

  private static void wrappers(TypeTable.Registrar to) {
    to.add(
        110,
        Arrays.asList(1).getClass(),
        new ValueCodec<List<?>>(
            (v, out) -> out.writeRef(SerialForm.of(v).parts().get(0)),
            in -> Arrays.asList(in.readRef(Object[].class))));
    constant(to, 111, Collections.emptyList());
    constant(to, 112, Collections.emptySet());
    constant(to, 113, Collections.emptyMap());
    wrapper(
        to,
        114,
        Collections.unmodifiableList(new ArrayList<>()),
        List.class,
        v -> Collections.unmodifiableList((List<?>) v));
    wrapper(
        to,
        115,
        Collections.unmodifiableList(new LinkedList<>()),
        List.class,
        v -> Collections.unmodifiableList((List<?>) v));
    wrapper(
        to,
        116,
        Collections.unmodifiableSet(new HashSet<>()),
        Set.class,
        v -> Collections.unmodifiableSet((Set<?>) v));
    wrapper(
        to,
        117,
        Collections.unmodifiableMap(new HashMap<>()),
        Map.class,
        v -> Collections.unmodifiableMap((Map<?, ?>) v));
    wrapper(
        to,
        118,
        Collections.unmodifiableCollection(new ArrayList<>()),
        Collection.class,
        v -> Collections.unmodifiableCollection((Collection<?>) v));
  }

  private static void collection(
      TypeTable.Registrar to, int id, Construction construction, CollectionCodec.Adding adding) {
    to.add(id, construction.base(), new CollectionCodec(construction, adding));
  }

  private static void map(
      TypeTable.Registrar to, int id, Construction construction, MapCodec.Putting putting) {
    to.add(id, construction.base(), new MapCodec(construction, putting));
  }

  @SuppressWarnings("NullAway") // Entries may hold null.
  private static void entry(
      TypeTable.Registrar to,
      int id,
      Class<?> type,
      BiFunction<Object, Object, Map.Entry<?, ?>> make) {
    to.add(
        id,
        type,
        new ValueCodec<Map.Entry<?, ?>>(
            (v, out) -> {
              out.writeRef(v.getKey());
              out.writeRef(v.getValue());
            },
            in -> make.apply(in.readRef(), in.readRef()),
            ValueCodec.ENTRIES));
  }

  private static void constant(TypeTable.Registrar to, int id, Object instance) {
    to.add(id, instance.getClass(), new ValueCodec<>((v, out) -> {}, in -> instance));
  }

  /** A view whose class has one part, which its serialized form shows. */
  private static <T> void wrapper(
      TypeTable.Registrar to, int id, Object sample, Class<T> partType, Function<T, Object> wrap) {
    to.add(
        id,
        sample.getClass(),
        new ValueCodec<>(
            (v, out) -> out.writeRef(SerialForm.of(v).parts().get(0)),
            in -> wrap.apply(in.readRef(partType))));
  }

  private static void elements(
      TypeTable.Registrar to, int id, Class<?> type, Function<Object[], Collection<?>> make) {
    to.add(
        id,
        type,
        new ValueCodec<Collection<?>>(
            (v, out) -> {
              out.writeBoolean(allowsNull(v));
              out.writeCount(v.size());
              v.forEach(out::writeRef);
            },
            in -> {
              boolean nulls = in.readBoolean();
              @Nullable Object[] elements = new Object[in.readLength(1)];
              for (int i = 0; i < elements.length; i++) {
                elements[i] = in.readRef();
              }
              return nulls ? listWithNulls(elements) : make.apply(nonNull(elements));
            },
            PathSegment::element));
  }

  /** Stream.toList makes lists of the same class as List.of, but with room for null. */
  @SuppressWarnings("ReturnValueIgnored") // Asking is what throws.
  private static boolean allowsNull(Collection<?> collection) {
    try {
      collection.contains(null);
      return true;
    } catch (NullPointerException e) {
      return false;
    }
  }

  @SuppressWarnings("NullAway") // Such a collection never held null.
  private static Object[] nonNull(@Nullable Object[] elements) {
    return elements;
  }

  @SuppressWarnings("NullAway") // Stream.toList is the public way to such a list.
  private static List<?> listWithNulls(@Nullable Object[] elements) {
    return Arrays.stream(elements).toList();
  }

  private static void entries(TypeTable.Registrar to, int id, Class<?> type) {
    to.add(
        id,
        type,
        new ValueCodec<Map<?, ?>>(
            (v, out) -> {
              out.writeCount(v.size());
              v.forEach((key, value) -> {
                out.writeRef(key);
                out.writeRef(value);
              });
            },
            JdkCollections::mapOf,
            ValueCodec.ENTRIES));
  }

  private static Map<?, ?> mapOf(ImageInput in) {
    int count = in.readLength(2);
    List<Map.Entry<Object, Object>> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(Map.entry(in.readRef(Object.class), in.readRef(Object.class)));
    }
    @SuppressWarnings({"unchecked", "rawtypes"}) // Generic arrays cannot be made otherwise.
    Map.Entry<Object, Object>[] array = entries.toArray(new Map.Entry[0]);
    return Map.ofEntries(array);
  }

  private static void writeEnums(EnumSet<?> set, ImageOutput out) {
    EnumSet<?> all = set.isEmpty() ? EnumSet.complementOf(set) : set;
    if (all.isEmpty()) {
      throw Anchors.held(set, "an EnumSet of an enum without constants");
    }
    out.writeType(all.iterator().next().getDeclaringClass());
    out.writeCount(set.size());
    set.forEach(out::writeRef);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The element type is only known at run time.
  private static EnumSet<?> enums(ImageInput in) {
    Class<?> type = in.readType();
    if (!type.isEnum()) {
      throw new ImageFormatException(type.getName() + " is not an enum");
    }
    EnumSet set = EnumSet.noneOf((Class<? extends Enum>) type);
    int count = in.readLength(1);
    for (int i = 0; i < count; i++) {
      set.add(in.readRef(Enum.class));
    }
    return set;
  }

  private static final class HashArguments implements Construction.Arguments {
    @Override
    public void write(Object value, ImageOutput out) {
      HashTableForm form = HashTableForm.of(value);
      out.writeCount(form.capacity());
      out.writeFloat(form.loadFactor());
    }

    @Override
    public @Nullable Object[] read(ImageInput in) {
      int capacity = in.readCount();
      in.reserve(capacity * BYTES_PER_SLOT);
      return new @Nullable Object[] {capacity, in.readFloat()};
    }
  }

  private static final class LinkedHashArguments implements Construction.Arguments {
    @Override
    public void write(Object value, ImageOutput out) {
      out.writeBoolean(HashTableForm.of(value).accessOrder());
    }

    @Override
    public @Nullable Object[] read(ImageInput in) {
      return new @Nullable Object[] {16, 0.75f, in.readBoolean()};
    }
  }

  private static final class VectorArguments implements Construction.Arguments {
    @Override
    public void write(Object value, ImageOutput out) {
      out.writeCount(((Vector<?>) value).capacity());
    }

    @Override
    public @Nullable Object[] read(ImageInput in) {
      int capacity = in.readCount();
      in.reserve(capacity * BYTES_PER_SLOT);
      return new @Nullable Object[] {capacity};
    }
  }

  /** The defaults are in no public method, but in the serialized form. */
  private static final class PropertiesArguments implements Construction.Arguments {
    @Override
    public void write(Object value, ImageOutput out) {
      Properties empty = (Properties) ((Properties) value).clone();
      empty.clear();
      List<Object> parts = SerialForm.of(empty).parts();
      out.writeRef(parts.isEmpty() ? null : parts.get(0));
    }

    @Override
    public @Nullable Object[] read(ImageInput in) {
      return new @Nullable Object[] {in.readRef()};
    }
  }
}
