package dev.stint.image;

import dev.stint.image.state.Making;
import dev.stint.image.state.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.Locale;
import java.util.Scanner;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Codecs of what goes through text and bytes in memory: scanners, tokenizers, matchers. */
final class TextStateTypes {
  private static final Pattern REST = Pattern.compile("(?s)(?=(.*))");

  private TextStateTypes() {}

  static void register(TypeTable.Registrar to) {
    to.add(
        184,
        Scanner.class,
        new ValueCodec<>(TextStateTypes::writeScanner, TextStateTypes::scanner));
    to.add(
        185,
        StringTokenizer.class,
        new ValueCodec<>(TextStateTypes::writeTokenizer, TextStateTypes::tokenizer));
    to.add(
        186,
        StringJoiner.class,
        new ValueCodec<>(TextStateTypes::writeJoiner, TextStateTypes::joiner));
    to.add(187, Matcher.class, new ValueCodec<>(MatcherState::write, MatcherState::read));
    to.add(
        188,
        ByteArrayInputStream.class,
        new ValueCodec<>(TextStateTypes::writeBytes, TextStateTypes::bytes));
    to.add(
        189,
        ByteArrayOutputStream.class,
        new ValueCodec<ByteArrayOutputStream>(
            (v, out) -> out.writeBytes(v.toByteArray()),
            in -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              bytes.writeBytes(in.readBytes());
              return bytes;
            }));
    to.add(
        190,
        StringCharacterIterator.class,
        new ValueCodec<>(TextStateTypes::writeCharacters, TextStateTypes::characters));
    to.add(
        198,
        BreakIterator.class,
        new ValueCodec<>(TextStateTypes::writeBreaks, TextStateTypes::breaks));
    to.add(
        191,
        CRC32.class,
        new ValueCodec<CRC32>(
            (v, out) -> out.writeFixedInt((int) v.getValue()),
            in -> Crc32State.of(in.readFixedInt())));
  }

  private static boolean isInMemory(@Nullable Object source) {
    return source instanceof String
        || source instanceof StringReader
        || source instanceof ByteArrayInputStream
        || source instanceof java.nio.CharBuffer;
  }

  /** The rest of the text is looked ahead at, which reads it in but does not move the scanner. */
  private static void writeScanner(Scanner scanner, ImageOutput out) {
    Making making = Making.of(scanner);
    if (making == null || !isInMemory(making.part(0))) {
      throw Anchors.held(
          scanner,
          "it may have read ahead from where it reads, and does not show what. Scan a string, or use"
              + " a BufferedReader");
    }
    String rest;
    try {
      scanner.findWithinHorizon(REST, 0);
      rest = scanner.match().group(1);
    } catch (IllegalStateException e) {
      rest = null; // Closed.
    }
    out.writeText(rest);
    out.writeText(scanner.delimiter().pattern());
    out.writeInt(scanner.delimiter().flags());
    out.writeText(scanner.locale().toLanguageTag());
    out.writeCount(scanner.radix());
  }

  private static Scanner scanner(ImageInput in) {
    String rest = in.readText();
    Scanner scanner = Sources.scanner(rest == null ? "" : rest);
    scanner
        .useDelimiter(Pattern.compile(in.readSomeText(), in.readInt()))
        .useLocale(java.util.Locale.forLanguageTag(in.readSomeText()))
        .useRadix(in.readCount());
    if (rest == null) {
      scanner.close();
    }
    return scanner;
  }

  private static void writeTokenizer(StringTokenizer tokenizer, ImageOutput out) {
    Making making = SourceTypes.making(tokenizer);
    out.writeText(SourceTypes.part(making, 0, String.class));
    out.writeText(SourceTypes.part(making, 1, String.class));
    out.writeBoolean(SourceTypes.part(making, 2, Boolean.class));
    out.writeCount(tokenizer.countTokens());
  }

  @SuppressWarnings("JdkObsolete") // Programs still use it.
  private static StringTokenizer tokenizer(ImageInput in) {
    StringTokenizer tokenizer =
        Sources.stringTokenizer(in.readSomeText(), in.readSomeText(), in.readBoolean());
    int left = in.readCount();
    for (int skip = tokenizer.countTokens() - left; skip > 0; skip--) {
      tokenizer.nextToken();
    }
    return tokenizer;
  }

  private static void writeJoiner(StringJoiner joiner, ImageOutput out) {
    Making making = SourceTypes.making(joiner);
    String prefix = SourceTypes.part(making, 1, String.class);
    String suffix = SourceTypes.part(making, 2, String.class);
    String shown = joiner.toString();
    String probe = shown + "?";
    joiner.setEmptyValue(probe);
    boolean empty = joiner.toString().equals(probe);
    joiner.setEmptyValue(shown);
    out.writeText(SourceTypes.part(making, 0, String.class));
    out.writeText(prefix);
    out.writeText(suffix);
    out.writeBoolean(empty);
    out.writeText(
        empty ? shown : shown.substring(prefix.length(), shown.length() - suffix.length()));
  }

  private static StringJoiner joiner(ImageInput in) {
    StringJoiner joiner =
        Sources.stringJoiner(in.readSomeText(), in.readSomeText(), in.readSomeText());
    return in.readBoolean()
        ? joiner.setEmptyValue(in.readSomeText())
        : joiner.add(in.readSomeText());
  }

  /** Reads to the end and back again, as for a StringReader. */
  private static void writeBytes(ByteArrayInputStream stream, ImageOutput out) {
    synchronized (stream) {
      int left = stream.available();
      stream.reset();
      byte[] fromMark = stream.readAllBytes();
      stream.reset();
      stream.skip(fromMark.length - left);
      out.writeBytes(fromMark);
      out.writeCount(left);
    }
  }

  private static ByteArrayInputStream bytes(ImageInput in) {
    byte[] fromMark = in.readBytes();
    ByteArrayInputStream stream = new ByteArrayInputStream(fromMark);
    stream.skip(fromMark.length - in.readCount());
    return stream;
  }

  private static void writeCharacters(StringCharacterIterator iterator, ImageOutput out) {
    CharacterIterator walk = (CharacterIterator) iterator.clone();
    StringBuilder text = new StringBuilder("\0".repeat(iterator.getBeginIndex()));
    for (int i = iterator.getBeginIndex(); i < iterator.getEndIndex(); i++) {
      text.append(walk.setIndex(i));
    }
    out.writeText(text.toString());
    out.writeCount(iterator.getBeginIndex());
    out.writeCount(iterator.getIndex());
  }

  private static StringCharacterIterator characters(ImageInput in) {
    String text = in.readSomeText();
    return new StringCharacterIterator(text, in.readCount(), text.length(), in.readCount());
  }

  /** Its text knows where the last boundary was found. */
  private static void writeBreaks(BreakIterator iterator, ImageOutput out) {
    Making making = SourceTypes.making(iterator);
    out.writeText(SourceTypes.part(making, 0, String.class));
    out.writeRef(SourceTypes.part(making, 1, Locale.class));
    out.writeRef(iterator.getText());
    out.writeCount(iterator.current());
  }

  private static BreakIterator breaks(ImageInput in) {
    String kind = in.readSomeText();
    BreakIterator iterator;
    try {
      iterator = Sources.breaks(kind, in.readRef(Locale.class));
    } catch (IllegalArgumentException e) {
      throw new ImageFormatException("the image is damaged", e);
    }
    iterator.setText(in.readRef(CharacterIterator.class));
    int current = in.readCount();
    if (current != iterator.first() && iterator.following(current - 1) != current) {
      throw new ImageFormatException("a text in the image breaks at other places here");
    }
    return iterator;
  }
}
