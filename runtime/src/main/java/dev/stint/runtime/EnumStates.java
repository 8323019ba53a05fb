package dev.stint.runtime;

import dev.stint.abi.FrameShape;
import dev.stint.runtime.Statics.FieldState;
import dev.stint.runtime.Statics.Probe;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is in the constants of an enum, which are as static as its fields, but travel by name. Final
 * fields that hold lambdas or nothing changeable keep what the constructor gave them.
 */
final class EnumStates {
  /** The fields that one class of an enum, or of a constant's body, declares in one constant. */
  record ConstantState(String constant, String className, List<FieldState> fields) {}

  private EnumStates() {}

  static List<ConstantState> save(Class<?> type, Probe probe) {
    if (!type.isEnum() || !Initialization.run(type)) {
      return List.of();
    }
    List<ConstantState> states = new ArrayList<>();
    for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
      for (Class<?> c = constant.getClass(); c != null && c != Enum.class; c = c.getSuperclass()) {
        List<FieldState> fields = fieldsOf(c, constant, probe);
        if (!fields.isEmpty()) {
          states.add(new ConstantState(((Enum<?>) constant).name(), c.getName(), fields));
        }
      }
    }
    return states;
  }

  private static List<FieldState> fieldsOf(Class<?> type, Object constant, Probe probe) {
    List<FieldState> fields = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      boolean isFinal = Modifier.isFinal(field.getModifiers());
      if (Modifier.isStatic(field.getModifiers()) || (isFinal && staysAlike(field.getType()))) {
        continue;
      }
      Object value = get(field, constant);
      if (!isFinal || (value != null && !staysAlike(value.getClass()) && probe.canTravel(value))) {
        fields.add(new FieldState(type.getName(), field.getName(), value));
      }
    }
    return fields;
  }

  private static boolean staysAlike(Class<?> type) {
    return type.isPrimitive()
        || Immutables.contains(type)
        || type.getName().contains(FrameShape.LAMBDA_MARK);
  }

  /** Puts values back into the constants of an enum that has been initialised. */
  static void restore(Class<?> type, List<ConstantState> states) {
    for (ConstantState state : states) {
      for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
        if (((Enum<?>) constant).name().equals(state.constant())) {
          restore(constant, state);
        }
      }
    }
  }

  private static void restore(Object constant, ConstantState state) {
    Class<?> declaring = constant.getClass();
    while (!declaring.getName().equals(state.className())) {
      declaring = declaring.getSuperclass();
      if (declaring == null) {
        throw new IllegalStateException(
            state.constant() + " is no " + state.className() + " in this class loader");
      }
    }
    for (FieldState value : state.fields()) {
      try {
        Field field = declaring.getDeclaredField(value.name());
        field.setAccessible(true);
        field.set(constant, value.value());
      } catch (NoSuchFieldException | IllegalAccessException e) {
        throw new IllegalStateException(state.className() + " lacks " + value.name(), e);
      }
    }
  }

  private static @Nullable Object get(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " has been made accessible", e);
    }
  }
}
