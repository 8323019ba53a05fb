package dev.stint.image;

import dev.stint.image.kryo.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows the instructions that {@link GraphEncoder} wrote; never recursive. */
final class GraphDecoder implements ImageInput {
  private final TypeTable types;
  private final ByteSource in;
  private final Limits limits;
  private final List<Object> shared;
  private final List<Object> objects = new ArrayList<>();
  private final Map<Integer, EmptyShell> emptyShells = new HashMap<>();
  private final List<TypeBinding> definedTypes = new ArrayList<>();
  private final List<Runnable> last = new ArrayList<>();
  private long reserved;

  /** Items whose space is allocated, but whose bytes are still to come. */
  private long owed;

  private long lengthsRead;

  private record EmptyShell(TypeBinding binding, long owed) {}

  /**
   * @param shared parts that the image names by number, where it is of a copy in this JVM
   */
  GraphDecoder(TypeTable types, ByteSource in, Limits limits, List<Object> shared) {
    this.shared = shared;
    this.types = types;
    this.in = in;
    this.limits = limits;
  }

  Object shared(int number) {
    if (number >= shared.size()) {
      throw new ImageFormatException("the image names a part that only a copy in memory has");
    }
    return shared.get(number);
  }

  @Nullable Object decode() {
    while (true) {
      int op = in.unsigned();
      int operand = op >>> 2;
      switch (op & 3) {
        case GraphEncoder.OBJECT -> readObject(binding(operand));
        case GraphEncoder.SHELL -> readShell(binding(operand));
        case GraphEncoder.FILL -> fill(operand);
        default -> {
          if (operand == GraphEncoder.END) {
            return end();
          }
          defineType(operand);
        }
      }
    }
  }

  private @Nullable Object end() {
    Object root = readRef();
    if (!emptyShells.isEmpty()) {
      throw new ImageFormatException(
          "the image ends, but " + emptyShells.size() + " objects have no content: it is damaged");
    }
    if (in.remaining() > 0) {
      throw new ImageFormatException(
          "the image goes on for " + in.remaining() + " bytes after its end: it is damaged");
    }
    last.forEach(Runnable::run);
    return root;
  }

  private void readObject(TypeBinding binding) {
    add(binding.codec().read(this, asRead(binding)));
  }

  private void readShell(TypeBinding binding) {
    lengthsRead = 0;
    add(shellCodec(binding).createShell(this, asRead(binding)));
    owed += lengthsRead;
    if (owed > in.remaining()) {
      throw new ImageFormatException(
          "the image announces " + owed + " items that its bytes cannot hold: it is damaged");
    }
    emptyShells.put(objects.size() - 1, new EmptyShell(binding, lengthsRead));
  }

  private void fill(int distance) {
    int index = objects.size() - distance;
    EmptyShell shell = emptyShells.remove(index);
    if (shell == null) {
      throw new ImageFormatException(
          "the image fills an object that is not empty, at byte " + in.position());
    }
    owed -= shell.owed();
    shellCodec(shell.binding()).fill(objects.get(index), this);
  }

  @SuppressWarnings("unchecked") // A binding's codec is for its type.
  private static Class<? extends Object> asRead(TypeBinding binding) {
    return binding.type();
  }

  @SuppressWarnings("unchecked") // As above.
  private static ShellCodec<Object> shellCodec(TypeBinding binding) {
    if (binding.codec() instanceof ShellCodec<?> shell) {
      return (ShellCodec<Object>) shell;
    }
    throw new ImageFormatException(
        "the image holds an empty "
            + binding.type().getName()
            + ", which cannot be: it is damaged");
  }

  private void add(Object object) {
    if (objects.size() >= limits.maxObjects()) {
      throw new ImageFormatException(
          "the image holds more than " + limits.maxObjects() + " objects, the limit set");
    }
    objects.add(object);
  }

