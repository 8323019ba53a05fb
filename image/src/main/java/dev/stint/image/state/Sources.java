package dev.stint.image.state;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Scanner;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What transformed code calls instead of constructors of JDK classes that hide what they read from.
 */
@SuppressWarnings("DefaultCharset") // The constructors that these stand for use it too.
public final class Sources {
  private static final int BUFFER = 8192;
  private static final byte[] NONE = {};

  private Sources() {}

  /** {@link Scanner#Scanner(String)}. */
  public static Scanner scanner(String source) {
    return Making.remember(new Scanner(source), source);
  }

  /** {@link Scanner#Scanner(Readable)}. */
  public static Scanner scanner(Readable source) {
    return Making.remember(new Scanner(source), source);
  }

  /** {@link Scanner#Scanner(InputStream)}. */
  public static Scanner scanner(InputStream source) {
    return Making.remember(new Scanner(source), source);
  }

  /** {@link BufferedReader#BufferedReader(Reader)}. */
  public static BufferedReader bufferedReader(Reader source) {
    return bufferedReader(source, BUFFER);
  }

  /** {@link BufferedReader#BufferedReader(Reader, int)}. */
  public static BufferedReader bufferedReader(Reader source, int size) {
    ReaderGate gate = new ReaderGate(source, "");
    return Making.remember(new BufferedReader(gate, size), gate, size);
  }

  /** {@link BufferedInputStream#BufferedInputStream(InputStream)}. */
  public static BufferedInputStream bufferedInputStream(InputStream source) {
    return bufferedInputStream(source, BUFFER);
  }

  /** {@link BufferedInputStream#BufferedInputStream(InputStream, int)}. */
  public static BufferedInputStream bufferedInputStream(InputStream source, int size) {
    InGate gate = new InGate(source, false, NONE);
    return Making.remember(new BufferedInputStream(gate, size), gate, size);
  }

  /** {@link InputStreamReader#InputStreamReader(InputStream)}. */
  public static InputStreamReader inputStreamReader(InputStream source) {
    return inputStreamReader(source, Charset.defaultCharset());
  }

  /** {@link InputStreamReader#InputStreamReader(InputStream, String)}. */
  public static InputStreamReader inputStreamReader(InputStream source, String charset)
      throws UnsupportedEncodingException {
    return inputStreamReader(source, charset(charset));
  }

  /** {@link InputStreamReader#InputStreamReader(InputStream, Charset)}. */
  public static InputStreamReader inputStreamReader(InputStream source, Charset charset) {
    InGate gate = new InGate(source, true, NONE);
    return new TrackedInputStreamReader(gate, charset, TrackedInputStreamReader.NOTHING);
  }

  /** {@link DataInputStream#DataInputStream(InputStream)}. */
  public static DataInputStream dataInputStream(InputStream source) {
    return Making.remember(new DataInputStream(source), source);
  }

  /** {@link DataOutputStream#DataOutputStream(OutputStream)}. */
  public static DataOutputStream dataOutputStream(OutputStream target) {
    return new TrackedDataOutput(target, 0);
  }

  /** {@link StringTokenizer#StringTokenizer(String)}. */
  public static StringTokenizer stringTokenizer(String text) {
    return stringTokenizer(text, " \t\n\r\f", false);
  }

  /** {@link StringTokenizer#StringTokenizer(String, String)}. */
  public static StringTokenizer stringTokenizer(String text, String delimiters) {
    return stringTokenizer(text, delimiters, false);
  }

  /** {@link StringTokenizer#StringTokenizer(String, String, boolean)}. */
  @SuppressWarnings("JdkObsolete") // Programs still use it.
  public static StringTokenizer stringTokenizer(String text, String delimiters, boolean returned) {
    return Making.remember(
        new StringTokenizer(text, delimiters, returned), text, delimiters, returned);
  }

  /** {@link StringJoiner#StringJoiner(CharSequence)}. */
  public static StringJoiner stringJoiner(CharSequence delimiter) {
    return stringJoiner(delimiter, "", "");
  }

  /** {@link StringJoiner#StringJoiner(CharSequence, CharSequence, CharSequence)}. */
  public static StringJoiner stringJoiner(
      CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
    return Making.remember(
        new StringJoiner(delimiter, prefix, suffix),
        delimiter.toString(),
        prefix.toString(),
        suffix.toString());
  }

