package dev.stint.cluster;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values into bytes that {@link RecordReader} reads: numbers big-endian, the rest by length.
 */
final class RecordWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream data = new DataOutputStream(bytes);

  Bytes written() {
    return Bytes.adopt(bytes.toByteArray());
  }

  void u8(int value) {
    write(() -> data.writeByte(value));
  }

  void i32(int value) {
    write(() -> data.writeInt(value));
  }

  void i64(long value) {
    write(() -> data.writeLong(value));
  }

  void bool(boolean value) {
    u8(value ? 1 : 0);
  }

  void bytes(Bytes value) {
    i32(value.size());
    write(() -> data.write(value.toByteArray()));
  }

  void text(String value) {
    bytes(Bytes.adopt(value.getBytes(StandardCharsets.UTF_8)));
  }

  void instant(Instant value) {
    i64(value.getEpochSecond());
    i32(value.getNano());
  }

  void digest(Digest value) {
    write(() -> data.write(value.toByteArray()));
  }

  void node(NodeId value) {
    text(value.name());
  }

  void process(NodeProcess value) {
    node(value.node());
    i64(value.incarnation().number());
  }

  void cell(CellId value) {
    i64(value.number());
  }

  void epoch(Epoch value) {
    i64(value.number());
  }

  void run(JobRun value) {
    text(value.job().value());
    i32(value.run());
  }

  /** A constant by its name, so that constants may be reordered. */
  void constant(Enum<?> value) {
    text(value.name());
  }

  <T> void optional(@Nullable T value, Consumer<T> writer) {
    bool(value != null);
    if (value != null) {
      writer.accept(value);
    }
  }

  <T> void list(Collection<T> values, Consumer<T> writer) {
    i32(values.size());
    values.forEach(writer);
  }

  void texts(SortedMap<String, String> values) {
    i32(values.size());
    for (Map.Entry<String, String> entry : values.entrySet()) {
      text(entry.getKey());
      text(entry.getValue());
    }
  }

  private interface Write {
    void run() throws IOException;
  }

  private static void write(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
  }
}
