package dev.stint.image;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@link HashMap}, {@link LinkedHashMap} and {@link HashSet} and of their nodes, in
 * JVMs that open them ({@link JdkOpens}).
 */
final class HashTableFields {
  private static final @Nullable HashTableFields OPEN = open();

  final JdkField table;
  final JdkField size;
  final JdkField threshold;
  final JdkField loadFactor;
  final JdkField head;
  final JdkField tail;
  final JdkField hash;
  final JdkField key;
  final JdkField next;
  final JdkField before;
  final JdkField after;
  final JdkField parent;
  final JdkField left;
  final JdkField right;
  final JdkField prev;
  final JdkField red;

  private final JdkField mapOfSet;
  private final Object present;
  private final Class<?> plain;
  private final Class<?> tree;
  private final Constructor<?> makePlain;
  private final Constructor<?> makeLinked;
  private final Constructor<?> makeTree;

  /** What a new node is to be. */
  enum Kind {
    PLAIN,
    LINKED,
    TREE
  }

  private HashTableFields() throws ReflectiveOperationException {
    table = JdkField.of(HashMap.class, "table");
    size = JdkField.of(HashMap.class, "size");
    threshold = JdkField.of(HashMap.class, "threshold");
    loadFactor = JdkField.of(HashMap.class, "loadFactor");
    head = JdkField.of(LinkedHashMap.class, "head");
    tail = JdkField.of(LinkedHashMap.class, "tail");
    mapOfSet = JdkField.of(HashSet.class, "map");
    present = JdkField.of(HashSet.class, "PRESENT").value(null);
    plain = Class.forName("java.util.HashMap$Node");
    hash = JdkField.of(plain, "hash");
    key = JdkField.of(plain, "key");
    next = JdkField.of(plain, "next");
    Class<?> linked = Class.forName("java.util.LinkedHashMap$Entry");
    before = JdkField.of(linked, "before");
    after = JdkField.of(linked, "after");
    tree = Class.forName("java.util.HashMap$TreeNode");
    parent = JdkField.of(tree, "parent");
    left = JdkField.of(tree, "left");
    right = JdkField.of(tree, "right");
    prev = JdkField.of(tree, "prev");
    red = JdkField.of(tree, "red");
    makePlain = maker(plain, plain);
    makeLinked = maker(linked, plain);
    makeTree = maker(tree, plain);
  }

  private static Constructor<?> maker(Class<?> type, Class<?> node)
      throws ReflectiveOperationException {
    Constructor<?> maker = type.getDeclaredConstructor(int.class, Object.class, Object.class, node);
    maker.setAccessible(true);
    return maker;
  }

  private static @Nullable HashTableFields open() {
    try {
      return new HashTableFields();
    } catch (NotSerializableStateException
        | InaccessibleObjectException
        | ReflectiveOperationException e) {
      return null; // Tables are then put anew.
    }
  }

  /** The fields, or null if this JVM does not show them. */
  static @Nullable HashTableFields ifOpen() {
    return OPEN;
  }

  /** A node of its own: linked to nothing. */
  Object makeNode(Kind kind, int hash, @Nullable Object key, @Nullable Object value) {
    Constructor<?> maker =
        switch (kind) {
          case PLAIN -> makePlain;
          case LINKED -> makeLinked;
          case TREE -> makeTree;
        };
    return Instances.make(maker, new @Nullable Object[] {hash, key, value, null});
  }

  @Nullable Object[] makeTable(int buckets) {
    return (@Nullable Object[]) Array.newInstance(plain, buckets);
  }

  boolean isTree(Object node) {
    return tree.isInstance(node);
  }

  /** The map itself, or the one a set consists of. */
  HashMap<?, ?> mapOf(Object mapOrSet) {
    return (HashMap<?, ?>) (mapOrSet instanceof HashSet ? mapOfSet.value(mapOrSet) : mapOrSet);
  }

  /** What a set's map has as each value. */
  Object present() {
    return present;
  }

  /** All nodes, bucket by bucket. */
  List<Object> inTable(HashMap<?, ?> map) {
    List<Object> nodes = new ArrayList<>(map.size());
    if (table.get(map) instanceof Object[] buckets) {
      for (Object first : buckets) {
        for (Object node = first; node != null; node = next.get(node)) {
          nodes.add(node);
        }
      }
    }
    return nodes;
  }

  /** All nodes in the order in which the map iterates. */
  List<Object> inOrder(HashMap<?, ?> map) {
    if (!(map instanceof LinkedHashMap)) {
      return inTable(map);
    }
    List<Object> nodes = new ArrayList<>(map.size());
    for (Object node = head.get(map); node != null; node = after.get(node)) {
      nodes.add(node);
    }
    return nodes;
  }
}
