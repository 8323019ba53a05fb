package dev.stint.image;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records: read from their fields, rebuilt through the canonical constructor. */
final class RecordCodec implements ObjectCodec<Object> {
  private final Field[] fields;
  private final Constructor<?> constructor;

  RecordCodec(Class<?> type) {
    try {
      RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
      fields = new Field[components.length];
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        fields[i] = type.getDeclaredField(components[i].getName());
        fields[i].setAccessible(true);
        types[i] = components[i].getType();
      }
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new NotSerializableStateException(
          "",
          type.getName(),
          "this record cannot be looked into (" + e.getMessage() + "): open its package");
    }
  }

  int layout() {
    int h = 19;
    for (Field field : fields) {
      h = h * 31 + field.getName().hashCode();
      h = h * 31 + field.getType().getName().hashCode();
    }
    return h == 0 ? 1 : h;
  }

  @Override
  public void write(Object value, ImageOutput out) {
    try {
      for (Field field : fields) {
        Class<?> type = field.getType();
        Object component = field.get(value);
        if (type.isPrimitive() && component != null) {
          Primitives.write(type, component, out);
        } else {
          out.writeRef(component);
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("field became inaccessible", e);
    }
  }

  @Override
  public Object read(ImageInput in, Class<?> type) {
    @Nullable Object[] arguments = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      Class<?> component = fields[i].getType();
      arguments[i] = component.isPrimitive() ? Primitives.read(component, in) : in.readRef();
    }
    return Instances.make(constructor, arguments);
  }

  @Override
  public PathSegment label(Object value, int index) {
    int left = index;
    for (Field field : fields) {
      if (!field.getType().isPrimitive() && left-- == 0) {
        return PathSegment.field(field.getName());
      }
    }
    return PathSegment.silent();
  }
}
