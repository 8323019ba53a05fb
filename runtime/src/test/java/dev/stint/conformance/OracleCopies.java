package dev.stint.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Copies what tasklets capture, send and return, by Java serialization. Strings, boxes and handles
 * stay as they are, and so does what is not serializable: programs send that only if it is
 * immutable.
 */
final class OracleCopies {
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final Map<Integer, Object> handles = new HashMap<>();

  private record Handle(int number) implements Serializable {}

  /** Makes an object keep its identity wherever it is copied to. */
  synchronized void handle(Object handle) {
    numbers.put(handle, numbers.size());
    handles.put(numbers.get(handle), handle);
  }

  @SuppressWarnings("unchecked")
  <T> T copy(T value) {
    if (value == null || value.getClass().getName().startsWith("java.lang.")) {
      return value;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new Writer(bytes)) {
      out.writeObject(value);
    } catch (NotSerializableException e) {
      return value;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    ClassLoader loader = value.getClass().getClassLoader();
    try (ObjectInputStream in = new Reader(new ByteArrayInputStream(bytes.toByteArray()), loader)) {
      return (T) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Writer extends ObjectOutputStream {
    Writer(OutputStream out) throws IOException {
      super(out);
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      synchronized (OracleCopies.this) {
        Integer number = numbers.get(object);
        return number == null ? object : new Handle(number);
      }
    }
  }

  private final class Reader extends ObjectInputStream {
    private final ClassLoader loader;

    Reader(InputStream in, ClassLoader loader) throws IOException {
      super(in);
      this.loader = loader;
      enableResolveObject(true);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type)
        throws IOException, ClassNotFoundException {
      return loader == null
          ? super.resolveClass(type)
          : Class.forName(type.getName(), false, loader);
    }

    @Override
    protected Object resolveObject(Object object) {
      synchronized (OracleCopies.this) {
        return object instanceof Handle handle ? handles.get(handle.number()) : object;
      }
    }
  }
}
