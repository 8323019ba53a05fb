package dev.stint.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JDK object in its documented serialized form, with every object it refers to cut out and left
 * to the image.
 *
 * @param bytes a Java serialization stream in which a string stands for each part, by its number
 * @param parts the objects cut out
 */
record SerialForm(@SuppressWarnings("ArrayRecordComponent") byte[] bytes, List<Object> parts) {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_ARRAY = 1 << 12;
  private static final int RADIX = 36;
  private static final List<String> PACKAGES =
      List.of(
          "java.lang.",
          "java.util.",
          "java.time.",
          "java.math.",
          "java.text.",
          "java.net.",
          "java.io.",
          "java.nio.",
          "java.sql.",
          "java.security.",
          "sun.util.calendar.");
  private static final List<String> NEVER =
      List.of("java.lang.reflect.", "java.util.logging.", "java.util.prefs.", "java.util.jar.");

  /** Whether this JDK class may be written, and read, in its serialized form. */
  static boolean isAllowed(Class<?> type) {
    String name = type.getName();
    return ClassKinds.isJdk(type)
        && Serializable.class.isAssignableFrom(type)
        && PACKAGES.stream().anyMatch(name::startsWith)
        && NEVER.stream().noneMatch(name::startsWith);
  }

  static SerialForm of(Object object) {
    List<Object> parts = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (Cutter cutter = new Cutter(bytes, parts)) {
      cutter.writeObject(object);
    } catch (IOException e) {
      throw Anchors.held(object, "its class refuses to be serialized: " + e.getMessage());
    }
    return new SerialForm(bytes.toByteArray(), parts);
  }

  /**
   * Makes the object again.
   *
   * @param types loads enums, and the capturing class of a lambda
   * @param trusted a class of the program that the stream may name, or null
   */
  Object rebuild(TypeTable types, @Nullable Class<?> trusted) {
    try (Filler filler = new Filler(new ByteArrayInputStream(bytes), parts, types, trusted)) {
      Object object = filler.readObject();
      if (object == null) {
        throw new ImageFormatException("a serialized JDK object in the image came back as null");
      }
      return object;
    } catch (IOException | ClassNotFoundException e) {
      throw new ImageFormatException(
          "a serialized JDK object in the image cannot be read: " + e.getMessage(), e);
    }
  }

  private static final class Cutter extends ObjectOutputStream {
    private final List<Object> parts;
    private boolean rootSeen;

    Cutter(OutputStream out, List<Object> parts) throws IOException {
      super(out);
      this.parts = parts;
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      if (!rootSeen) {
        rootSeen = true;
        return object;
      }
      parts.add(object);
      return Integer.toString(parts.size() - 1, RADIX);
    }
  }

  private static final class Filler extends ObjectInputStream {
    private final List<Object> parts;
    private final TypeTable types;
    private final @Nullable Class<?> trusted;
    private @Nullable Object lastPart;

    Filler(InputStream in, List<Object> parts, TypeTable types, @Nullable Class<?> trusted)
        throws IOException {
      super(in);
      this.parts = parts;
      this.types = types;
      this.trusted = trusted;
      enableResolveObject(true);
      setObjectInputFilter(info ->
          info.depth() > MAX_DEPTH || info.arrayLength() > MAX_ARRAY && !isPart(info)
              ? ObjectInputFilter.Status.REJECTED
              : ObjectInputFilter.Status.ALLOWED);
    }

    /** The part that replaces a slot is filtered too, but it exists already. */
    private boolean isPart(ObjectInputFilter.FilterInfo info) {
      return lastPart != null && lastPart.getClass() == info.serialClass();
    }

    @Override
    protected Object resolveObject(Object object) throws IOException {
      if (!(object instanceof String slot)) {
        return object;
      }
      try {
        lastPart = parts.get(Integer.parseInt(slot, RADIX));
        return lastPart;
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        throw new InvalidClassException("it refers to a part that is not there");
      }
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws InvalidClassException {
      String name = description.getName();
      Class<?> type = types.loadClass(name);
      boolean jdk = isAllowed(type) || ClassKinds.isJdk(type) && type.isInterface();
      if (jdk || type == trusted || Enum.class.isAssignableFrom(type)) {
        return type;
      }
      throw new InvalidClassException(name + " is not allowed there");
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
      throw new InvalidClassException("proxies are not allowed there");
    }
  }
}
