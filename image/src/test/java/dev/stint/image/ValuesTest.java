package dev.stint.image;

import static dev.stint.image.Trips.trip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.time.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {
  static Stream<Object> equalValues() {
    return Stream.of(
        1,
        1000,
        -5L,
        'x',
        (byte) 3,
        (short) -4,
        1.5f,
        Double.NaN,
        true,
        "text",
        new BigDecimal("1.50"),
        BigInteger.TEN.pow(50),
        UUID.randomUUID(),
        URI.create("a:b?c#d"),
        Locale.GERMANY,
        Currency.getInstance("EUR"),
        StandardCharsets.UTF_8,
        Path.of("a/b"),
        new File("x/y"),
        Duration.ofMillis(1234567),
        Instant.now(),
        LocalDate.now(),
        LocalTime.now(),
        LocalDateTime.now(),
        ZonedDateTime.now(ZoneId.of("Europe/Berlin")),
        OffsetDateTime.now(ZoneOffset.ofHours(3)),
        Period.ofDays(3),
        Year.of(2000),
        YearMonth.now(),
        ZoneId.of("Asia/Tokyo"),
        ZoneOffset.UTC,
        MonthDay.of(2, 29),
        DayOfWeek.FRIDAY,
        Optional.of(1),
        Optional.empty(),
        OptionalInt.of(3),
        OptionalLong.empty(),
        OptionalDouble.of(2),
        new Date(5),
        new GregorianCalendar(2020, 1, 1),
        TimeZone.getTimeZone("Europe/Paris"),
        new SimpleDateFormat("yyyy", Locale.ROOT),
        new int[] {1}.getClass(),
        BitSet.valueOf(new long[] {5, 6}),
        new Object[0].getClass(),
        java.net.InetSocketAddress.createUnresolved("h", 80));
  }

  @ParameterizedTest
  @MethodSource("equalValues")
  void comeBackEqual(Object value) {
    Object copy = trip(value);
    assertThat(copy).isEqualTo(value);
    assertThat(copy.getClass()).isEqualTo(value.getClass());
  }

  @Test
  void arraysOfPrimitivesComeBack() {
    assertThat(trip(new long[] {1, -1})).containsExactly(1, -1);
    assertThat(trip(new double[] {1, -1})).containsExactly(1, -1);
    assertThat(trip(new float[] {1, -1})).containsExactly(1, -1);
    assertThat(trip(new short[] {1, -1})).containsExactly((short) 1, (short) -1);
    assertThat(trip(new char[] {'a', '\uffff'})).containsExactly('a', '\uffff');
    assertThat(trip(new boolean[] {true, false})).containsExactly(true, false);
    assertThat(trip(new byte[] {1, -1})).containsExactly(1, -1);
  }

  @Test
  void smallBoxesKeepTheirIdentityAndSharedLargeOnesToo() {
    Integer large = Integer.valueOf(100_000);
    Object[] copy = trip(new Object[] {5, large, large});
    assertThat(copy[0]).isSameAs(Integer.valueOf(5));
    assertThat(copy[1]).isSameAs(copy[2]);
  }

  @Test
  void randomGoesOnWithTheSameNumbers() {
    Random random = new Random(42);
    random.nextGaussian();
    Random copy = trip(random);
    assertThat(copy.nextGaussian()).isEqualTo(random.nextGaussian());
    assertThat(copy.nextLong()).isEqualTo(random.nextLong());
  }

  @Test
  void readersAndWritersOverStringsGoOn() throws IOException {
    StringReader reader = new StringReader("one two three");
    reader.skip(4);
    reader.mark(0);
    reader.skip(2);
    StringReader copy = trip(reader);
    for (StringReader r : List.of(copy, reader)) {
      assertThat(r.read()).isEqualTo('o');
      r.reset();
      assertThat(r.read()).isEqualTo('t');
    }
    StringWriter writer = new StringWriter();
    writer.write("abc");
    StringWriter writerCopy = trip(writer);
    writerCopy.write("d");
    assertThat(writerCopy).hasToString("abcd");
  }

  @Test
  void patternsAtomicsLocksFuturesAndBuffersComeBack() {
    assertThat(trip(Pattern.compile("a+", Pattern.CASE_INSENSITIVE)).matcher("AA").matches())
        .isTrue();
    assertThat(trip(new AtomicInteger(4)).incrementAndGet()).isEqualTo(5);
    assertThat(trip(new AtomicLongArray(new long[] {4})).get(0)).isEqualTo(4);
    LongAdder adder = new LongAdder();
    adder.add(9);
    assertThat(trip(adder).sum()).isEqualTo(9);
    AtomicReference<Object> self = new AtomicReference<>();
    self.set(self);
    AtomicReference<Object> selfCopy = trip(self);
    assertThat(selfCopy.get()).isSameAs(selfCopy);
    assertThat(trip(new ReentrantLock(true)).isFair()).isTrue();
    assertThat(trip(CompletableFuture.completedFuture("x")).join()).isEqualTo("x");
    ByteBuffer buffer = ByteBuffer.allocate(10).putInt(5).flip();
    assertThat(trip(buffer).getInt()).isEqualTo(5);
  }

  static class Failure extends IOException {
    final int code;
    final List<Object> details = new ArrayList<>();

    Failure(String message, Throwable cause, int code) {
      super(message, cause);
      this.code = code;
    }

    @Override
    public String getMessage() {
      return "failed with " + code + ": " + super.getMessage();
    }
  }

  @Test
  void exceptionsKeepMessageCauseStackSuppressedAndFields() {
    Failure failure = new Failure("why", new IllegalStateException("because"), 7);
    failure.addSuppressed(new ExecutionException(new Error("deep")));
    failure.details.add(failure);
    Failure copy = trip(failure);
    assertThat(trace(copy)).isEqualTo(trace(failure));
    assertThat(copy.code).isEqualTo(7);
    assertThat(copy.details.get(0)).isSameAs(copy);
    Throwable missing = null;
    try {
      Object nothing = null;
      nothing.toString();
    } catch (NullPointerException e) {
      missing = e;
    }
    assertThat(trace(trip(missing))).isEqualTo(trace(missing));
    for (Throwable t :
        List.of(
            new UncheckedIOException("a", new IOException("b")),
            new java.util.MissingFormatArgumentException("%d"),
            new ArrayIndexOutOfBoundsException(3),
            new AssertionError("x"),
            new StackOverflowError(),
            new java.util.concurrent.CompletionException("c", new Error()))) {
      assertThat(trace(trip(t))).isEqualTo(trace(t));
    }
  }

  private static String trace(Throwable t) {
    StringWriter text = new StringWriter();
    t.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
