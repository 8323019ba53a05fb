package dev.stint.image;

import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.BitSet;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Codecs of simple JDK values. */
final class JdkValues {
  private JdkValues() {}

  static void register(TypeTable.Registrar to) {
    boxes(to);
    numbers(to);
    optionals(to);
    names(to);
    to.add(11, Object.class, new ValueCodec<>((v, out) -> {}, in -> new Object()));
    to.add(31, BitSet.class, new ValueCodec<>(JdkValues::writeBits, JdkValues::readBits));
    to.add(
        32,
        WeakReference.class,
        new ValueCodec<WeakReference<?>>(
            (v, out) -> out.writeRef(v.get()), in -> new WeakReference<>(in.readRef())));
    to.add(
        33,
        SoftReference.class,
        new ValueCodec<SoftReference<?>>(
            (v, out) -> out.writeRef(v.get()), in -> new SoftReference<>(in.readRef())));
  }

  private static void boxes(TypeTable.Registrar to) {
    box(to, 2, Integer.class, int.class);
    box(to, 3, Long.class, long.class);
    box(to, 4, Double.class, double.class);
    box(to, 5, Boolean.class, boolean.class);
    box(to, 6, Character.class, char.class);
    box(to, 7, Byte.class, byte.class);
    box(to, 16, Short.class, short.class);
    box(to, 17, Float.class, float.class);
  }

  private static void box(TypeTable.Registrar to, int id, Class<?> box, Class<?> primitive) {
    to.add(
        id,
        box,
        new ValueCodec<>(
            (v, out) -> Primitives.write(primitive, v, out), in -> Primitives.read(primitive, in)));
  }

  private static void numbers(TypeTable.Registrar to) {
    to.add(
        18,
        BigInteger.class,
        new ValueCodec<BigInteger>(
            (v, out) -> out.writeBytes(v.toByteArray()), in -> new BigInteger(in.readBytes())));
    to.add(
        19,
        BigDecimal.class,
        new ValueCodec<BigDecimal>(
            (v, out) -> {
              out.writeBytes(v.unscaledValue().toByteArray());
              out.writeInt(v.scale());
            },
            in -> new BigDecimal(new BigInteger(in.readBytes()), in.readInt())));
    to.add(
        20,
        UUID.class,
        new ValueCodec<UUID>(
            (v, out) -> {
              out.writeFixedLong(v.getMostSignificantBits());
              out.writeFixedLong(v.getLeastSignificantBits());
            },
            in -> new UUID(in.readFixedLong(), in.readFixedLong())));
  }

  private static void optionals(TypeTable.Registrar to) {
    to.add(
        21,
        Optional.class,
        new ValueCodec<Optional<?>>(
            (v, out) -> out.writeRef(v.isPresent() ? v.get() : null),
            in -> Optional.ofNullable(in.readRef())));
    to.add(
        22,
        OptionalInt.class,
        new ValueCodec<OptionalInt>(
            (v, out) -> {
              out.writeBoolean(v.isPresent());
              out.writeInt(v.orElse(0));
            },
            in -> present(in.readBoolean(), in.readInt())));
    to.add(
        23,
        OptionalLong.class,
        new ValueCodec<OptionalLong>(
            (v, out) -> {
              out.writeBoolean(v.isPresent());
              out.writeLong(v.orElse(0));
            },
            in -> present(in.readBoolean(), in.readLong())));
    to.add(
        24,
        OptionalDouble.class,
        new ValueCodec<OptionalDouble>(
            (v, out) -> {
              out.writeBoolean(v.isPresent());
              out.writeDouble(v.orElse(0));
            },
            in -> present(in.readBoolean(), in.readDouble())));
  }

  private static OptionalInt present(boolean present, int value) {
    return present ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private static OptionalLong present(boolean present, long value) {
    return present ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private static OptionalDouble present(boolean present, double value) {
    return present ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static void names(TypeTable.Registrar to) {
    to.add(
        25,
        URI.class,
        new ValueCodec<URI>(
            (v, out) -> out.writeText(v.toString()), in -> URI.create(in.readSomeText())));
    to.add(
        26,
        Currency.class,
        new ValueCodec<Currency>(
            (v, out) -> out.writeText(v.getCurrencyCode()),
            in -> Currency.getInstance(in.readSomeText())));
    to.add(
        27,
        Locale.class,
        new ValueCodec<Locale>(
            (v, out) -> out.writeText(v.toLanguageTag()), in -> locale(in.readSomeText())));
    to.add(
        28,
        java.io.File.class,
        new ValueCodec<java.io.File>(
            (v, out) -> out.writeText(v.getPath()), in -> new java.io.File(in.readSomeText())));
    to.add(29, java.nio.file.Path.class, new ValueCodec<>(JdkValues::writePath, JdkValues::path));
    to.add(
        30,
        java.nio.charset.Charset.class,
        new ValueCodec<java.nio.charset.Charset>(
            (v, out) -> out.writeText(v.name()),
            in -> java.nio.charset.Charset.forName(in.readSomeText())));
    to.add(34, StackTraceElement.class, new ValueCodec<>(JdkValues::writeTrace, JdkValues::trace));
  }

  /** The JDK's own instance where there is one, so that comparing by identity goes on. */
  private static Locale locale(String tag) {
    return tag.isEmpty() || tag.equals("und") ? Locale.ROOT : Locale.forLanguageTag(tag);
  }

  private static void writePath(java.nio.file.Path path, ImageOutput out) {
    if (path.getFileSystem() != java.nio.file.FileSystems.getDefault()) {
      throw Anchors.held(path, "it lies in a file system that is open in this JVM only");
    }
    out.writeText(path.toString());
  }

  private static java.nio.file.Path path(ImageInput in) {
    return java.nio.file.Path.of(in.readSomeText());
  }

  private static void writeBits(BitSet bits, ImageOutput out) {
    long[] words = bits.toLongArray();
    out.writeCount(bits.size());
    out.writeCount(words.length);
    for (long word : words) {
      out.writeLong(word);
    }
  }

  private static BitSet readBits(ImageInput in) {
    int size = in.readCount();
    long[] words = new long[in.readLength(1)];
    for (int i = 0; i < words.length; i++) {
      words[i] = in.readLong();
    }
    in.reserve(size / 8);
    BitSet bits = new BitSet(size);
    bits.or(BitSet.valueOf(words));
    return bits;
  }

  private static void writeTrace(StackTraceElement element, ImageOutput out) {
    String shown = element.toString();
    String loader = element.getClassLoaderName();
    String version = element.getModuleVersion();
    // What toString leaves out depends on hidden marks, which leaving it out here preserves.
    out.writeRef(loader != null && shown.startsWith(loader + "/") ? loader : null);
    out.writeRef(element.getModuleName());
    out.writeRef(version != null && shown.contains("@" + version + "/") ? version : null);
    out.writeRef(element.getClassName());
    out.writeRef(element.getMethodName());
    out.writeRef(element.getFileName());
    out.writeInt(element.getLineNumber());
  }

  private static StackTraceElement trace(ImageInput in) {
    return new StackTraceElement(
        text(in),
        text(in),
        text(in),
        in.readRef(String.class),
        in.readRef(String.class),
        text(in),
        in.readInt());
  }

  private static @Nullable String text(ImageInput in) {
    return (String) in.readRef();
  }
}
