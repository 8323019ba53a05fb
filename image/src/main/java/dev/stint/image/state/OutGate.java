package dev.stint.image.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Stands between a JDK class that buffers bytes and where they go. While collecting, it takes what
 * is flushed for itself; that goes on with the next bytes that the program really sends.
 */
public final class OutGate extends OutputStream {
  private final OutputStream target;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(0);
  private boolean collecting;

  /**
   * @param held bytes that the program has written, but not flushed
   */
  public OutGate(OutputStream target, byte[] held) {
    this.target = target;
    this.held.writeBytes(held);
  }

  /** The stream behind the gate. */
  public OutputStream target() {
    return target;
  }

  /** Bytes written, but not flushed. */
  public byte[] held() {
    return held.toByteArray();
  }

  void collect(boolean now) {
    collecting = now;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (collecting) {
      held.write(bytes, offset, length);
      return;
    }
    release();
    target.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (!collecting) {
      release();
      target.flush();
    }
  }

  private void release() throws IOException {
    if (held.size() > 0) {
      byte[] bytes = held.toByteArray();
      held.reset();
      target.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    release();
    target.close();
  }
}
