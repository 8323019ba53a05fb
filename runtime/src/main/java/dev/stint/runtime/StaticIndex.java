package dev.stint.runtime;

import dev.stint.image.StaticConstants;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are values of a class loader's static final fields, so that images can name them
 * by their place and they keep their identity.
 */
final class StaticIndex implements StaticConstants {
  private final JobClassLoader loader;
  private final Map<String, Set<String>> finals;
  private final BiPredicate<Class<?>, String> wanted;
  private final Map<Object, Constant> constants = new IdentityHashMap<>();
  private final Set<Class<?>> indexed = new HashSet<>();
  private int seen;
  private int pending;

  /**
   * @param finals static fields that were final in the source, by internal class name
   * @param wanted which of them identify their value
   */
  StaticIndex(
      JobClassLoader loader,
      Map<String, Set<String>> finals,
      BiPredicate<Class<?>, String> wanted) {
    this.loader = loader;
    this.finals = finals;
    this.wanted = wanted;
  }

  @Override
  public synchronized @Nullable Constant find(Object value) {
    refresh();
    return constants.get(value);
  }

  @Override
  public @Nullable Object get(Constant constant, ClassLoader from) {
    try {
      Class<?> type = Class.forName(constant.className(), true, from);
      Field field = type.getDeclaredField(constant.field());
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      return null;
    }
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
      if (Initialization.hasBegun(type)) {
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
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        Object value = field.getType().isPrimitive() ? null : field.get(null);
        if (value != null && wanted.test(type, name)) {
          constants.putIfAbsent(value, new Constant(type.getName(), name));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("static field " + name + " of " + type.getName(), e);
      }
    }
  }
}
