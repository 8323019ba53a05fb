package dev.stint.image;

import java.util.ArrayList;
import java.util.List;

/** JDK classes that have no codec of their own, in their documented serialized form. */
final class SerialFormCodec implements ObjectCodec<Object> {
  private final TypeTable types;

  SerialFormCodec(TypeTable types) {
    this.types = types;
  }

  @Override
  public void write(Object value, ImageOutput out) {
    SerialForm form = SerialForm.of(value);
    out.writeBytes(form.bytes());
    out.writeCount(form.parts().size());
    form.parts().forEach(out::writeRef);
  }

  @Override
  public Object read(ImageInput in, Class<?> type) {
    byte[] bytes = in.readBytes();
    int count = in.readLength(1);
    List<Object> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      parts.add(in.readRef(Object.class));
    }
    Object object = new SerialForm(bytes, parts).rebuild(types, null);
    if (object.getClass() != type) {
      throw new ImageFormatException(
          "the image holds a " + object.getClass().getName() + " as a " + type.getName());
    }
    return object;
  }
}
