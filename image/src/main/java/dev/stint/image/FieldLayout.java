package dev.stint.image;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The instance fields of a class that an image carries, superclasses first, by name within a class:
 * all of them, also transient and synthetic ones, since they are execution state.
 */
final class FieldLayout {
  private final List<Field> fields = new ArrayList<>();
  private final int hash;

  private FieldLayout(Class<?> type, boolean ofJdk) {
    collect(type, ofJdk);
    int h = 17;
    for (Field field : fields) {
      h = h * 31 + field.getName().hashCode();
      h = h * 31 + field.getType().getName().hashCode();
    }
    hash = h == 0 ? 1 : h;
  }

  static FieldLayout of(Class<?> type) {
    return new FieldLayout(type, false);
  }

  /** The fields of a JDK class, those of its superclasses included. */
  static FieldLayout ofJdk(Class<?> type) {
    return new FieldLayout(type, true);
  }

  private void collect(Class<?> type, boolean ofJdk) {
    if (type == Object.class || !ofJdk && ClassKinds.isJdk(type)) {
      return;
    }
    collect(ClassKinds.superclass(type), ofJdk);
    Field[] declared = type.getDeclaredFields();
    Arrays.sort(declared, Comparator.comparing(Field::getName));
    for (Field field : declared) {
      if (!Modifier.isStatic(field.getModifiers())
          && !field.getName().equals(IdentityHashed.FIELD)) {
        open(field);
        fields.add(field);
      }
    }
  }

  private static void open(Field field) {
    try {
      field.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      Class<?> type = field.getDeclaringClass();
      throw new NotSerializableStateException(
          "",
          type.getName(),
          ClassKinds.isJdk(type)
              ? JdkOpens.advice(type)
              : "its module does not open its package: add `opens "
                  + type.getPackageName()
                  + "` to the module declaration, or put the program on the class path");
    }
  }

  /** A hash of names and types: an image of other fields is refused. */
  int hash() {
    return hash;
  }

  List<Field> fields() {
    return fields;
  }

  /** The name of the {@code index}-th field that holds a reference. */
  String referenceName(int index) {
    int left = index;
    for (Field field : fields) {
      if (!field.getType().isPrimitive() && left-- == 0) {
        return field.getName();
      }
    }
    return "?";
  }

  void write(Object value, ImageOutput out) {
    try {
      for (Field field : fields) {
        write(field, value, out);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("field became inaccessible", e);
    }
  }

  private static void write(Field field, Object value, ImageOutput out)
      throws IllegalAccessException {
    Class<?> type = field.getType();
    if (!type.isPrimitive()) {
      out.writeRef(field.get(value));
    } else if (type == int.class) {
      out.writeInt(field.getInt(value));
    } else if (type == long.class) {
      out.writeLong(field.getLong(value));
    } else if (type == double.class) {
      out.writeDouble(field.getDouble(value));
    } else if (type == boolean.class) {
      out.writeBoolean(field.getBoolean(value));
    } else if (type == byte.class) {
      out.writeByte(field.getByte(value));
    } else if (type == char.class) {
      out.writeCount(field.getChar(value));
    } else if (type == short.class) {
      out.writeInt(field.getShort(value));
    } else {
      out.writeFloat(field.getFloat(value));
    }
  }

  void fill(Object shell, ImageInput in) {
    for (Field field : fields) {
      try {
        fill(field, shell, in);
      } catch (IllegalAccessException e) {
        throw new ImageFormatException("cannot set " + field, e);
      } catch (IllegalArgumentException e) {
        throw new ImageFormatException(
            "the image has a value of another type for "
                + field.getDeclaringClass().getName()
                + "."
                + field.getName()
                + ": it is damaged, or of other code",
            e);
      }
    }
  }

  private static void fill(Field field, Object shell, ImageInput in) throws IllegalAccessException {
    Class<?> type = field.getType();
    if (!type.isPrimitive()) {
      field.set(shell, in.readRef());
    } else if (type == int.class) {
      field.setInt(shell, in.readInt());
    } else if (type == long.class) {
      field.setLong(shell, in.readLong());
    } else if (type == double.class) {
      field.setDouble(shell, in.readDouble());
    } else if (type == boolean.class) {
      field.setBoolean(shell, in.readBoolean());
    } else if (type == byte.class) {
      field.setByte(shell, (byte) in.readByte());
    } else if (type == char.class) {
      field.setChar(shell, (char) in.readCount());
    } else if (type == short.class) {
      field.setShort(shell, (short) in.readInt());
    } else {
      field.setFloat(shell, in.readFloat());
    }
  }
}
