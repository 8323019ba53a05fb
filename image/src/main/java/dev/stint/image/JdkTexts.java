package dev.stint.image;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Codecs of text: strings, builders, patterns, readers and writers over strings. */
@SuppressWarnings("JdkObsolete") // The obsolete types are what is written.
final class JdkTexts {
  private static final int PLAIN = 0;
  private static final int INTERNED = 1;

  private JdkTexts() {}

  static void register(TypeTable.Registrar to) {
    to.add(1, String.class, new ValueCodec<>(JdkTexts::writeString, JdkTexts::readString));
    to.add(
        40,
        StringBuilder.class,
        new ValueCodec<StringBuilder>(
            (v, out) -> {
              out.writeText(v.toString());
              out.writeCount(v.capacity());
            },
            in -> {
              String text = in.readSomeText();
              return new StringBuilder(capacity(in, text)).append(text);
            }));
    to.add(
        41,
        StringBuffer.class,
        new ValueCodec<StringBuffer>(
            (v, out) -> {
              out.writeText(v.toString());
              out.writeCount(v.capacity());
            },
            in -> {
              String text = in.readSomeText();
              return new StringBuffer(capacity(in, text)).append(text);
            }));
    to.add(
        42,
        Pattern.class,
        new ValueCodec<Pattern>(
            (v, out) -> {
              out.writeText(v.pattern());
              out.writeInt(v.flags());
            },
            in -> Pattern.compile(in.readSomeText(), in.readInt())));
    to.add(
        45,
        HexFormat.class,
        new ValueCodec<HexFormat>(
            (v, out) -> {
              out.writeText(v.delimiter());
              out.writeText(v.prefix());
              out.writeText(v.suffix());
              out.writeBoolean(v.isUpperCase());
            },
            in -> hexFormat(in.readSomeText(), in.readSomeText(), in.readSomeText(), in)));
    to.add(43, StringReader.class, new ValueCodec<>(JdkTexts::writeReader, JdkTexts::readReader));
    to.add(44, StringWriter.class, new ValueCodec<>(JdkTexts::writeWriter, JdkTexts::readWriter));
  }

  /** A string that is in the JVM's table of constants is put there again. */
  private static void writeString(String value, ImageOutput out) {
    boolean interned = out instanceof RecordingOutput recording && recording.isInterned(value);
    out.writeByte(interned ? INTERNED : PLAIN);
    out.writeText(value);
  }

  private static String readString(ImageInput in) {
    boolean interned = in.readByte() == INTERNED;
    String value = in.readSomeText();
    return interned ? value.intern() : value;
  }

  private static HexFormat hexFormat(
      String delimiter, String prefix, String suffix, ImageInput in) {
    boolean plain = delimiter.isEmpty() && prefix.isEmpty() && suffix.isEmpty();
    HexFormat format =
        plain
            ? HexFormat.of()
            : HexFormat.ofDelimiter(delimiter).withPrefix(prefix).withSuffix(suffix);
    return in.readBoolean() ? format.withUpperCase() : format;
  }

  private static int capacity(ImageInput in, String text) {
    int capacity = in.readCount();
    in.reserve(capacity - (long) text.length());
    return Math.max(capacity, text.length());
  }

  /**
   * Reads to the end and back again: what is left, then what is left from the mark, which is the
   * beginning if none was set. Afterwards the reader stands where it stood.
   */
  private static void writeReader(StringReader reader, ImageOutput out) {
    try {
      synchronized (reader) {
        int left = drain(reader).length();
        reader.reset();
        String fromMark = drain(reader);
        reader.reset();
        int position = fromMark.length() - left;
        skip(reader, position);
        out.writeText(fromMark);
        out.writeCount(position);
      }
    } catch (IOException e) {
      out.writeText(null); // Closed.
    }
  }

  private static StringReader readReader(ImageInput in) {
    String text = in.readText();
    StringReader reader = new StringReader(text == null ? "" : text);
    if (text == null) {
      reader.close();
      return reader;
    }
    try {
      skip(reader, in.readCount());
    } catch (IOException e) {
      throw new IllegalStateException("a StringReader that was just opened is closed", e);
    }
    return reader;
  }

  private static void skip(StringReader reader, int count) throws IOException {
    if (count > 0) {
      reader.skip(count);
    }
  }

  private static String drain(StringReader reader) throws IOException {
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }

  private static void writeWriter(StringWriter writer, ImageOutput out) {
    out.writeRef(writer.getBuffer());
  }

  private static StringWriter readWriter(ImageInput in) {
    StringWriter writer = new StringWriter();
    writer.getBuffer().append(in.readRef(StringBuffer.class));
    return writer;
  }
}
