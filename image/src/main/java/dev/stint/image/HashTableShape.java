package dev.stint.image;

import dev.stint.image.HashTableFields.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the nodes of a hash table lie, where that does not follow from its keys: keys that have
 * changed since they were put lie where their old hash says, and a bucket that has become a tree
 * iterates in an order that depends on its history.
 *
 * @param buckets how many buckets the table has
 * @param places where each node lies, bucket by bucket
 */
record HashTableShape(int buckets, List<Place> places) {
  private static final long BYTES_PER_SLOT = 8;
  private static final int CHANGED = 1;
  private static final int TREE = 2;
  private static final int RED = 4;

  /** Keys that cannot change. */
  private static final Set<Class<?>> STEADY =
      Set.of(
          String.class,
          Integer.class,
          Long.class,
          Short.class,
          Byte.class,
          Character.class,
          Boolean.class,
          Double.class,
          Float.class,
          Class.class,
          UUID.class);

  /**
   * One node.
   *
   * @param entry its number in the order of iteration
   * @param hash the hash it has in the table
   * @param marks bits that say what it is
   * @param left the entry below it in a tree, or -1
   * @param right as {@code left}
   */
  private record Place(int entry, int hash, int marks, int left, int right) {
    boolean has(int mark) {
      return (marks & mark) != 0;
    }

    /** Its entries in a tree. */
    List<Integer> below() {
      return Stream.of(left, right).filter(entry -> entry >= 0).toList();
    }
  }

  /** Puts the shape of a map or set, if it does not follow from the keys. */
  static void write(Object mapOrSet, ImageOutput out) {
    HashTableFields fields = HashTableFields.ifOpen();
    HashTableShape shape = fields == null ? null : of(fields, fields.mapOf(mapOrSet));
    out.writeBoolean(shape != null);
    if (shape == null) {
      return;
    }
    out.writeCount(shape.buckets);
    for (Place place : shape.places) {
      out.writeCount(place.entry);
      out.writeFixedInt(place.hash);
      out.writeByte(place.marks);
      if (place.has(TREE)) {
        out.writeCount(place.left + 1);
        out.writeCount(place.right + 1);
      }
    }
  }

  private static @Nullable HashTableShape of(HashTableFields fields, HashMap<?, ?> map) {
    List<Object> nodes = fields.inTable(map);
    boolean follows = true;
    for (Object node : nodes) {
      follows &= !fields.isTree(node) && !isChanged(fields, node);
    }
    if (follows) {
      return null;
    }
    Map<Object, Integer> numbers = new IdentityHashMap<>();
    for (Object node : fields.inOrder(map)) {
      numbers.put(node, numbers.size());
    }
    List<Place> places = new ArrayList<>(nodes.size());
    for (Object node : nodes) {
      places.add(placeOf(fields, node, numbers));
    }
    return new HashTableShape(((Object[]) fields.table.value(map)).length, places);
  }

  private static Place placeOf(HashTableFields fields, Object node, Map<Object, Integer> numbers) {
    int marks = isChanged(fields, node) ? CHANGED : 0;
    int hash = (Integer) fields.hash.value(node);
    int entry = numbers.getOrDefault(node, 0);
    if (!fields.isTree(node)) {
      return new Place(entry, hash, marks, -1, -1);
    }
    marks |= TREE | ((Boolean) fields.red.value(node) ? RED : 0);
    Object left = fields.left.get(node);
    Object right = fields.right.get(node);
    return new Place(
        entry,
        hash,
        marks,
        left == null ? -1 : numbers.getOrDefault(left, -1),
        right == null ? -1 : numbers.getOrDefault(right, -1));
  }

  private static boolean isChanged(HashTableFields fields, Object node) {
    return isChanged(fields.key.get(node), (Integer) fields.hash.value(node), -1);
  }

  /** Whether a key has another hash now than it had when it was put. */
  static boolean isChanged(@Nullable Object key, int hash, int hashBits) {
    if (key == null || STEADY.contains(key.getClass()) || key instanceof Enum) {
      return false;
    }
    try {
      return (spread(key) & hashBits) != hash;
    } catch (RuntimeException | StackOverflowError e) {
      return true; // The hash it had when it was put is all that is known.
    }
  }

  /** As {@link HashMap} mixes a hash. */
  static int spread(@Nullable Object key) {
    int hash = key == null ? 0 : key.hashCode();
    return hash ^ (hash >>> 16);
  }

  /** Takes what {@link #write} put; null if the shape follows from the keys. */
  static @Nullable HashTableShape read(ImageInput in, int entries) {
    if (!in.readBoolean()) {
      return null;
    }
    int buckets = in.readCount();
    if (Integer.bitCount(buckets) != 1 || entries == 0) {
      throw new ImageFormatException("the image has a hash table of " + buckets + " buckets");
    }
    in.reserve(buckets * BYTES_PER_SLOT);
    boolean[] seen = new boolean[entries];
    List<Place> places = new ArrayList<>(entries);
    for (int i = 0; i < entries; i++) {
      int entry = in.readCount();
      int hash = in.readFixedInt();
      int marks = in.readByte();
      boolean tree = (marks & TREE) != 0;
      int left = tree ? in.readCount() - 1 : -1;
      int right = tree ? in.readCount() - 1 : -1;
      if (entry >= entries || left >= entries || right >= entries || seen[entry]) {
        throw new ImageFormatException(
            "the image has a hash table whose nodes do not fit together");
      }
      seen[entry] = true;
      places.add(new Place(entry, hash, marks, left, right));
    }
    requireTrees(places);
    return new HashTableShape(buckets, places);
  }

