package dev.stint.image;

import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Elements known to be in order, in the shape that {@link java.util.TreeSet#addAll} and {@link
 * java.util.PriorityQueue} take over without comparing.
 */
@SuppressWarnings("JdkObsolete") // The JDK asks for this interface.
final class FrozenSortedSet extends AbstractSet<@Nullable Object>
    implements SortedSet<@Nullable Object> {
  private final @Nullable Comparator<? super @Nullable Object> comparator;
  private final List<@Nullable Object> elements;

  FrozenSortedSet(
      @Nullable Comparator<? super @Nullable Object> comparator, List<@Nullable Object> elements) {
    this.comparator = comparator;
    this.elements = elements;
  }

  @Override
  public @Nullable Comparator<? super @Nullable Object> comparator() {
    return comparator;
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return elements.iterator();
  }

  @Override
  public int size() {
    return elements.size();
  }

  @Override
  public SortedSet<@Nullable Object> subSet(@Nullable Object from, @Nullable Object to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedSet<@Nullable Object> headSet(@Nullable Object to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedSet<@Nullable Object> tailSet(@Nullable Object from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Object first() {
    return elements.get(0);
  }

  @Override
  public @Nullable Object last() {
    return elements.get(elements.size() - 1);
  }
}
