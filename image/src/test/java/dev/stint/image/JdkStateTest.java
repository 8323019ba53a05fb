package dev.stint.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.image.state.Sources;
import java.io.*;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.*;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** State of the JDK in the middle of its work goes on after a round trip as without one. */
class JdkStateTest {
  private static final byte[] BYTES = "the quick brown fox jumps".getBytes(StandardCharsets.UTF_8);

  private interface Making<T> {
    T make() throws Exception;
  }

  private static <T> DynamicTest of(String name, Making<T> making, Function<T, ?> rest) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Object expected = rest.apply(making.make());
          T original = making.make();
          byte[] image = Trips.CODEC.encode(original);
          assertThat(rest.apply(original)).as("writing changed it").isEqualTo(expected);
          @SuppressWarnings("unchecked")
          T copy = (T) Trips.CODEC.decode(image);
          assertThat(rest.apply(copy)).isEqualTo(expected);
        });
  }

  @TestFactory
  Stream<DynamicTest> randomSequencesGoOn() {
    return Stream.concat(
        Stream.of(
            of(
                "a split SplittableRandom",
                () -> new SplittableRandom(7).split(),
                r -> r.nextLong() + " " + r.split().nextInt())),
        Stream.of(
                "L32X64MixRandom",
                "L64X128MixRandom",
                "L64X1024MixRandom",
                "L128X256MixRandom",
                "Xoroshiro128PlusPlus",
                "Xoshiro256PlusPlus")
            .map(name ->
                of(
                    name,
                    () -> {
                      RandomGenerator random = RandomGeneratorFactory.of(name).create(42);
                      random.nextGaussian();
                      return random;
                    },
                    r -> List.of(r.nextLong(), r.nextDouble(), r.nextInt(9)))));
  }

  @TestFactory
  Stream<DynamicTest> digestsGoOn() {
    return Stream.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA3-256")
        .map(name ->
            of(
                name,
                () -> {
                  MessageDigest digest = MessageDigest.getInstance(name);
                  for (int i = 0; i < 7; i++) {
                    digest.update(BYTES);
                  }
                  return digest;
                },
                d -> HexFormat.of().formatHex(d.digest(BYTES))));
  }

  @TestFactory
  Stream<DynamicTest> checksumsGoOn() {
    return Stream.of(
        of("Adler32", () -> updated(new Adler32()), c -> updated(c).getValue()),
        of("CRC32C", () -> updated(new CRC32C()), c -> updated(c).getValue()));
  }

  private static <C extends java.util.zip.Checksum> C updated(C checksum) {
    checksum.update(BYTES);
    return checksum;
  }

  @TestFactory
  Stream<DynamicTest> readersGoOn() {
    return Stream.of(
        of(
            "PushbackInputStream",
            () -> {
              var in = new PushbackInputStream(new ByteArrayInputStream(BYTES), 4);
              in.unread(in.read());
              in.unread('!');
              return in;
            },
            JdkStateTest::rest),
        of(
            "SequenceInputStream of two",
            () -> {
              var in =
                  new SequenceInputStream(
                      new ByteArrayInputStream(BYTES), new ByteArrayInputStream(BYTES));
              in.read();
              return in;
            },
            JdkStateTest::rest),
        of(
            "LineNumberReader",
            () -> {
              var lines = new LineNumberReader(new StringReader("one\r\ntwo\n\nfour"), 4);
              lines.readLine();
              lines.read();
              return lines;
            },
            lines -> lines.lines().toList() + " " + lines.getLineNumber()),
        of(
            "StreamTokenizer",
            () -> {
              var tokens = new StreamTokenizer(new StringReader("sum = 3 + 4.5; // no"));
              tokens.slashSlashComments(true);
              tokens.nextToken();
              tokens.pushBack();
              return tokens;
            },
            JdkStateTest::tokens));
  }

  @TestFactory
  Stream<DynamicTest> statisticsGoOn() {
    return Stream.of(
        of(
            "IntSummaryStatistics",
            () -> IntStream.of(3, -4, 7).summaryStatistics(),
            s -> {
              s.accept(9);
              return s.toString();
            }),
        of(
            "LongSummaryStatistics",
            () -> LongStream.of(1L << 40, 2).summaryStatistics(),
            s -> {
              s.accept(-1L);
              return s.toString();
            }),
        of(
            "DoubleSummaryStatistics, of sums that are rounded",
            () -> DoubleStream.of(1e16, 1, 1, -1e16).summaryStatistics(),
            s -> {
              s.accept(0.1);
              return s.toString();
            }));
  }

  private static String rest(InputStream in) {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tokens(StreamTokenizer tokens) {
    StringBuilder all = new StringBuilder();
    try {
      while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
        all.append(tokens.ttype).append(tokens.sval).append(tokens.nval).append(' ');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  @TestFactory
  Stream<DynamicTest> codersGoOn() {
    return Stream.of("UTF-8", "US-ASCII", "ISO-8859-1", "windows-1252")
        .flatMap(name ->
            Stream.of(
                of(
                    name + " encoder",
                    () -> begun(java.nio.charset.Charset.forName(name).newEncoder()),
                    JdkStateTest::encoded),
                of(
                    name + " decoder",
                    () ->
                        java.nio.charset.Charset.forName(name)
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .replaceWith("_"),
                    JdkStateTest::decoded)));
  }

  private static CharsetEncoder begun(CharsetEncoder encoder) {
    encoder.onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith(new byte[] {'!'});
    encoder.encode(CharBuffer.wrap("begin"), ByteBuffer.allocate(9), false);
    return encoder;
  }

  private static String encoded(CharsetEncoder encoder) {
    ByteBuffer out = ByteBuffer.allocate(20);
    String results = "" + encoder.encode(CharBuffer.wrap("a\u03b1"), out, true);
    return results + encoder.flush(out) + Arrays.toString(out.array());
  }

  private static String decoded(CharsetDecoder decoder) {
    CharBuffer out = CharBuffer.allocate(20);
    String results = "" + decoder.decode(ByteBuffer.wrap(new byte[] {'x', -1, 'y'}), out, true);
    return results + decoder.flush(out) + out.flip();
  }

  @Test
  void coderWithHiddenStateIsAnchored() {
    assertThatThrownBy(() -> Trips.CODEC.encode(StandardCharsets.UTF_16.newEncoder()))
        .isInstanceOf(NotSerializableStateException.class)
        .hasMessageContaining("UTF-16");
  }

  @TestFactory
  Stream<DynamicTest> formattersFormatAlike() {
    ZonedDateTime when =
        ZonedDateTime.of(
            LocalDate.of(2024, 2, 29), LocalTime.of(5, 6, 7), ZoneId.of("Europe/Berlin"));
    LocalDateTime local = when.toLocalDateTime();
    return Stream.of(
        of(
            "by pattern",
            () -> DateTimeFormatter.ofPattern("EEEE d MMM uuuu HH:mm:ss.SSS", Locale.FRENCH),
            f -> local.format(f) + f.getLocale()),
        of(
            "with a zone",
            () -> DateTimeFormatter.ofPattern("yyyy-MM-dd VV xxx G ppppH"),
            when::format),
        of("localized", () -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), local::format),
        of(
            "parsing",
            () -> DateTimeFormatter.ofPattern("dd/MM/uu"),
            f -> LocalDate.parse("05/06/07", f)),
        of("java.util.Formatter", () -> formatter(), f -> f.format("%d|", 5).toString()));
  }

  private static Formatter formatter() {
    return new Formatter(new StringBuilder(), Locale.GERMANY).format("%,.2f;", 1234.5);
  }

  @Test
  void constantsKeepTheirIdentity() {
    assertThat(Trips.trip(DateTimeFormatter.ISO_ZONED_DATE_TIME))
        .isSameAs(DateTimeFormatter.ISO_ZONED_DATE_TIME);
    assertThat(Trips.trip(CodingErrorAction.REPORT)).isSameAs(CodingErrorAction.REPORT);
    assertThat(Trips.trip(HexFormat.of())).isEqualTo(HexFormat.of());
    assertThat(Trips.trip(HexFormat.ofDelimiter(":").withUpperCase()))
        .isEqualTo(HexFormat.ofDelimiter(":").withUpperCase());
  }

  @TestFactory
  Stream<DynamicTest> viewsShowTheirOwner() {
    return Stream.of(
        of("reversed list", () -> new ArrayList<>(List.of(1, 2, 3)).reversed(), l -> l.toString()),
        of("reversed deque", () -> new ArrayDeque<>(List.of(1, 2)).reversed(), d -> d.toString()),
        of(
            "reversed linked map",
            () -> new LinkedHashMap<>(new TreeMap<>(Map.of(1, 2, 3, 4))).reversed(),
            m -> m + " " + m.keySet() + m.values()),
        of(
            "reversed linked set",
            () -> new LinkedHashSet<>(List.of(1, 2, 3)).reversed(),
            s -> s.toString()),
        of(
            "keys of a map that came from the JDK",
            () -> Collections.unmodifiableSet(new HashMap<>(Map.of("k", 1)).keySet()),
            s -> s.toString()),
        of(
            "keys of a skip list",
            () -> new ConcurrentSkipListMap<>(Map.of(3, 1, 2, 2)).keySet(),
            s -> s.toString()));
  }

  @Test
  void viewAndOwnerStayTogether() {
    List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3));
    List<List<Integer>> both = Trips.trip(new ArrayList<>(List.of(numbers, numbers.reversed())));
    both.get(1).addFirst(9);
    assertThat(both.get(0)).containsExactly(1, 2, 3, 9);
  }

  @Test
  void bufferViewsShareTheirBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(4);
    var view = Sources.asIntBuffer(bytes).put(7).put(8);
    List<Object> both = Trips.trip(new ArrayList<>(List.of(bytes, view)));
    ByteBuffer movedBytes = (ByteBuffer) both.get(0);
    java.nio.IntBuffer moved = (java.nio.IntBuffer) both.get(1);
    assertThat(moved.position()).isEqualTo(2);
    assertThat(moved.get(1)).isEqualTo(8);
    moved.put(9);
    assertThat(movedBytes.order(ByteOrder.LITTLE_ENDIAN).getInt(12)).isEqualTo(9);
  }

  @TestFactory
  Stream<DynamicTest> textsBreakOn() {
    return Stream.of("characters", "words", "lines", "sentences")
        .map(kind ->
            of(
                kind,
                () -> {
                  BreakIterator breaks = Sources.breaks(kind, Locale.ENGLISH);
                  breaks.setText("One two. Three four!");
                  breaks.first();
                  breaks.next();
                  return breaks;
                },
                b -> b.current() + " " + b.next() + " " + b.last()));
  }

  @Test
  void matchResultsKeepTheirGroups() {
    var matcher = Pattern.compile("(?<k>a)(b)?").matcher("xab");
    matcher.find();
    MatchResult result = Trips.trip(matcher.toMatchResult());
    assertThat(result.group(2)).isEqualTo("b");
    assertThat(result.start("k")).isEqualTo(1);
  }

  @Test
  @SuppressWarnings({"removal", "BoxedPrimitiveConstructor"}) // They are what is tested.
  void boxesMadeByConstructorsStayApartFromTheCached() {
    List<Object> fresh =
        new ArrayList<>(
            List.of(
                new Integer(5),
                new Long(-1),
                new Short((short) 3),
                new Byte((byte) 4),
                new Character('c'),
                new Boolean(true)));
    List<Object> moved = Trips.trip(fresh);
    assertThat(moved).isEqualTo(fresh);
    assertThat(moved.get(0)).isNotSameAs(Integer.valueOf(5));
    assertThat(moved.get(5)).isNotSameAs(Boolean.TRUE);
    List<Object> cached = Trips.trip(new ArrayList<>(List.of(5, -1L, 'c', true)));
    assertThat(cached.get(0)).isSameAs(Integer.valueOf(5));
    assertThat(cached.get(3)).isSameAs(Boolean.TRUE);
  }

  @Test
  void membersAreFoundAgain() throws Exception {
    Method method = String.class.getMethod("indexOf", String.class, int.class);
    assertThat(Trips.trip(method)).isEqualTo(method);
    for (Method bridged : Integer.class.getDeclaredMethods()) {
      assertThat(Trips.trip(bridged)).isEqualTo(bridged);
    }
    Field field = Hidden.class.getDeclaredField("value");
    field.setAccessible(true);
    assertThat(Trips.trip(field).get(new Hidden())).isEqualTo(7);
    var constructor = StringBuilder.class.getConstructor(String.class);
    assertThat(Trips.trip(constructor)).isEqualTo(constructor);
  }

  private static final class Hidden {
    @SuppressWarnings("FieldCanBeStatic") // Reflection looks for it in an object.
    private final int value = Integer.parseInt("7");
  }

  @Test
  void packageThatIsNotOpenIsNamed() {
    assertThatThrownBy(() -> JdkField.of(String.class, "value"))
        .isInstanceOf(NotSerializableStateException.class)
        .hasMessageContaining("--add-opens=java.base/java.lang=ALL-UNNAMED");
    assertThatThrownBy(() -> JdkField.of(Formatter.class, "nothing"))
        .hasMessageContaining("another way");
  }

  @Test
  void digestOfOtherProviderIsAnchored() {
    MessageDigest own =
        new MessageDigest("own") {
          @Override
          protected void engineUpdate(byte input) {}

          @Override
          protected void engineUpdate(byte[] input, int offset, int len) {}

          @Override
          protected byte[] engineDigest() {
            return new byte[0];
          }

          @Override
          protected void engineReset() {}
        };
    assertThatThrownBy(() -> Trips.CODEC.encode(own))
        .isInstanceOf(NotSerializableStateException.class);
  }
}
