package dev.stint.node;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.ByteBuffer;

/**
 * A frozen cell as nodes hand it on: the runtime's image, and what the node itself counts for the
 * cell over its whole life.
 *
 * @param outputOffset bytes the tasklet has written so far, all kept by the coordinator
 * @param inputPosition bytes of the job's input that have been read where the cell was
 * @param moves how often the cell has been thawed on another node
 * @param ended whether the tasklet has ended, and only its result and channels travel
 * @param image the runtime's own
 */
record CellEnvelope(long outputOffset, long inputPosition, int moves, boolean ended, byte[] image) {
  private static final byte FORMAT = 1;
  private static final int HEADER = 1 + 2 * Long.BYTES + Integer.BYTES + 1;

  byte[] encode() {
    return ByteBuffer.allocate(HEADER + image.length)
        .put(FORMAT)
        .putLong(outputOffset)
        .putLong(inputPosition)
        .putInt(moves)
        .put((byte) (ended ? 1 : 0))
        .put(image)
        .array();
  }

  /** Reads an envelope; refuses what is none with {@link IllegalArgumentException}. */
  @CanIgnoreReturnValue
  static CellEnvelope decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER || in.get() != FORMAT) {
      throw new IllegalArgumentException(
          "a cell's image came in a form that this version does not read; run the same version of"
              + " Stint on all nodes");
    }
    long output = in.getLong();
    long input = in.getLong();
    int moves = in.getInt();
    boolean ended = in.get() != 0;
    byte[] image = new byte[in.remaining()];
    in.get(image);
    return new CellEnvelope(output, input, moves, ended, image);
  }
}
