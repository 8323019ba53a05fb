package dev.stint.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Objects by identity, each with its number in the image and, while it is open, its node. */
final class IdentityTable {
  static final int NO_ID = -1;

  private @Nullable Object[] keys = new Object[64];
  private int[] ids = new int[64];
  private @Nullable GraphNode[] nodes = new GraphNode[64];
  private int size;

  /** The slot of the object, or a negative number if it was not put. */
  int find(Object key) {
    int mask = keys.length - 1;
    for (int i = spread(key) & mask; ; i = (i + 1) & mask) {
      Object found = keys[i];
      if (found == key) {
        return i;
      }
      if (found == null) {
        return -1;
      }
    }
  }

  int id(int slot) {
    return ids[slot];
  }

  @Nullable GraphNode node(int slot) {
    return nodes[slot];
  }

  void setNode(Object key, @Nullable GraphNode node) {
    int slot = slotFor(key); // May replace the arrays, so it comes first.
    nodes[slot] = node;
  }

  void setId(Object key, int id) {
    int slot = slotFor(key); // As above.
    ids[slot] = id;
  }

  private int slotFor(Object key) {
    int slot = find(key);
    if (slot >= 0) {
      return slot;
    }
    if (size * 2 >= keys.length) {
      grow();
    }
    size++;
    return insert(key, NO_ID, null);
  }

  private int insert(Object key, int id, @Nullable GraphNode node) {
    int mask = keys.length - 1;
    int i = spread(key) & mask;
    while (keys[i] != null) {
      i = (i + 1) & mask;
    }
    keys[i] = key;
    ids[i] = id;
    nodes[i] = node;
    return i;
  }

  private void grow() {
    @Nullable Object[] oldKeys = keys;
    int[] oldIds = ids;
    @Nullable GraphNode[] oldNodes = nodes;
    keys = new Object[oldKeys.length * 2];
    ids = new int[keys.length];
    Arrays.fill(ids, NO_ID);
    nodes = new GraphNode[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      Object key = oldKeys[i];
      if (key != null) {
        insert(key, oldIds[i], oldNodes[i]);
      }
    }
  }

  private static int spread(Object key) {
    int hash = System.identityHashCode(key) * 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }
}
