package dev.stint.image;

import java.lang.reflect.Constructor;

/** Objects of a class, field by field; no constructor of it runs. */
final class FieldsCodec implements ShellCodec<Object> {
  private final FieldLayout layout;
  private final Constructor<?> constructor;
  private final boolean hashed;

  FieldsCodec(Class<?> type, FieldLayout layout) {
    this(type, ClassKinds.jdkBase(type), layout);
  }

  /**
   * @param base the superclass whose constructor runs
   */
  FieldsCodec(Class<?> type, Class<?> base, FieldLayout layout) {
    this.layout = layout;
    this.constructor = Instances.constructor(type, base);
    this.hashed = IdentityHashed.class.isAssignableFrom(type);
  }

  @Override
  public void writeShell(Object value, ImageOutput out) {
    if (hashed) {
      out.writeFixedInt(((IdentityHashed) value).stintHash());
    }
  }

  @Override
  public void writeContent(Object value, ImageOutput out) {
    layout.write(value, out);
  }

  @Override
  public Object createShell(ImageInput in, Class<?> type) {
    Object shell = Instances.make(constructor);
    if (hashed) {
      ((IdentityHashed) shell).stintHash(in.readFixedInt());
    }
    return shell;
  }

  @Override
  public void fill(Object shell, ImageInput in) {
    layout.fill(shell, in);
  }

  @Override
  public PathSegment label(Object value, int index) {
    return PathSegment.field(layout.referenceName(index));
  }
}
