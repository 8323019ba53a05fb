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
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
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
