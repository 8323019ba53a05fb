package dev.stint.image.state;

import java.io.DataOutputStream;
import java.io.OutputStream;

/** A stream of data that shows where it writes and goes on counting after a move. */
public final class TrackedDataOutput extends DataOutputStream {
  /**
   * @param count how many bytes were written before
   */
  public TrackedDataOutput(OutputStream target, int count) {
    super(target);
    written = count;
  }

  /** Where the data goes. */
  public OutputStream target() {
    return out;
  }
}
