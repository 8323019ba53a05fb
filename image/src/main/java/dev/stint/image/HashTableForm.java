package dev.stint.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;

/**
 * What the serialized form of {@link HashMap}, {@link LinkedHashMap}, {@link HashSet} and {@link
 * Hashtable} documents beside the entries: table capacity, which decides the order of iteration now
 * and after later insertions, load factor, and whether order is by access.
 *
 * <p>Read off a real serialization of the object whose elements are left out: Object Serialization
 * Stream Protocol, chapter 6 of the Java Object Serialization Specification.
 */
@SuppressWarnings("JdkObsolete") // Programs still use Hashtable.
record HashTableForm(int capacity, float loadFactor, boolean accessOrder) {
  private static final HashTableForm DEFAULT = new HashTableForm(16, 0.75f, false);
  private static final int STREAM_HEADER_BYTES = 4;
  private static final byte TC_OBJECT = 0x73;
  private static final byte TC_CLASSDESC = 0x72;
  private static final byte TC_STRING = 0x74;
  private static final byte TC_REFERENCE = 0x71;
  private static final byte TC_NULL = 0x70;
  private static final byte TC_BLOCKDATA = 0x77;

  static HashTableForm of(Object table) {
    boolean linked = table instanceof LinkedHashMap;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (Prefix prefix = new Prefix(bytes, linked)) {
      prefix.writeObject(table);
      prefix.flush();
    } catch (Prefix.Enough e) {
      // All that was wanted is written.
    } catch (IOException | RuntimeException e) {
      return DEFAULT; // A subclass with a serialized form of its own.
    }
    try {
      return parse(ByteBuffer.wrap(bytes.toByteArray()), table, linked);
    } catch (RuntimeException e) {
      return DEFAULT; // As above.
    }
  }

  private static HashTableForm parse(ByteBuffer in, Object table, boolean linked) {
    in.position(STREAM_HEADER_BYTES);
    expect(in, TC_OBJECT);
    skipClassDescriptions(in, base(table));
    if (table instanceof HashSet) {
      expect(in, TC_BLOCKDATA);
      in.get();
      return new HashTableForm(in.getInt(), in.getFloat(), false);
    }
    float loadFactor = in.getFloat();
    in.getInt();
    expect(in, TC_BLOCKDATA);
    in.get();
    int capacity = in.getInt();
    int size = in.getInt();
    return new HashTableForm(capacity, loadFactor, linked && accessOrder(in, size));
  }

  private static String base(Object table) {
    if (table instanceof HashSet) {
      return HashSet.class.getName();
    }
    return (table instanceof Hashtable ? Hashtable.class : HashMap.class).getName();
  }

  private static boolean accessOrder(ByteBuffer in, int size) {
    for (int i = 0; i < 2 * size; i++) {
      switch (in.get()) {
        case TC_STRING -> in.getShort();
        case TC_REFERENCE -> in.getInt();
        case TC_NULL -> {}
        default -> {
          return false; // Class objects as keys are not left out; they are rare.
        }
      }
    }
    in.get();
    return in.get() != 0;
  }

  private static void skipClassDescriptions(ByteBuffer in, String lastWanted) {
    String last = "";
    byte tag = in.get();
    while (tag == TC_CLASSDESC) {
      last = text(in);
      in.position(in.position() + Long.BYTES + 1);
      int fields = in.getShort();
      for (int i = 0; i < fields; i++) {
        byte type = in.get();
        text(in);
        if (type == 'L' || type == '[') {
          skipTypeName(in);
        }
      }
      in.get();
      tag = in.get();
    }
    if (tag != TC_NULL || !last.equals(lastWanted)) {
      throw new IllegalArgumentException("not the form of a " + lastWanted);
    }
  }

  private static void skipTypeName(ByteBuffer in) {
    if (in.get() == TC_STRING) {
      text(in);
    } else {
      in.getInt();
    }
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getShort()];
    in.get(bytes);
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void expect(ByteBuffer in, byte tag) {
    if (in.get() != tag) {
      throw new IllegalArgumentException("another form");
    }
  }

  /** Writes an object but not its elements. */
  private static final class Prefix extends ObjectOutputStream {
    private final boolean toTheEnd;
    private boolean rootSeen;

    Prefix(OutputStream out, boolean toTheEnd) throws IOException {
      super(out);
      this.toTheEnd = toTheEnd;
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      if (!rootSeen) {
        rootSeen = true;
        return object;
      }
      if (toTheEnd) {
        return "";
      }
      throw new Enough();
    }

    /** Ends the writing; an IOException would be written to the stream. */
    private static final class Enough extends RuntimeException {
      private static final long serialVersionUID = 1L;

      Enough() {
        super(null, null, false, false);
      }
    }
  }
}
