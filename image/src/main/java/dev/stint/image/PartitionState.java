package dev.stint.image;

import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The map that {@link Collectors#partitioningBy} gives: two values, in a class of the JDK's own.
 */
final class PartitionState {
  /** The class of these maps. */
  static final Class<?> TYPE = of(null, null).getClass();

  private PartitionState() {}

  static void write(Map<Boolean, ?> partition, ImageOutput out) {
    out.writeRef(partition.get(false));
    out.writeRef(partition.get(true));
  }

  static Map<Boolean, ?> read(ImageInput in) {
    return of(in.readRef(), in.readRef());
  }

  private static Map<Boolean, ?> of(@Nullable Object no, @Nullable Object yes) {
    return Stream.of(false, true).collect(Collectors.partitioningBy(b -> b, choosing(no, yes)));
  }

  /** Makes of a part's only element, false or true, the value that belongs to it. */
  private static Collector<Boolean, ?, Object> choosing(@Nullable Object no, @Nullable Object yes) {
    return Collector.of(
        () -> new @Nullable Object[1],
        (chosen, side) -> chosen[0] = side ? yes : no,
        (chosen, other) -> chosen,
        chosen -> chosen[0]);
  }
}
