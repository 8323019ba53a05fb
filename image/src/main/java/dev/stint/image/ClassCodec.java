package dev.stint.image;

import java.util.List;

/** Class objects, by name. */
final class ClassCodec implements ObjectCodec<Class<?>> {
  private static final List<Class<?>> PRIMITIVES =
      List.of(
          void.class,
          boolean.class,
          byte.class,
          char.class,
          short.class,
          int.class,
          long.class,
          float.class,
          double.class);

  private final TypeTable types;

  ClassCodec(TypeTable types) {
    this.types = types;
  }

  @Override
  public void write(Class<?> value, ImageOutput out) {
    if (value.isHidden()) {
      throw new NotSerializableStateException(
          "", value.getName(), "a hidden class has no name by which another JVM could find it");
    }
    out.writeCount(PRIMITIVES.indexOf(value) + 1);
    if (!value.isPrimitive()) {
      out.writeText(value.getName());
    }
  }

  @Override
  public Class<?> read(ImageInput in, Class<? extends Class<?>> type) {
    int primitive = in.readCount();
    if (primitive > PRIMITIVES.size()) {
      throw new ImageFormatException("no primitive type number " + primitive);
    }
    return primitive > 0 ? PRIMITIVES.get(primitive - 1) : types.loadClass(in.readSomeText());
  }
}