  /** A lookup climbs to the top of its tree, and would do so for ever in a circle. */
  private static void requireTrees(List<Place> places) {
    Map<Integer, Place> trees = new HashMap<>();
    for (Place place : places) {
      if (place.has(TREE)) {
        trees.put(place.entry, place);
      }
    }
    Set<Integer> hanging = new HashSet<>();
    for (Place place : trees.values()) {
      for (int entry : place.below()) {
        if (!trees.containsKey(entry) || !hanging.add(entry)) {
          throw noTree();
        }
      }
    }
    // None hangs below two, so what no top leads to is a circle.
    ArrayDeque<Place> open = new ArrayDeque<>(trees.values());
    open.removeIf(place -> hanging.contains(place.entry));
    int reached = 0;
    while (!open.isEmpty()) {
      reached++;
      open.remove().below().forEach(entry -> open.add(Objects.requireNonNull(trees.get(entry))));
    }
    if (reached < trees.size()) {
      throw noTree();
    }
  }

  private static ImageFormatException noTree() {
    return new ImageFormatException("the image has a hash table whose tree is none");
  }

  /**
   * Fills an empty map or set so.
   *
   * @param values of a map; null for a set
   * @return whether that was done; it cannot where the fields are not open, and trees cannot be
   *     kept where hashes by identity differ from those where they grew
   */
  boolean fill(Object mapOrSet, @Nullable Object[] keys, @Nullable Object @Nullable [] values) {
    HashTableFields fields = HashTableFields.ifOpen();
    if (fields == null) {
      return false;
    }
    int[] hashes = new int[places.size()];
    boolean tree = false;
    boolean same = true;
    for (int i = 0; i < hashes.length; i++) {
      Place place = places.get(i);
      hashes[i] = place.has(CHANGED) ? place.hash : spread(keys[place.entry]);
      same &= hashes[i] == place.hash;
      tree |= place.has(TREE);
    }
    if (tree && !same) {
      return false;
    }
    new Filling(fields, fields.mapOf(mapOrSet), this).fill(keys, values, hashes);
    return true;
  }

  /** Builds the nodes of one table. */
  private static final class Filling {
    private final HashTableFields fields;
    private final HashMap<?, ?> map;
    private final HashTableShape shape;
    private final @Nullable Object[] nodes;

    Filling(HashTableFields fields, HashMap<?, ?> map, HashTableShape shape) {
      this.fields = fields;
      this.map = map;
      this.shape = shape;
      this.nodes = new Object[shape.places.size()];
    }

    void fill(@Nullable Object[] keys, @Nullable Object @Nullable [] values, int[] hashes) {
      Kind kind = map instanceof LinkedHashMap ? Kind.LINKED : Kind.PLAIN;
      for (int i = 0; i < hashes.length; i++) {
        Place place = shape.places.get(i);
        Object value = values == null ? fields.present() : values[place.entry];
        Kind each = place.has(TREE) ? Kind.TREE : kind;
        nodes[place.entry] = fields.makeNode(each, hashes[i], keys[place.entry], value);
      }
      chain(hashes);
      if (kind == Kind.LINKED) {
        link();
      }
      for (Place place : shape.places) {
        if (place.has(TREE)) {
          grow(place);
        }
      }
    }

    private Object node(int entry) {
      return Objects.requireNonNull(nodes[entry]);
    }

    private void chain(int[] hashes) {
      @Nullable Object[] table = fields.makeTable(shape.buckets);
      @Nullable Object[] last = new Object[shape.buckets];
      for (int i = 0; i < hashes.length; i++) {
        Object node = node(shape.places.get(i).entry);
        int bucket = hashes[i] & (shape.buckets - 1);
        Object before = last[bucket];
        if (before == null) {
          table[bucket] = node;
        } else {
          fields.next.set(before, node);
          if (fields.isTree(node)) {
            fields.prev.set(node, before);
          }
        }
        last[bucket] = node;
      }
      float most = shape.buckets * (Float) fields.loadFactor.value(map);
      fields.table.set(map, table);
      fields.threshold.set(map, most < 1 << 30 ? (int) most : Integer.MAX_VALUE);
      fields.size.set(map, hashes.length);
    }

    private void link() {
      for (int i = 1; i < nodes.length; i++) {
        fields.after.set(node(i - 1), node(i));
        fields.before.set(node(i), node(i - 1));
      }
      fields.head.set(map, node(0));
      fields.tail.set(map, node(nodes.length - 1));
    }

    private void grow(Place place) {
      Object node = node(place.entry);
      fields.red.set(node, place.has(RED));
      hang(node, place.left, fields.left);
      hang(node, place.right, fields.right);
    }

    private void hang(Object node, int entry, JdkField side) {
      if (entry < 0) {
        return;
      }
      Object below = node(entry);
      side.set(node, below);
      fields.parent.set(below, node);
    }
  }
}