  /** {@link Pattern#matcher}. */
  public static Matcher matcher(Pattern pattern, CharSequence text) {
    return Making.remember(pattern.matcher(text), text);
  }

  /** {@link Matcher#reset(CharSequence)}. */
  public static Matcher reset(Matcher matcher, CharSequence text) {
    return Making.remember(matcher.reset(text), text);
  }

  /** {@link ByteBuffer#asCharBuffer}. */
  public static CharBuffer asCharBuffer(ByteBuffer bytes) {
    return Making.remember(bytes.asCharBuffer(), shown(bytes));
  }

  /** {@link ByteBuffer#asShortBuffer}. */
  public static ShortBuffer asShortBuffer(ByteBuffer bytes) {
    return Making.remember(bytes.asShortBuffer(), shown(bytes));
  }

  /** {@link ByteBuffer#asIntBuffer}. */
  public static IntBuffer asIntBuffer(ByteBuffer bytes) {
    return Making.remember(bytes.asIntBuffer(), shown(bytes));
  }

  /** {@link ByteBuffer#asLongBuffer}. */
  public static LongBuffer asLongBuffer(ByteBuffer bytes) {
    return Making.remember(bytes.asLongBuffer(), shown(bytes));
  }

  /** {@link ByteBuffer#asFloatBuffer}. */
  public static FloatBuffer asFloatBuffer(ByteBuffer bytes) {
    return Making.remember(bytes.asFloatBuffer(), shown(bytes));
  }

  /** {@link ByteBuffer#asDoubleBuffer}. */
  public static DoubleBuffer asDoubleBuffer(ByteBuffer bytes) {
    return Making.remember(bytes.asDoubleBuffer(), shown(bytes));
  }

  /** The bytes that a view made now would show; later moves of the buffer do not matter to it. */
  private static ByteBuffer shown(ByteBuffer bytes) {
    return bytes.slice().order(bytes.order());
  }

  /** {@link BreakIterator#getCharacterInstance(Locale)}. */
  public static BreakIterator characters(Locale locale) {
    return Making.remember(BreakIterator.getCharacterInstance(locale), "characters", locale);
  }

  /** {@link BreakIterator#getWordInstance(Locale)}. */
  public static BreakIterator words(Locale locale) {
    return Making.remember(BreakIterator.getWordInstance(locale), "words", locale);
  }

  /** {@link BreakIterator#getLineInstance(Locale)}. */
  public static BreakIterator lines(Locale locale) {
    return Making.remember(BreakIterator.getLineInstance(locale), "lines", locale);
  }

  /** {@link BreakIterator#getSentenceInstance(Locale)}. */
  public static BreakIterator sentences(Locale locale) {
    return Making.remember(BreakIterator.getSentenceInstance(locale), "sentences", locale);
  }

  /**
   * The break iterator that one of these methods makes.
   *
   * @param kind the method's name
   * @throws IllegalArgumentException if there is no such method
   */
  public static BreakIterator breaks(String kind, Locale locale) {
    return switch (kind) {
      case "characters" -> characters(locale);
      case "words" -> words(locale);
      case "lines" -> lines(locale);
      case "sentences" -> sentences(locale);
      default -> throw new IllegalArgumentException("no break iterator over " + kind);
    };
  }

  /** What a buffered reader has read from its source, but not given. */
  public static String ahead(BufferedReader reader, ReaderGate gate) throws IOException {
    gate.shut(true);
    try {
      reader.mark(gate.handedOn() + 1);
      StringBuilder ahead = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        ahead.append((char) c);
      }
      reader.reset();
      return ahead.toString();
    } finally {
      gate.shut(false);
    }
  }

  /** What a buffered stream has read from its source, but not given. */
  public static byte[] ahead(BufferedInputStream stream, InGate gate) throws IOException {
    gate.shut(true);
    try {
      stream.mark(gate.handedOn() + 1);
      byte[] ahead = stream.readAllBytes();
      stream.reset();
      return ahead;
    } finally {
      gate.shut(false);
    }
  }

  static Charset charset(String name) throws UnsupportedEncodingException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      UnsupportedEncodingException unsupported = new UnsupportedEncodingException(name);
      unsupported.initCause(e);
      throw unsupported;
    }
  }
}
