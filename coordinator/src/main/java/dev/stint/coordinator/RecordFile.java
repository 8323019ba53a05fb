package dev.stint.coordinator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A file of checked records, appended one after the other: length, CRC-32C, content. A record that
 * a crash left half-written at the end is cut off when the file is opened; damage before the end is
 * refused, because what follows it was promised to be kept. So is a length that no record has: a
 * crash leaves the beginning of what was written, never something else, but for zeros after it: so
 * empty records at the end, which are nothing but zeros, are not kept. Not thread-safe.
 */
public final class RecordFile implements Closeable {
  /** Largest content of a record in bytes: more than this in a length field is damage. */
  public static final int MAX_RECORD = 64 << 20;

  /** Bytes before each record's content. */
  public static final int HEADER = 8;

  private static final int WINDOW = 1 << 20;

  private final Disk disk;
  private final String path;
  private Disk.Appender file;
  private final long cutBytes;

  private RecordFile(Disk disk, String path, Disk.Appender file, long cutBytes) {
    this.disk = disk;
    this.path = path;
    this.file = file;
    this.cutBytes = cutBytes;
  }

  /** Takes the records of a file that is opened, in order. */
  public interface Visitor {
    /** A record whose content is from the buffer's position to its limit. */
    void record(long position, ByteBuffer content) throws IOException;
  }

  /** What is in the middle of a file is not what was written. */
  public static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedException(String place, String path, long position, String how) {
      super(
          place
              + "/"
              + path
              + " is damaged at byte "
              + position
              + ", "
              + how
              + "; restore the folder from a copy");
    }
  }

  /** Opens a file, making it if absent, and shows its records. */
  public static RecordFile open(Disk disk, String path, Visitor visitor) throws IOException {
    long size = Math.max(0, disk.size(path));
    long end = scan(disk, path, 0, size, visitor);
    if (end < size) {
      refuseDamage(disk, path, end, size);
      disk.truncate(path, end);
    }
    return new RecordFile(disk, path, disk.append(path), size - end);
  }

  /** Shows the records of a file that was written as a whole: what is not whole there is damage. */
  public static void readWhole(Disk disk, String path, Visitor visitor) throws IOException {
    long size = Math.max(0, disk.size(path));
    long end = scan(disk, path, 0, size, visitor);
    if (end < size) {
      throw new DamagedException(disk.place(), path, end, "in a file that was written as a whole");
    }
  }

  /** Shows the records from a record's position on; ends at the first that is not whole. */
  public static long scan(Disk disk, String path, long from, long to, Visitor visitor)
      throws IOException {
    long position = from;
    byte[] window = new byte[0];
    long windowStart = from;
    while (position + HEADER <= to) {
      int at = (int) (position - windowStart);
      int available = window.length - at;
      int length = available < HEADER ? 0 : lengthAt(window, at);
      if (!isPlausible(length) || position + HEADER + length > to) {
        return position;
      }
      int needed = HEADER + length;
      if (available < needed) {
        windowStart = position;
        window = disk.read(path, position, (int) Math.min(to - position, Math.max(needed, WINDOW)));
        continue;
      }
      if (!isWhole(window, at, needed - HEADER)
          || (length == 0 && isZero(disk, path, position, to))) {
        return position;
      }
      visitor.record(position, ByteBuffer.wrap(window, at + HEADER, needed - HEADER).slice());
      position += needed;
    }
    return position;
  }

  /** Whether nothing was written from a position on: a file may grow before its content comes. */
  private static boolean isZero(Disk disk, String path, long from, long to) throws IOException {
    for (long position = from; position < to; position += WINDOW) {
      for (byte each : disk.read(path, position, (int) Math.min(to - position, WINDOW))) {
        if (each != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isPlausible(int length) {
    return length >= 0 && length <= MAX_RECORD;
  }

  /** Returns if a crash can have left what begins at a position. */
  private static void refuseDamage(Disk disk, String path, long bad, long size) throws IOException {
    if (bad + HEADER > size) {
      return;
    }
    ByteBuffer header = ByteBuffer.wrap(disk.read(path, bad, HEADER));
    int length = header.getInt();
    int sum = header.getInt();
    if (!isPlausible(length)) {
      throw new DamagedException(disk.place(), path, bad, "where a record claims to be too long");
    }
    long next = bad + HEADER + length;
    boolean recordsFollow =
        next + HEADER > size
            ? isWholeAtAnotherLength(disk, path, bad, size, sum)
            : scan(disk, path, next, size, (_, _) -> {}) > next;
    if (recordsFollow) {
      throw new DamagedException(disk.place(), path, bad, "with intact records after it");
    }
  }

  /**
   * Whether a record that reaches beyond the end is whole when its length is taken from its sum: it
   * was written to its end, and only its length is damaged.
   */
  private static boolean isWholeAtAnotherLength(
      Disk disk, String path, long bad, long size, int expected) throws IOException {
    CRC32C sum = new CRC32C();
    long position = bad + HEADER;
    while (position < size && position - bad <= HEADER + MAX_RECORD) {
      for (byte each : disk.read(path, position, WINDOW)) {
        sum.update(each);
        position++;
        boolean matches = (int) sum.getValue() == expected;
        if (matches
            && (position == size || scan(disk, path, position, size, (_, _) -> {}) > position)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int lengthAt(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at);
  }

  private static boolean isWhole(byte[] bytes, int at, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, at + HEADER, length);
    return (int) sum.getValue() == ByteBuffer.wrap(bytes).getInt(at + 4);
  }

  /**
   * A record as it lies in the file.
   *
   * @throws IOException if it is larger than {@link #MAX_RECORD}: it could not be read again
   */
  public static byte[] framed(byte[] content) throws IOException {
    if (content.length > MAX_RECORD) {
      throw new IOException("a record has at most " + MAX_RECORD + " bytes, not " + content.length);
    }
    CRC32C sum = new CRC32C();
    sum.update(content);
    return ByteBuffer.allocate(HEADER + content.length)
        .putInt(content.length)
        .putInt((int) sum.getValue())
        .put(content)
        .array();
  }

  /**
   * Appends a record; durable after the next {@link #sync}.
   *
   * @return where it lies
   */
  public long append(byte[] content) throws IOException {
    long position = file.size();
    byte[] record = framed(content);
    file.append(record, 0, record.length);
    return position;
  }

  /** Makes durable what was appended. */
  public void sync() throws IOException {
    file.sync();
  }

  /** Puts other content, already {@link #framed}, in the file's place, all at once. */
  public void replace(byte[] records) throws IOException {
    disk.replace(path, records);
    file.close();
    file = disk.append(path);
  }

  /** Length of the file in bytes. */
  public long size() {
    return file.size();
  }

  /** How many bytes of a half-written record were cut off when the file was opened. */
  public long cutBytes() {
    return cutBytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