  private void defineType(int operand) {
    if (operand != GraphEncoder.DEFINE_TYPE) {
      throw new ImageFormatException("no instruction " + operand + " at byte " + in.position());
    }
    int familyAndLayout = in.unsigned();
    Class<?> type = loadClass(readSomeText());
    TypeBinding binding = types.describe(type);
    int family = familyAndLayout >>> 1;
    if (binding.isRegistered() || family != binding.family()) {
      throw new ImageFormatException(
          type.getName()
              + " is another kind of class here (kind "
              + binding.family()
              + ") than where the image was made (kind "
              + family
              + "): use the same code on both sides");
    }
    int layout = (familyAndLayout & 1) != 0 ? in.int32() : 0;
    if (layout != binding.layout()) {
      throw new ImageFormatException(
          type.getName()
              + " has other fields here than where the image was made: use the same code on both"
              + " sides");
    }
    definedTypes.add(binding);
  }

  private TypeBinding binding(int token) {
    int number = token >>> 1;
    if ((token & 1) == 0) {
      return types.registered(number);
    }
    if (number >= definedTypes.size()) {
      throw new ImageFormatException(
          "the image uses a class it did not name, at byte " + in.position());
    }
    return definedTypes.get(number);
  }

  @Override
  public boolean readBoolean() {
    return in.int8() != 0;
  }

  @Override
  public int readByte() {
    return in.int8();
  }

  @Override
  public int readCount() {
    int count = in.unsigned();
    if (count < 0) {
      throw new ImageFormatException("a negative count at byte " + in.position());
    }
    return count;
  }

  @Override
  public int readLength(int bytesEach) {
    int length = in.checked(in.unsigned(), bytesEach);
    lengthsRead += length;
    return length;
  }

  @Override
  public int readInt() {
    return in.signed();
  }

  @Override
  public long readLong() {
    return in.signedLong();
  }

  @Override
  public int readFixedInt() {
    return in.int32();
  }

  @Override
  public long readFixedLong() {
    return in.int64();
  }

  @Override
  public float readFloat() {
    return Float.intBitsToFloat(in.int32());
  }

  @Override
  public double readDouble() {
    return Double.longBitsToDouble(in.int64());
  }

  @Override
  public @Nullable String readText() {
    int lengthAndWidth = in.unsigned();
    if (lengthAndWidth == 0) {
      return null;
    }
    int length = (lengthAndWidth >>> 1) - 1;
    boolean wide = (lengthAndWidth & 1) != 0;
    in.checked(length, wide ? 2 : 1);
    byte[] bytes = in.bytes(wide ? length * 2 : length);
    if (!wide) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) (bytes[2 * i] << 8 | bytes[2 * i + 1] & 0xFF);
    }
    return new String(chars);
  }

  @Override
  public String readSomeText() {
    String text = readText();
    if (text == null) {
      throw new ImageFormatException("a text is missing at byte " + in.position());
    }
    return text;
  }

  @Override
  public byte[] readBytes() {
    return in.bytes(in.unsigned());
  }

  @Override
  public @Nullable Object readRef() {
    int distance = in.unsigned();
    if (distance == 0) {
      return null;
    }
    int index = objects.size() - distance;
    if (index < 0 || index >= objects.size()) {
      throw new ImageFormatException(
          "the image refers to an object it does not hold, at byte " + in.position());
    }
    return objects.get(index);
  }

  @Override
  public <T> T readRef(Class<T> type) {
    Object object = readRef();
    if (!type.isInstance(object)) {
      throw new ImageFormatException(
          "the image has "
              + (object == null ? "null" : "a " + object.getClass().getName())
              + " where a "
              + type.getName()
              + " is needed, at byte "
              + in.position());
    }
    return type.cast(object);
  }

  @Override
  public Class<?> readType() {
    return binding(in.unsigned()).type();
  }

  @Override
  public void reserve(long bytes) {
    reserved += Math.max(0, bytes);
    if (reserved > limits.maxReserve()) {
      throw new ImageFormatException(
          "the image asks for "
              + reserved
              + " bytes of empty capacity, the limit set is "
              + limits.maxReserve());
    }
  }

  @Override
  public void whenComplete(Runnable action) {
    last.add(action);
  }

  @Override
  public Class<?> loadClass(String name) {
    return types.loadClass(name);
  }
}
