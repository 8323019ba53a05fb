package dev.stint.cluster;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RecordWriter} wrote. Every length is checked against the bytes that are left
 * before anything of that length is made.
 */
final class RecordReader {
  private final ByteBuffer data;

  private RecordReader(Bytes bytes) {
    this.data = ByteBuffer.wrap(bytes.toByteArray());
  }

  /**
   * Reads a whole record.
   *
   * @throws MalformedRecordException if the bytes are not exactly one record
   */
  static <T> T readAll(Bytes bytes, Function<RecordReader, T> reading) {
    RecordReader reader = new RecordReader(bytes);
    try {
      T value = reading.apply(reader);
      if (reader.data.hasRemaining()) {
        throw new MalformedRecordException(
            reader.data.remaining() + " bytes too many after a record");
      }
      return value;
    } catch (BufferUnderflowException e) {
      throw new MalformedRecordException(
          "A record of " + bytes.size() + " bytes ends in the middle of a value", e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedRecordException(
          "A record of " + bytes.size() + " bytes is damaged: " + e.getMessage(), e);
    }
  }

  int u8() {
    return data.get() & 0xff;
  }

  int i32() {
    return data.getInt();
  }

  long i64() {
    return data.getLong();
  }

  boolean bool() {
    int value = u8();
    if (value > 1) {
      throw new MalformedRecordException("Neither yes nor no: " + value);
    }
    return value == 1;
  }

  Bytes bytes() {
    byte[] value = new byte[length(1)];
    data.get(value);
    return Bytes.adopt(value);
  }

  String text() {
    byte[] value = new byte[length(1)];
    data.get(value);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedRecordException("A text is not UTF-8", e);
    }
  }

  Instant instant() {
    long seconds = i64();
    return Instant.ofEpochSecond(seconds, i32());
  }

  Digest digest() {
    byte[] value = new byte[Digest.LENGTH];
    data.get(value);
    return Digest.of(value);
  }

  NodeId node() {
    return new NodeId(text());
  }

  NodeProcess process() {
    NodeId node = node();
    return new NodeProcess(node, new Incarnation(i64()));
  }

  CellId cell() {
    return new CellId(i64());
  }

  Epoch epoch() {
    return new Epoch(i64());
  }

  JobRun run() {
    JobId job = new JobId(text());
    return new JobRun(job, i32());
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    return Enum.valueOf(type, text());
  }

  <T> @Nullable T optional(Supplier<T> reader) {
    return bool() ? reader.get() : null;
  }

  <T> List<T> list(Supplier<T> reader) {
    int size = length(1);
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(reader.get());
    }
    return values;
  }

  /** Reads as many entries as were written. */
  void each(Runnable reader) {
    int size = length(1);
    for (int i = 0; i < size; i++) {
      reader.run();
    }
  }

  SortedMap<String, String> texts() {
    int size = length(2 * Integer.BYTES);
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      String key = text();
      values.put(key, text());
    }
    return values;
  }

  /** A count of things that have at least so many bytes each. */
  private int length(int atLeast) {
    int value = i32();
    if (value < 0 || (long) value * atLeast > data.remaining()) {
      throw new MalformedRecordException(
          "A length of " + value + " where " + data.remaining() + " bytes are left");
    }
    return value;
  }
}
