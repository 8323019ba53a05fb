package dev.stint.image;

/** Values of static final fields, by class and field. */
final class ConstantCodec implements ObjectCodec<Object> {
  private final StaticConstants constants;
  private final ClassLoader loader;

  ConstantCodec(StaticConstants constants, ClassLoader loader) {
    this.constants = constants;
    this.loader = loader;
  }

  @Override
  public void write(Object value, ImageOutput out) {
    StaticConstants.Constant constant = (StaticConstants.Constant) value;
    out.writeText(constant.className());
    out.writeText(constant.field());
  }

  /** Gives the value of the field, in the place of its name. */
  @Override
  public Object read(ImageInput in, Class<?> type) {
    var constant = new StaticConstants.Constant(in.readSomeText(), in.readSomeText());
    Object value = constants.get(constant, loader);
    if (value == null) {
      throw new ImageFormatException(
          "the image refers to the constant "
              + constant.className()
              + "."
              + constant.field()
              + ", which is not there: use the same code on both sides");
    }
    return value;
  }
}
