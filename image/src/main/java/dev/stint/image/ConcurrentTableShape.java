package dev.stint.image;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Under which hashes the nodes of a {@link ConcurrentHashMap} lie, where that does not follow from
 * its keys, as in {@link HashTableShape}; in JVMs that open its fields ({@link JdkOpens}).
 *
 * @param buckets how many buckets the table has
 * @param hashes of each entry in the order of iteration
 * @param changed which keys have another hash now
 * @param inTree which lie in a bucket that has become a tree
 */
record ConcurrentTableShape(int buckets, int[] hashes, boolean[] changed, boolean[] inTree) {
  private static final long BYTES_PER_SLOT = 8;
  private static final int CHANGED = 1;
  private static final int TREE = 2;

  /** Hashes below zero are not of entries. */
  private static final int HASH_BITS = 0x7fffffff;

  private static final @Nullable Fields OPEN = Fields.open();

  /** Puts the shape of a map, if it does not follow from the keys. */
  static void write(Object map, ImageOutput out) {
    ConcurrentTableShape shape = OPEN == null ? null : OPEN.shapeOf(map);
    out.writeBoolean(shape != null);
    if (shape != null) {
      out.writeCount(shape.buckets);
      for (int i = 0; i < shape.hashes.length; i++) {
        out.writeFixedInt(shape.hashes[i]);
        out.writeByte((shape.changed[i] ? CHANGED : 0) | (shape.inTree[i] ? TREE : 0));
      }
    }
  }

  /** Takes what {@link #write} put; null if the shape follows from the keys. */
  static @Nullable ConcurrentTableShape read(ImageInput in, int entries) {
    if (!in.readBoolean()) {
      return null;
    }
    int buckets = in.readCount();
    if (Integer.bitCount(buckets) != 1) {
      throw new ImageFormatException("the image has a hash table of " + buckets + " buckets");
    }
    in.reserve(buckets * BYTES_PER_SLOT);
    int[] hashes = new int[entries];
    boolean[] changed = new boolean[entries];
    boolean[] inTree = new boolean[entries];
    for (int i = 0; i < entries; i++) {
      hashes[i] = in.readFixedInt() & HASH_BITS;
      int marks = in.readByte();
      changed[i] = (marks & CHANGED) != 0;
      inTree[i] = (marks & TREE) != 0;
    }
    return new ConcurrentTableShape(buckets, hashes, changed, inTree);
  }

  /**
   * Fills an empty map so.
   *
   * @return whether that was done; it cannot where the fields are not open
   */
  boolean fill(Object map, @Nullable Object[] keys, @Nullable Object[] values) {
    if (OPEN == null) {
      return false;
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < buckets; i++) {
      rows.add(List.of());
    }
    for (int i = 0; i < hashes.length; i++) {
      Object key = keys[i];
      Object value = values[i];
      if (key == null || value == null) {
        throw new ImageFormatException("the image has a ConcurrentHashMap that holds null");
      }
      int hash = changed[i] ? hashes[i] : HashTableShape.spread(key) & HASH_BITS;
      int bucket = hash & (buckets - 1);
      if (rows.get(bucket).isEmpty()) {
        rows.set(bucket, new ArrayList<>());
      }
      rows.get(bucket).add(OPEN.node(inTree[i], hash, key, value));
    }
    OPEN.fill(map, rows, hashes.length);
    return true;
  }

  /** What no method shows. */
  private static final class Fields {
    private final JdkField table;
    private final JdkField sizeControl;
    private final JdkField count;
    private final JdkField hash;
    private final JdkField key;
    private final JdkField next;
    private final JdkField prev;
    private final JdkField first;
    private final Class<?> plain;
    private final Class<?> tree;
    private final Class<?> bin;
    private final Constructor<?> makePlain;
    private final Constructor<?> makeTree;
    private final Constructor<?> makeBin;

