package dev.stint.cluster;

/** Encoded data of a job, such as its result: small ones lie in the log, large ones in blobs. */
public sealed interface Payload {
  /** Largest payload that may lie in the log, in bytes. */
  int MAX_INLINE = 16 * 1024;

  /** Nothing, not even an encoded null. */
  record None() implements Payload {}

  /** The bytes themselves. */
  record Inline(Bytes bytes) implements Payload {
    /** Refuses more than {@link #MAX_INLINE} bytes with {@link IllegalArgumentException}. */
    public Inline {
      if (bytes.size() > MAX_INLINE) {
        throw new IllegalArgumentException(
            "At most "
                + MAX_INLINE
                + " bytes lie in the log, not "
                + bytes.size()
                + "; store them as a blob and give its digest");
      }
    }
  }

  /** A blob, by its digest and its length in bytes. */
  record Stored(Digest digest, long length) implements Payload {}
}
