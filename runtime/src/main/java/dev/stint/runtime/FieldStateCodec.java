package dev.stint.runtime;

import dev.stint.image.ImageInput;
import dev.stint.image.ImageOutput;
import dev.stint.image.ObjectCodec;
import dev.stint.image.PathSegment;
import dev.stint.runtime.Statics.FieldState;

/** Static fields with their values. Paths begin at the field, as a program's reader knows it. */
final class FieldStateCodec implements ObjectCodec<FieldState> {
  @Override
  public void write(FieldState state, ImageOutput out) {
    out.writeRef(state.className());
    out.writeText(state.name());
    out.writeRef(state.value());
  }

  @Override
  public FieldState read(ImageInput in, Class<? extends FieldState> type) {
    return new FieldState(in.readRef(String.class), in.readSomeText(), in.readRef());
  }

  @Override
  public PathSegment label(FieldState state, int index) {
    String simpleName = state.className().substring(state.className().lastIndexOf('.') + 1);
    return PathSegment.root(simpleName.replace('$', '.') + "." + state.name());
  }
}
