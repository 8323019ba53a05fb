package dev.stint.runtime;

import dev.stint.transformer.ConstantsClass;
import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the values of static fields are: those of interfaces' constants are kept apart. */
final class StaticPlaces {
  private static final ClassValue<Optional<Class<?>>> APART =
      new ClassValue<>() {
        @Override
        protected Optional<Class<?>> computeValue(Class<?> type) {
          return find(type);
        }
      };

  private StaticPlaces() {}

  /** The class whose static fields hold a class's values: nearly always itself. */
  static Class<?> holderOf(Class<?> type) {
    Class<?> apart = apart(type);
    return apart == null ? type : apart;
  }

  /** The class that holds an interface's constants, or null if it holds them itself. */
  static @Nullable Class<?> apart(Class<?> type) {
    return type.isInterface() ? APART.get(type).orElse(null) : null;
  }

  private static Optional<Class<?>> find(Class<?> type) {
    try {
      String name = ConstantsClass.nameOf(type.getName());
      return Optional.of(Class.forName(name, false, type.getClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The accessible field that holds the value of a static field. */
  static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field;
    Class<?> apart = apart(type);
    if (apart == null) {
      field = type.getDeclaredField(name);
    } else {
      try {
        field = apart.getDeclaredField(name);
      } catch (NoSuchFieldException e) {
        field = type.getDeclaredField(name);
      }
    }
    field.setAccessible(true);
    return field;
  }
}
