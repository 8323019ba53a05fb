package dev.stint.runtime;

import dev.stint.image.StaticConstants;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are values of a class loader's static final fields, so that images can name them
 * by their place and they keep their identity. Only those that nobody can change: of others, a
 * tasklet that is handed one gets a copy, as of any object.
 */
final class StaticIndex implements StaticConstants {
  private final JobClassLoader loader;
  private final Map<String, Set<String>> finals;
  private final Predicate<Object> immutable;
  private final Map<Object, Constant> constants = new IdentityHashMap<>();
  private final Set<Class<?>> indexed = new HashSet<>();
  private int seen;
  private int pending;

  /**
   * @param finals static fields that were final in the source, by internal class name
   * @param immutable tells what nobody can change
   */
  StaticIndex(JobClassLoader loader, Map<String, Set<String>> finals, Predicate<Object> immutable) {
    this.loader = loader;
    this.finals = finals;
    this.immutable = immutable;
  }

  @Override
  public synchronized @Nullable Constant find(Object value) {
    refresh();
    return constants.get(value);
  }

  @Override
  public @Nullable Object get(Constant constant, ClassLoader from) {
    return valueOf(constant, from);
  }

  /** The value of a static field, whose class is initialised if it is not; null if it is gone. */
  static @Nullable Object valueOf(Constant constant, ClassLoader from) {
    try {
      Class<?> type = Class.forName(constant.className(), true, from);
      Field field = StaticPlaces.field(type, constant.field());
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Knows only what stays behind when the root leaves with its statics. */
  static StaticConstants staying(Statics statics) {
    return new StaticConstants() {
      @Override
      public @Nullable Constant find(Object value) {
        return statics.staying(value);
      }

      @Override
      public @Nullable Object get(Constant constant, ClassLoader from) {
        return valueOf(constant, from);
      }
    };
  }

  /** Takes in classes that have been initialised since the last time. */
  private void refresh() {
    int defined = loader.definedCount();
    if (defined == seen && pending == 0) {
      return;
    }
    seen = defined;
    pending = 0;
    for (Class<?> type : loader.defined()) {
      Set<String> names = finals.get(type.getName().replace('.', '/'));
      if (names == null || indexed.contains(type)) {
        continue;
      }
      if (loader.hasBegun(type)) {
        indexed.add(type);
        index(type, names);
      } else {
        pending++;
      }
    }
  }

  private void index(Class<?> type, Set<String> names) {
    for (String name : names) {
      try {
        Field field = StaticPlaces.field(type, name);
        Object value = field.getType().isPrimitive() ? null : field.get(null);
        if (value != null && isForAll(value)) {
          constants.putIfAbsent(value, new Constant(type.getName(), name));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("static field " + name + " of " + type.getName(), e);
      }
    }
  }

  private boolean isForAll(Object value) {
    return value.getClass().isArray()
        ? Array.getLength(value) == 0
        : immutable.test(value) || Fixtures.isForAll(value);
  }
}
