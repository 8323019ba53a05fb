package dev.stint.image;

/** A program's subclass of a JDK class with state: that state by its codec, then own fields. */
final class SubclassCodec implements ShellCodec<Object> {
  private final ShellCodec<Object> base;
  private final FieldLayout layout;
  private final int ownReferences;

  SubclassCodec(ShellCodec<Object> base, FieldLayout layout) {
    this.base = base;
    this.layout = layout;
    this.ownReferences =
        (int) layout.fields().stream().filter(f -> !f.getType().isPrimitive()).count();
  }

  @Override
  public void writeShell(Object value, ImageOutput out) {
    base.writeShell(value, out);
  }

  /** Own fields first: an overridden method that the JDK calls back finds them set. */
  @Override
  public void writeContent(Object value, ImageOutput out) {
    layout.write(value, out);
    base.writeContent(value, out);
  }

  @Override
  public Object createShell(ImageInput in, Class<?> type) {
    return base.createShell(in, type);
  }

  @Override
  public void fill(Object shell, ImageInput in) {
    layout.fill(shell, in);
    base.fill(shell, in);
  }

  @Override
  public boolean needsCompleteParts() {
    return base.needsCompleteParts();
  }

  @Override
  public PathSegment label(Object value, int index) {
    return index < ownReferences
        ? PathSegment.field(layout.referenceName(index))
        : PathSegment.element(index - ownReferences);
  }
}
