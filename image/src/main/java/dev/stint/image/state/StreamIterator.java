package dev.stint.image.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/**
 * The iterator of a stream. To travel, it draws what is left of the stream; of a stream that is
 * long or has no end it draws some, keeps that, and stays where it is.
 */
public class StreamIterator<T extends @Nullable Object> implements Iterator<T> {
  /** The most elements drawn ahead. */
  public static final int MOST_DRAWN = 10_000;

  private final @Nullable Iterator<T> source;
  private final Deque<Optional<T>> drawn = new ArrayDeque<>();

  StreamIterator(@Nullable Iterator<T> source) {
    this.source = source;
  }

  @Override
  public boolean hasNext() {
    return !drawn.isEmpty() || source != null && source.hasNext();
  }

  @Override
  @SuppressWarnings("NullAway") // A stream's elements may be null.
  public T next() {
    Optional<T> first = drawn.poll();
    if (first != null) {
      return first.orElse(null);
    }
    if (source == null) {
      throw new NoSuchElementException();
    }
    return source.next();
  }

  /** All that is left, or null if that is too much. */
  public @Nullable List<@Nullable Object> drawAll() {
    while (source != null && source.hasNext()) {
      if (drawn.size() >= MOST_DRAWN) {
        return null;
      }
      drawn.add(Optional.ofNullable(source.next()));
    }
    List<@Nullable Object> all = new ArrayList<>();
    drawn.forEach(element -> all.add(element.orElse(null)));
    return all;
  }

  /** Which kind of iterator a program sees. */
  public enum Kind {
    OBJECTS,
    INTS,
    LONGS,
    DOUBLES
  }

  /** The kind of this iterator. */
  public final Kind kind() {
    if (this instanceof OfInts) {
      return Kind.INTS;
    }
    if (this instanceof OfLongs) {
      return Kind.LONGS;
    }
    return this instanceof OfDoubles ? Kind.DOUBLES : Kind.OBJECTS;
  }

  /** An iterator over what was drawn from a stream. */
  @SuppressWarnings({"unchecked", "NullAway"}) // The elements are what they were.
  public static StreamIterator<?> of(Kind kind, List<@Nullable Object> elements) {
    StreamIterator<?> made =
        switch (kind) {
          case OBJECTS -> new StreamIterator<>(null);
          case INTS -> new OfInts(null);
          case LONGS -> new OfLongs(null);
          case DOUBLES -> new OfDoubles(null);
        };
    StreamIterator<Object> it = (StreamIterator<Object>) made;
    elements.forEach(element -> it.drawn.add(Optional.ofNullable(element)));
    return it;
  }

  /** The iterator of an IntStream. */
  static final class OfInts extends StreamIterator<Integer> implements PrimitiveIterator.OfInt {
    OfInts(@Nullable Iterator<Integer> source) {
      super(source);
    }

    @Override
    public int nextInt() {
      return super.next();
    }

    @Override
    public Integer next() {
      return super.next();
    }
  }

  /** The iterator of a LongStream. */
  static final class OfLongs extends StreamIterator<Long> implements PrimitiveIterator.OfLong {
    OfLongs(@Nullable Iterator<Long> source) {
      super(source);
    }

    @Override
    public long nextLong() {
      return super.next();
    }

    @Override
    public Long next() {
      return super.next();
    }
  }

  /** The iterator of a DoubleStream. */
  static final class OfDoubles extends StreamIterator<Double>
      implements PrimitiveIterator.OfDouble {
    OfDoubles(@Nullable Iterator<Double> source) {
      super(source);
    }

    @Override
    public double nextDouble() {
      return super.next();
    }

    @Override
    public Double next() {
      return super.next();
    }
  }
}