    private Fields() throws ReflectiveOperationException {
      String name = ConcurrentHashMap.class.getName();
      plain = Class.forName(name + "$Node");
      tree = Class.forName(name + "$TreeNode");
      bin = Class.forName(name + "$TreeBin");
      table = JdkField.of(ConcurrentHashMap.class, "table");
      sizeControl = JdkField.of(ConcurrentHashMap.class, "sizeCtl");
      count = JdkField.of(ConcurrentHashMap.class, "baseCount");
      hash = JdkField.of(plain, "hash");
      key = JdkField.of(plain, "key");
      next = JdkField.of(plain, "next");
      prev = JdkField.of(tree, "prev");
      first = JdkField.of(bin, "first");
      makePlain = maker(plain, int.class, Object.class, Object.class);
      makeTree = maker(tree, int.class, Object.class, Object.class, plain, tree);
      makeBin = maker(bin, tree);
    }

    private static Constructor<?> maker(Class<?> type, Class<?>... parameters)
        throws ReflectiveOperationException {
      Constructor<?> maker = type.getDeclaredConstructor(parameters);
      maker.setAccessible(true);
      return maker;
    }

    static @Nullable Fields open() {
      try {
        return new Fields();
      } catch (NotSerializableStateException
          | InaccessibleObjectException
          | ReflectiveOperationException e) {
        return null; // Entries are then put anew.
      }
    }

    @Nullable ConcurrentTableShape shapeOf(Object map) {
      if (!(table.get(map) instanceof Object[] rows)) {
        return null;
      }
      List<Object> nodes = new ArrayList<>();
      boolean trees = false;
      for (Object row : rows) {
        boolean isTree = bin.isInstance(row);
        if (row != null && !isTree && (Integer) hash.value(row) < 0) {
          return null; // The table grows at this moment: another thread's doing.
        }
        trees |= isTree;
        for (Object n = isTree ? first.get(row) : row; n != null; n = next.get(n)) {
          nodes.add(n);
        }
      }
      ConcurrentTableShape shape = shapeOf(nodes, rows.length);
      for (boolean each : shape.changed) {
        trees |= each;
      }
      return trees ? shape : null;
    }

    private ConcurrentTableShape shapeOf(List<Object> nodes, int buckets) {
      int[] hashes = new int[nodes.size()];
      boolean[] changed = new boolean[hashes.length];
      boolean[] inTree = new boolean[hashes.length];
      for (int i = 0; i < hashes.length; i++) {
        Object node = nodes.get(i);
        hashes[i] = (Integer) hash.value(node);
        changed[i] = HashTableShape.isChanged(key.get(node), hashes[i], HASH_BITS);
        inTree[i] = tree.isInstance(node);
      }
      return new ConcurrentTableShape(buckets, hashes, changed, inTree);
    }

    Object node(boolean inTree, int hash, Object key, Object value) {
      return inTree
          ? Instances.make(makeTree, new @Nullable Object[] {hash, key, value, null, null})
          : Instances.make(makePlain, new @Nullable Object[] {hash, key, value});
    }

    void fill(Object map, List<List<Object>> rows, int size) {
      @Nullable Object[] made = (@Nullable Object[]) Array.newInstance(plain, rows.size());
      for (int i = 0; i < made.length; i++) {
        List<Object> row = rows.get(i);
        for (int n = 1; n < row.size(); n++) {
          next.set(row.get(n - 1), row.get(n));
          if (tree.isInstance(row.get(n))) {
            prev.set(row.get(n), row.get(n - 1));
          }
        }
        if (!row.isEmpty()) {
          made[i] = headOf(row);
        }
      }
      table.set(map, made);
      sizeControl.set(map, made.length - (made.length >>> 2));
      count.set(map, (long) size);
    }

    /** Grows a tree over nodes that keep their order; of nodes of both kinds none. */
    private Object headOf(List<Object> row) {
      boolean trees = row.stream().allMatch(tree::isInstance);
      return trees ? Instances.make(makeBin, new @Nullable Object[] {row.get(0)}) : row.get(0);
    }
  }
}
