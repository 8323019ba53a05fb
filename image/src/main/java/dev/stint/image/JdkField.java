package dev.stint.image;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field of the JDK that no method shows.
 *
 * @param field is accessible
 */
record JdkField(Field field) {

  /**
   * @throws NotSerializableStateException if this JVM does not open the field's package, or has no
   *     such field
   */
  static JdkField of(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return new JdkField(field);
    } catch (NoSuchFieldException e) {
      throw new NotSerializableStateException(
          "", type.getName(), "this version of the JDK keeps its state in another way");
    } catch (InaccessibleObjectException e) {
      throw new NotSerializableStateException("", type.getName(), JdkOpens.advice(type));
    }
  }

  /** The value in {@code object}, or of a static field if that is null. */
  @Nullable Object get(@Nullable Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " became inaccessible", e);
    }
  }

  /** The value of a field that always has one. */
  Object value(@Nullable Object object) {
    return Objects.requireNonNull(get(object), field.getName());
  }

  void set(Object object, Object value) {
    try {
      field.set(object, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " became inaccessible", e);
    }
  }
}
