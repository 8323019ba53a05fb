package dev.stint.coordinator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A file of checked records, appended one after the other: length, CRC-32C, content. A record that
 * a crash left half-written at the end is cut off when the file is opened; damage before the end is
 * refused, because what follows it was promised to be kept. Not thread-safe.
 */
public final class RecordFile implements Closeable {
  /** Largest record in bytes: more than this in a length field is damage. */
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

    DamagedException(String place, String path, long position) {
      super(
          place
              + "/"
              + path
              + " is damaged at byte "
              + position
              + ", with intact records after it; restore the folder from a copy");
    }
  }

  /** Opens a file, making it if absent, and shows its records. */
  public static RecordFile open(Disk disk, String path, Visitor visitor) throws IOException {
    long size = Math.max(0, disk.size(path));
    long end = scan(disk, path, 0, size, visitor);
    if (end < size) {
      refuseIfRecordsFollow(disk, path, end, size);
      disk.truncate(path, end);
    }
    return new RecordFile(disk, path, disk.append(path), size - end);
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
      int needed = available < HEADER ? HEADER : HEADER + lengthAt(window, at);
      if (needed < HEADER || needed > MAX_RECORD || position + needed > to) {
        return position;
      }
      if (available < needed) {
        windowStart = position;
        window = disk.read(path, position, (int) Math.min(to - position, Math.max(needed, WINDOW)));
        continue;
      }
      if (!isWhole(window, at, needed - HEADER)) {
        return position;
      }
      visitor.record(position, ByteBuffer.wrap(window, at + HEADER, needed - HEADER).slice());
      position += needed;
    }
    return position;
  }

  private static void refuseIfRecordsFollow(Disk disk, String path, long bad, long size)
      throws IOException {
    if (bad + HEADER > size) {
      return;
    }
    int length = lengthAt(disk.read(path, bad, HEADER), 0);
    long next = bad + HEADER + length;
    if (length < 0 || length > MAX_RECORD || next + HEADER > size) {
      return;
    }
    if (scan(disk, path, next, size, (_, _) -> {}) > next) {
      throw new DamagedException(disk.place(), path, bad);
    }
  }

  private static int lengthAt(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at);
  }

  private static boolean isWhole(byte[] bytes, int at, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, at + HEADER, length);
    return (int) sum.getValue() == ByteBuffer.wrap(bytes).getInt(at + 4);
  }

  /** A record as it lies in the file. */
  public static byte[] framed(byte[] content) {
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
