package dev.stint.image;

import java.lang.reflect.Constructor;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which constructor of a JDK class makes an empty one, and with what arguments.
 *
 * @param base the JDK class
 * @param constructor runs only the JDK class's code, also for a program's subclass
 */
record Construction(
    Class<?> base, Class<?>[] parameters, Constructor<?> constructor, Arguments arguments) {

  /** What the constructor is given, as it is written and read. */
  interface Arguments {
    Arguments NONE =
        new Arguments() {
          @Override
          public void write(Object value, ImageOutput out) {}

          @Override
          public @Nullable Object[] read(ImageInput in) {
            return new Object[0];
          }
        };

    void write(Object value, ImageOutput out);

    @Nullable Object[] read(ImageInput in);
  }

  static Construction plain(Class<?> base) {
    return of(base, Arguments.NONE);
  }

  static Construction of(Class<?> base, Arguments arguments, Class<?>... parameters) {
    return new Construction(
        base, parameters, Instances.constructor(base, base, parameters), arguments);
  }

  /** By comparator; its class asks nothing more. */
  static Construction compared(Class<?> base) {
    return of(
        base,
        new Arguments() {
          @Override
          public void write(Object value, ImageOutput out) {
            out.writeRef(comparator(value));
          }

          @Override
          public @Nullable Object[] read(ImageInput in) {
            return new @Nullable Object[] {in.readRef()};
          }
        },
        Comparator.class);
  }

  Construction forSubclass(Class<?> type) {
    return new Construction(
        base, parameters, Instances.constructor(type, base, parameters), arguments);
  }

  void write(Object value, ImageOutput out) {
    arguments.write(value, out);
  }

  Object read(ImageInput in) {
    return Instances.make(constructor, arguments.read(in));
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // The comparator is for whatever the elements are.
  static @Nullable Comparator<? super @Nullable Object> comparator(Object collection) {
    if (collection instanceof SortedMap<?, ?> map) {
      return (Comparator<? super @Nullable Object>) map.comparator();
    }
    if (collection instanceof SortedSet<?> set) {
      return (Comparator<? super @Nullable Object>) set.comparator();
    }
    if (collection instanceof PriorityQueue<?> queue) {
      return (Comparator<? super @Nullable Object>) queue.comparator();
    }
    if (collection instanceof java.util.concurrent.PriorityBlockingQueue<?> queue) {
      return (Comparator<? super @Nullable Object>) queue.comparator();
    }
    return null;
  }
}
