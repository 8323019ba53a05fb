package dev.stint.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Maps that are made empty and filled by putting, in the order in which they iterate. */
final class MapCodec implements ShellCodec<Object>, Extensible {
  private final Construction construction;
  private final Putting putting;
  private final CollectionAccess access;

  /** How entries get back in. */
  enum Putting {
    /** One by one, in the order of iteration. */
    EACH,
    /** One by one, last first: for tables that put new entries before old ones. */
    REVERSED,
    /** All at once from a sorted map, which asks nothing of the keys. */
    SORTED
  }

  MapCodec(Construction construction, Putting putting) {
    this(construction, putting, CollectionAccess.DIRECT);
  }

  private MapCodec(Construction construction, Putting putting, CollectionAccess access) {
    this.construction = construction;
    this.putting = putting;
    this.access = access;
  }

  @Override
  public ShellCodec<Object> forSubclass(Class<?> type) {
    return new MapCodec(
        construction.forSubclass(type),
        putting,
        CollectionAccess.ofSubclass(type, construction.base()));
  }

  @Override
  public boolean needsCompleteParts() {
    return putting != Putting.SORTED;
  }

  @Override
  public void writeShell(Object value, ImageOutput out) {
    construction.write(value, out);
  }

  @Override
  public Object createShell(ImageInput in, Class<?> type) {
    return construction.read(in);
  }

  @Override
  public void writeContent(Object value, ImageOutput out) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>();
    for (Map.Entry<?, ?> entry : access.entries((Map<?, ?>) value)) {
      entries.add(entry);
    }
    if (putting == Putting.REVERSED) {
      Collections.reverse(entries);
    }
    out.writeCount(entries.size());
    for (Map.Entry<?, ?> entry : entries) {
      out.writeRef(entry.getKey());
      out.writeRef(entry.getValue());
    }
    if (isHashMap()) {
      HashTableShape.write(value, out);
    } else if (isConcurrent()) {
      ConcurrentTableShape.write(value, out);
    } else if (putting == Putting.SORTED) {
      TreeShape.write(value, out);
    }
  }

  private boolean isConcurrent() {
    return construction.base() == ConcurrentHashMap.class;
  }

  private boolean isHashMap() {
    return HashMap.class.isAssignableFrom(construction.base());
  }

  @Override
  public void fill(Object shell, ImageInput in) {
    Map<?, ?> map = (Map<?, ?>) shell;
    int count = in.readLength(2);
    @Nullable Object[] keys = new Object[count];
    @Nullable Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      keys[i] = in.readRef();
      values[i] = in.readRef();
    }
    if (putting == Putting.SORTED) {
      fillTree(map, in, keys, values);
      return;
    }
    if (isConcurrent()) {
      ConcurrentTableShape shape = ConcurrentTableShape.read(in, count);
      if (shape != null && shape.fill(map, keys, values)) {
        return;
      }
    }
    HashTableShape shape = isHashMap() ? HashTableShape.read(in, count) : null;
    if (shape != null && shape.fill(map, keys, values)) {
      return;
    }
    for (int i = 0; i < count; i++) {
      access.put(map, keys[i], values[i]);
    }
  }

  private void fillTree(
      Map<?, ?> map, ImageInput in, @Nullable Object[] keys, @Nullable Object[] values) {
    if (TreeShape.fill(map, TreeShape.read(in, keys.length), keys, values)) {
      return;
    }
    List<Map.Entry<@Nullable Object, @Nullable Object>> entries = new ArrayList<>(keys.length);
    for (int i = 0; i < keys.length; i++) {
      entries.add(new java.util.AbstractMap.SimpleEntry<>(keys[i], values[i]));
    }
    access.putAll(map, new FrozenSortedMap(Construction.comparator(map), entries));
  }

  @Override
  public PathSegment label(Object value, int index) {
    return ValueCodec.ENTRIES.apply(index);
  }
}
