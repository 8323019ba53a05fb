package dev.stint.runtime;

import org.jspecify.annotations.Nullable;

/** An operation on a shared map; keys and values are images. */
@SuppressWarnings("ArrayRecordComponent") // They are passed on, never compared.
public sealed interface MapQuestion {
  /** The value of a key. */
  record Get(byte[] key) implements MapQuestion {}

  /** Puts a value. */
  record Put(byte[] key, byte[] value) implements MapQuestion {}

  /** Removes a key; the reply has the value that it had. */
  record Remove(byte[] key) implements MapQuestion {}

  /** Puts a value, or removes the key if it is null, if the key has the expected value or none. */
  record CompareAndSet(byte[] key, byte @Nullable [] expected, byte @Nullable [] value)
      implements MapQuestion {}

  /** All entries. */
  record Entries() implements MapQuestion {}
}
