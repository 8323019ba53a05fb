package dev.stint.runtime;

import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;
import dev.stint.image.ImageInput;
import dev.stint.image.ImageMismatchException;
import dev.stint.image.ImageOutput;
import dev.stint.image.PathSegment;
import dev.stint.image.ShellCodec;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Frames in images: the layout's hash, which must match, the suspension point, the caller's frame,
 * and the typed fields by name.
 */
final class FrameCodec implements ShellCodec<Frame> {
  private final ConcurrentHashMap<Class<?>, Field[]> layouts = new ConcurrentHashMap<>();

  @Override
  public void writeShell(Frame frame, ImageOutput out) {
    out.writeFixedLong(frame.shape().layoutHash());
  }

  @Override
  public void writeContent(Frame frame, ImageOutput out) {
    out.writeCount(frame.pc);
    out.writeRef(frame.parent);
    try {
      for (Field field : layoutOf(frame.getClass())) {
        write(frame, field, out);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the fields of frames are public", e);
    }
  }

  @Override
  public Frame createShell(ImageInput in, Class<? extends Frame> type) {
    long expected = in.readFixedLong();
    Frame frame;
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      frame = constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new ImageMismatchException(type.getName() + " is no class of frames here: " + e);
    }
    FrameShape shape = frame.shape();
    if (shape.layoutHash() != expected) {
      throw new ImageMismatchException(
          "the image has a frame of "
              + shape.className()
              + "."
              + shape.methodName()
              + " in another form than this node's code. Both nodes must run the same bundle on the"
              + " same version of Stint");
    }
    return frame;
  }

  @Override
  public void fill(Frame frame, ImageInput in) {
    frame.pc = in.readCount();
    frame.parent = (Frame) in.readRef();
    try {
      for (Field field : layoutOf(frame.getClass())) {
        read(frame, field, in);
      }
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new dev.stint.image.ImageFormatException(
          "a frame of " + frame.shape().methodName() + " holds something else than it should", e);
    }
  }

  @Override
  public PathSegment label(Frame frame, int index) {
    if (index == 0) {
      return PathSegment.silent();
    }
    Field field = referenceAt(frame.getClass(), index - 1);
    String method = frame.shape().methodName();
    for (Map.Entry<String, String> local : frame.shape().variablesAt(frame.pc).entrySet()) {
      if (local.getValue().equals(field.getName())) {
        return PathSegment.root(method + "." + local.getKey());
      }
    }
    return PathSegment.root(method + "." + field.getName());
  }

  private Field referenceAt(Class<?> type, int index) {
    int seen = 0;
    for (Field field : layoutOf(type)) {
      if (!field.getType().isPrimitive() && seen++ == index) {
        return field;
      }
    }
    throw new IllegalArgumentException("frames of " + type + " have no reference " + index);
  }

  private Field[] layoutOf(Class<?> type) {
    return layouts.computeIfAbsent(type, FrameCodec::findLayout);
  }

  private static Field[] findLayout(Class<?> type) {
    Field[] fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .sorted(Comparator.comparing(Field::getName))
            .toArray(Field[]::new);
    for (Field field : fields) {
      field.setAccessible(true);
    }
    return fields;
  }

  private static void write(Frame frame, Field field, ImageOutput out)
      throws IllegalAccessException {
    switch (field.getType().getName()) {
      case "int" -> out.writeInt(field.getInt(frame));
      case "long" -> out.writeLong(field.getLong(frame));
      case "float" -> out.writeFloat(field.getFloat(frame));
      case "double" -> out.writeDouble(field.getDouble(frame));
      case "boolean" -> out.writeBoolean(field.getBoolean(frame));
      case "byte" -> out.writeByte(field.getByte(frame));
      case "short" -> out.writeInt(field.getShort(frame));
      case "char" -> out.writeInt(field.getChar(frame));
      default -> out.writeRef(field.get(frame));
    }
  }

  private static void read(Frame frame, Field field, ImageInput in) throws IllegalAccessException {
    switch (field.getType().getName()) {
      case "int" -> field.setInt(frame, in.readInt());
      case "long" -> field.setLong(frame, in.readLong());
      case "float" -> field.setFloat(frame, in.readFloat());
      case "double" -> field.setDouble(frame, in.readDouble());
      case "boolean" -> field.setBoolean(frame, in.readBoolean());
      case "byte" -> field.setByte(frame, (byte) in.readByte());
      case "short" -> field.setShort(frame, (short) in.readInt());
      case "char" -> field.setChar(frame, (char) in.readInt());
      default -> field.set(frame, in.readRef());
    }
  }
}
