package dev.stint.image.state;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Stands between a stream of bytes and a JDK class that reads ahead. It hands on one byte at a
 * time, so that a decoder holds back no bytes, and can be shut for a moment, which looks like the
 * end.
 */
public final class InGate extends InputStream {
  private static final int BUFFER_BYTES = 8192;
  private static final int MOST_HELD = 1 << 24;

  private final InputStream source;
  private final boolean bytewise;
  private byte[] buffer;
  private int at;
  private int end;
  private boolean shut;
  private long handedOn;

  /**
   * @param bytewise whether to hand on one byte at a time
   * @param ahead bytes that come before those of the source
   */
  public InGate(InputStream source, boolean bytewise, byte[] ahead) {
    this.source = source;
    this.bytewise = bytewise;
    this.buffer = ahead.length > 0 ? ahead.clone() : new byte[bytewise ? BUFFER_BYTES : 0];
    this.end = ahead.length;
  }

  /** The stream behind the gate. */
  public InputStream source() {
    return source;
  }

  /** Whether bytes are handed on one at a time. */
  public boolean isBytewise() {
    return bytewise;
  }

  /** The bytes read from the source but not handed on. */
  public byte[] ahead() {
    return Arrays.copyOfRange(buffer, at, end);
  }

  /** How much can at most be held back by whoever reads from here. */
  int handedOn() {
    return (int) Math.min(MOST_HELD, handedOn);
  }

  void shut(boolean now) {
    shut = now;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (shut) {
      return -1;
    }
    if (at == end && !bytewise) {
      int count = source.read(target, offset, length);
      handedOn += Math.max(0, count);
      return count;
    }
    if (length == 0) {
      return 0;
    }
    if (at == end && !fill()) {
      return -1;
    }
    int count = bytewise ? 1 : Math.min(length, end - at);
    System.arraycopy(buffer, at, target, offset, count);
    at += count;
    handedOn += count;
    return count;
  }

  private boolean fill() throws IOException {
    if (buffer.length < BUFFER_BYTES) {
      buffer = new byte[BUFFER_BYTES];
    }
    at = 0;
    end = Math.max(0, source.read(buffer, 0, buffer.length));
    return end > 0;
  }

  @Override
  public int available() throws IOException {
    return shut ? 0 : end - at + source.available();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
