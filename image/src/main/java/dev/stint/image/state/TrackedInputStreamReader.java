package dev.stint.image.state;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/**
 * A decoder that holds back nothing it does not show. The JDK's reads characters in pairs and keeps
 * the second; this one keeps it itself.
 */
public final class TrackedInputStreamReader extends InputStreamReader {
  /** No character is held back. */
  public static final int NOTHING = -1;

  private final InGate gate;
  private final Charset charset;
  private int held;

  /**
   * @param held a character that comes first, or {@link #NOTHING}
   */
  public TrackedInputStreamReader(InGate gate, Charset charset, int held) {
    super(gate, charset);
    this.gate = gate;
    this.charset = charset;
    this.held = held;
  }

  /** Where the bytes come from. */
  public InGate gate() {
    return gate;
  }

  /** How the bytes are decoded. */
  public Charset charset() {
    return charset;
  }

  /** The character held back, or {@link #NOTHING}. */
  public int held() {
    return held;
  }

  @Override
  public int read() throws IOException {
    char[] pair = new char[2];
    int count = read(pair, 0, 2);
    if (count == 2) {
      held = pair[1];
    }
    return count < 0 ? -1 : pair[0];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length <= 0) {
      return super.read(target, offset, length);
    }
    if (held != NOTHING) {
      target[offset] = (char) held;
      held = NOTHING;
      return 1;
    }
    if (length > 1) {
      return super.read(target, offset, length);
    }
    int one = read();
    if (one < 0) {
      return -1;
    }
    target[offset] = (char) one;
    return 1;
  }

  @Override
  public boolean ready() throws IOException {
    return held != NOTHING || super.ready();
  }
}
