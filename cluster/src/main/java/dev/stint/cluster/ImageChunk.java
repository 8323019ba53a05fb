package dev.stint.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a cell's image on its way to another node. The receiver takes the pieces of an attempt
 * in order and ignores any other; a sender that is told to prepare again sends all of them again.
 *
 * @param index from 0
 * @param count how many pieces the image has, at least 1
 */
public record ImageChunk(int index, int count, Bytes bytes) {
  /** Largest piece, in bytes. */
  public static final int MAX_SIZE = 1024 * 1024;

  /** Most pieces of one image. */
  public static final int MAX_COUNT = 4096;

  /** Refuses an index outside the count and a count outside 1 to {@link #MAX_COUNT}. */
  public ImageChunk {
    if (count < 1 || count > MAX_COUNT || index < 0 || index >= count) {
      throw new IllegalArgumentException("No piece " + index + " of " + count);
    }
  }

  /** Cuts an image into pieces of at most {@link #MAX_SIZE} bytes. */
  public static List<ImageChunk> split(Bytes image) {
    return split(image, MAX_SIZE);
  }

  /** Cuts an image into pieces of at most the given number of bytes. */
  public static List<ImageChunk> split(Bytes image, int size) {
    int count = Math.max(1, Math.ceilDiv(image.size(), size));
    List<ImageChunk> chunks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int from = i * size;
      chunks.add(new ImageChunk(i, count, image.slice(from, Math.min(image.size(), from + size))));
    }
    return List.copyOf(chunks);
  }

  /** Puts pieces together again. */
  static Bytes join(List<Bytes> pieces) {
    byte[] whole = new byte[pieces.stream().mapToInt(Bytes::size).sum()];
    int offset = 0;
    for (Bytes piece : pieces) {
      piece.copyTo(whole, offset);
      offset += piece.size();
    }
    return Bytes.adopt(whole);
  }
}
