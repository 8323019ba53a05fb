package dev.stint.image;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Collections that are made empty and filled by adding, in the order in which they iterate. */
final class CollectionCodec implements ShellCodec<Object>, Extensible {
  private final Construction construction;
  private final Adding adding;
  private final CollectionAccess access;
  private final boolean subclass;

  /** How elements get back in. */
  enum Adding {
    /** One by one; nothing is asked of the elements. */
    EACH,
    /** One by one; elements are asked for their hash or order. */
    EACH_COMPLETE,
    /** All at once from a sorted set, which asks nothing of the elements. */
    SORTED
  }

  CollectionCodec(Construction construction, Adding adding) {
    this(construction, adding, CollectionAccess.DIRECT, false);
  }

  private CollectionCodec(
      Construction construction, Adding adding, CollectionAccess access, boolean subclass) {
    this.construction = construction;
    this.adding = adding;
    this.access = access;
    this.subclass = subclass;
  }

  @Override
  public ShellCodec<Object> forSubclass(Class<?> type) {
    return new CollectionCodec(
        construction.forSubclass(type),
        adding,
        CollectionAccess.ofSubclass(type, construction.base()),
        true);
  }

  @Override
  public boolean needsCompleteParts() {
    // A subclass may override what the JDK calls back while adding.
    return adding == Adding.EACH_COMPLETE || subclass && adding == Adding.EACH;
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
    @Nullable Object[] elements = access.elements((Collection<?>) value);
    out.writeCount(elements.length);
    for (Object element : elements) {
      out.writeRef(element);
    }
    if (isHashSet()) {
      HashTableShape.write(value, out);
    } else if (adding == Adding.SORTED) {
      TreeShape.write(value, out);
    }
  }

  private boolean isHashSet() {
    return HashSet.class.isAssignableFrom(construction.base());
  }

  @Override
  public void fill(Object shell, ImageInput in) {
    Collection<?> collection = (Collection<?>) shell;
    int count = in.readLength(1);
    @Nullable Object[] elements = new Object[count];
    for (int i = 0; i < count; i++) {
      elements[i] = in.readRef();
    }
    if (adding == Adding.SORTED) {
      if (!TreeShape.fill(collection, TreeShape.read(in, count), elements, null)) {
        access.addAll(
            collection,
            new FrozenSortedSet(Construction.comparator(collection), Arrays.asList(elements)));
      }
      return;
    }
    HashTableShape shape = isHashSet() ? HashTableShape.read(in, count) : null;
    if (shape != null && shape.fill(collection, elements, null)
        || isHeap() && HeapFields.fill(collection, elements)) {
      return;
    }
    for (Object element : elements) {
      access.add(collection, element);
    }
  }

  private boolean isHeap() {
    return HeapFields.areOf(construction.base());
  }
}
