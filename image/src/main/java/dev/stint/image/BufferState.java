package dev.stint.image;

import java.nio.Buffer;
import java.nio.InvalidMarkException;

/**
 * The indexes of a buffer.
 *
 * @param mark the marked position, or -1
 */
record BufferState(int offset, int capacity, int limit, int position, int mark) {
  private static final int NO_MARK = -1;

  static void write(Buffer buffer, int offset, ImageOutput out) {
    out.writeCount(offset);
    out.writeCount(buffer.capacity());
    out.writeCount(buffer.limit());
    out.writeCount(buffer.position());
    out.writeInt(markOf(buffer));
  }

  /** A duplicate has the same mark, and going back there moves only the duplicate. */
  private static int markOf(Buffer buffer) {
    try {
      return buffer.duplicate().reset().position();
    } catch (InvalidMarkException e) {
      return NO_MARK;
    }
  }

  static BufferState read(ImageInput in) {
    return new BufferState(
        in.readCount(), in.readCount(), in.readCount(), in.readCount(), in.readInt());
  }

  void applyTo(Buffer buffer) {
    buffer.limit(limit);
    if (mark != NO_MARK) {
      buffer.position(mark).mark();
    }
    buffer.position(position);
  }
}
