package dev.stint.image.state;

import java.io.IOException;
import java.io.Reader;

/**
 * Stands between a reader and a JDK class that reads ahead from it; it can be shut for a moment,
 * which looks like the end.
 */
public final class ReaderGate extends Reader {
  private static final int MOST_HELD = 1 << 24;

  private final Reader source;
  private final String ahead;
  private int at;
  private boolean shut;
  private long handedOn;

  /**
   * @param ahead text that comes before that of the source
   */
  public ReaderGate(Reader source, String ahead) {
    this.source = source;
    this.ahead = ahead;
  }

  /** The reader behind the gate. */
  public Reader source() {
    return source;
  }

  /** The text that is still to come before that of the source. */
  public String ahead() {
    return ahead.substring(at);
  }

  /** How much can at most be held back by whoever reads from here. */
  int handedOn() {
    return (int) Math.min(MOST_HELD, handedOn);
  }

  void shut(boolean now) {
    shut = now;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (shut) {
      return -1;
    }
    if (at == ahead.length()) {
      int count = source.read(target, offset, length);
      handedOn += Math.max(0, count);
      return count;
    }
    int count = Math.min(length, ahead.length() - at);
    ahead.getChars(at, at + count, target, offset);
    at += count;
    handedOn += count;
    return count;
  }

  @Override
  public boolean ready() throws IOException {
    return !shut && (at < ahead.length() || source.ready());
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
