package dev.stint.image;

/** Boxed values of primitive types, each in its shortest form. */
final class Primitives {
  private Primitives() {}

  static void write(Class<?> type, Object value, ImageOutput out) {
    if (type == int.class || type == short.class) {
      out.writeInt(((Number) value).intValue());
    } else if (type == long.class) {
      out.writeLong((Long) value);
    } else if (type == double.class) {
      out.writeDouble((Double) value);
    } else if (type == float.class) {
      out.writeFloat((Float) value);
    } else if (type == boolean.class) {
      out.writeBoolean((Boolean) value);
    } else if (type == byte.class) {
      out.writeByte((Byte) value);
    } else {
      out.writeCount((Character) value);
    }
  }

  static Object read(Class<?> type, ImageInput in) {
    if (type == int.class) {
      return in.readInt();
    } else if (type == short.class) {
      return (short) in.readInt();
    } else if (type == long.class) {
      return in.readLong();
    } else if (type == double.class) {
      return in.readDouble();
    } else if (type == float.class) {
      return in.readFloat();
    } else if (type == boolean.class) {
      return in.readBoolean();
    } else if (type == byte.class) {
      return (byte) in.readByte();
    }
    return (char) in.readCount();
  }
}
