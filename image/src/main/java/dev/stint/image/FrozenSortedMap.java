package dev.stint.image;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Entries known to be in order, in the shape that {@link java.util.TreeMap#putAll} takes over
 * without comparing.
 */
@SuppressWarnings("JdkObsolete") // The JDK asks for this interface.
final class FrozenSortedMap extends AbstractMap<@Nullable Object, @Nullable Object>
    implements SortedMap<@Nullable Object, @Nullable Object> {
  private final @Nullable Comparator<? super @Nullable Object> comparator;
  private final List<Entry<@Nullable Object, @Nullable Object>> entries;

  FrozenSortedMap(
      @Nullable Comparator<? super @Nullable Object> comparator,
      List<Entry<@Nullable Object, @Nullable Object>> entries) {
    this.comparator = comparator;
    this.entries = entries;
  }

  @Override
  public @Nullable Comparator<? super @Nullable Object> comparator() {
    return comparator;
  }

  @Override
  public Set<Entry<@Nullable Object, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<@Nullable Object, @Nullable Object>> iterator() {
        return entries.iterator();
      }

      @Override
      public int size() {
        return entries.size();
      }
    };
  }

  @Override
  public SortedMap<@Nullable Object, @Nullable Object> subMap(
      @Nullable Object from, @Nullable Object to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<@Nullable Object, @Nullable Object> headMap(@Nullable Object to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<@Nullable Object, @Nullable Object> tailMap(@Nullable Object from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Object firstKey() {
    return entries.get(0).getKey();
  }

  @Override
  public @Nullable Object lastKey() {
    return entries.get(entries.size() - 1).getKey();
  }
}
