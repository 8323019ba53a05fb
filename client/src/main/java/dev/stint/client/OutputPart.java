package dev.stint.client;

/**
 * A piece of a job's output.
 *
 * @param offset position of its first byte, both streams counted together
 * @param error whether it was written to {@code System.err}
 * @param data the bytes; not copied
 */
public record OutputPart(long offset, boolean error, byte[] data) {
  /** Position after its last byte. */
  public long end() {
    return offset + data.length;
  }
}
