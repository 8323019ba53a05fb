package dev.stint.image.state;

import java.io.IOException;
import java.io.Writer;

/** As {@link OutGate}, for text. */
public final class WriterGate extends Writer {
  private final Writer target;
  private final StringBuilder held = new StringBuilder();
  private boolean collecting;

  /**
   * @param held text that the program has written, but not flushed
   */
  public WriterGate(Writer target, String held) {
    this.target = target;
    this.held.append(held);
  }

  /** The writer behind the gate. */
  public Writer target() {
    return target;
  }

  /** Text written, but not flushed. */
  public String held() {
    return held.toString();
  }

  void collect(boolean now) {
    collecting = now;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    if (collecting) {
      held.append(text, offset, length);
      return;
    }
    release();
    target.write(text, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (!collecting) {
      release();
      target.flush();
    }
  }

  private void release() throws IOException {
    if (held.length() > 0) {
      String text = held.toString();
      held.setLength(0);
      target.write(text);
    }
  }

  @Override
  public void close() throws IOException {
    release();
    target.close();
  }
}
