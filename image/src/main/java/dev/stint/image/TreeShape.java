package dev.stint.image;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How deep each node of a red-black tree lies and which colour it has, in the order of the keys:
 * that fixes the tree. What is found in it after keys have changed depends on it. Written in JVMs
 * that open the fields ({@link JdkOpens}).
 */
final class TreeShape {
  private static final int DEEPEST = 63;
  private static final @Nullable TreeShape OPEN = open();

  private final JdkField mapOfSet;
  private final Object present;
  private final JdkField root;
  private final JdkField size;
  private final JdkField left;
  private final JdkField right;
  private final JdkField black;
  private final Constructor<?> maker;

  private TreeShape() throws ReflectiveOperationException {
    mapOfSet = JdkField.of(TreeSet.class, "m");
    present = JdkField.of(TreeSet.class, "PRESENT").value(null);
    root = JdkField.of(TreeMap.class, "root");
    size = JdkField.of(TreeMap.class, "size");
    Class<?> node = Class.forName("java.util.TreeMap$Entry");
    left = JdkField.of(node, "left");
    right = JdkField.of(node, "right");
    black = JdkField.of(node, "color");
    maker = node.getDeclaredConstructor(Object.class, Object.class, node);
    maker.setAccessible(true);
  }

  private static @Nullable TreeShape open() {
    try {
      return new TreeShape();
    } catch (NotSerializableStateException
        | InaccessibleObjectException
        | ReflectiveOperationException e) {
      return null; // Trees are then grown anew from their keys' order.
    }
  }

  /** Puts the shape of a map or set, if it is a tree that this JVM shows. */
  static void write(Object mapOrSet, ImageOutput out) {
    Object map = OPEN == null ? mapOrSet : OPEN.mapOf(mapOrSet);
    boolean known = OPEN != null && map instanceof TreeMap;
    out.writeBoolean(known);
    if (OPEN != null && known) {
      OPEN.writeBelow(OPEN.root.get(map), 0, out);
    }
  }

  private Object mapOf(Object mapOrSet) {
    return mapOrSet instanceof TreeSet ? mapOfSet.value(mapOrSet) : mapOrSet;
  }

  private void writeBelow(@Nullable Object node, int depth, ImageOutput out) {
    if (node != null) {
      writeBelow(left.get(node), depth + 1, out);
      out.writeByte(depth << 1 | ((Boolean) black.value(node) ? 1 : 0));
      writeBelow(right.get(node), depth + 1, out);
    }
  }

  /** Takes what {@link #write} put: depth and colour of each node, or null. */
  static int @Nullable [] read(ImageInput in, int count) {
    if (!in.readBoolean()) {
      return null;
    }
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = in.readByte();
    }
    return places;
  }

  /**
   * Fills an empty map or set so.
   *
   * @param values of a map; null for a set
   * @return whether that was done; it cannot where the fields are not open
   */
  static boolean fill(
      Object mapOrSet,
      int @Nullable [] places,
      @Nullable Object[] keys,
      @Nullable Object @Nullable [] values) {
    if (OPEN == null || places == null || !(OPEN.mapOf(mapOrSet) instanceof TreeMap<?, ?> map)) {
      return false;
    }
    Object top = OPEN.new Growing(places, keys, values).grow(0, places.length, 0, null);
    if (top != null) {
      OPEN.root.set(map, top);
    }
    OPEN.size.set(map, places.length);
    return true;
  }

  /** Builds the nodes of one tree. */
  private final class Growing {
    private final int[] places;
    private final @Nullable Object[] keys;
    private final @Nullable Object @Nullable [] values;

    Growing(int[] places, @Nullable Object[] keys, @Nullable Object @Nullable [] values) {
      this.places = places;
      this.keys = keys;
      this.values = values;
    }

    /** Grows the subtree of a range, whose top is the only node of that depth in it. */
    @Nullable Object grow(int from, int to, int depth, @Nullable Object parent) {
      if (from == to) {
        return null;
      }
      int at = topOf(from, to, depth);
      Object value = values == null ? present : values[at];
      Object node = Instances.make(maker, new @Nullable Object[] {keys[at], value, parent});
      black.set(node, (places[at] & 1) != 0);
      hang(node, left, grow(from, at, depth + 1, node));
      hang(node, right, grow(at + 1, to, depth + 1, node));
      return node;
    }

    private int topOf(int from, int to, int depth) {
      int found = -1;
      for (int i = from; i < to; i++) {
        if (places[i] >> 1 == depth) {
          if (found >= 0) {
            throw new ImageFormatException("the image has a tree with two tops");
          }
          found = i;
        }
      }
      if (found < 0 || depth > DEEPEST) {
        throw new ImageFormatException("the image has a tree without a top");
      }
      return found;
    }

    private void hang(Object node, JdkField side, @Nullable Object below) {
      if (below != null) {
        side.set(node, below);
      }
    }
  }
}
