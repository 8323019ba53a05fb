package dev.stint.image;

import java.util.Objects;

/** Enum constants, by class and name. */
final class EnumCodec implements ObjectCodec<Enum<?>> {
  @Override
  public void write(Enum<?> value, ImageOutput out) {
    out.writeText(value.name());
  }

  @Override
  public Enum<?> read(ImageInput in, Class<? extends Enum<?>> type) {
    String name = in.readSomeText();
    Class<?> declaring = type.isEnum() ? type : ClassKinds.superclass(type);
    for (Object constant : Objects.requireNonNull(declaring.getEnumConstants())) {
      if (constant instanceof Enum<?> e && e.name().equals(name)) {
        return e;
      }
    }
    throw new ImageFormatException(
        declaring.getName() + " has no constant " + ImageFormatException.quoted(name));
  }
}
