package dev.stint.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link MapQuestion}.
 *
 * @param applied whether there was a value, or the change was made
 * @param value the value found, or null
 * @param entries all entries, if they were asked for
 */
@SuppressWarnings("ArrayRecordComponent") // It is passed on, never compared.
public record MapReply(boolean applied, byte @Nullable [] value, List<Entry> entries) {
  /** A key and its value, as images. */
  @SuppressWarnings("ArrayRecordComponent") // As above.
  public record Entry(byte[] key, byte[] value) {}

  /** A reply without entries. */
  public static MapReply of(boolean applied, byte @Nullable [] value) {
    return new MapReply(applied, value, List.of());
  }
}
