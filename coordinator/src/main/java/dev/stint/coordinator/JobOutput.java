package dev.stint.coordinator;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.protobuf.ByteString;
import dev.stint.proto.OutputChunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The output of one job: what its tasklets wrote, in the order in which it came in, each tasklet's
 * own bytes in their order and once. A part that comes twice is recognised by its offset; one that
 * comes early (the tasklet moved, and the node it left is slower) waits for what is missing.
 *
 * <p>On disk each record is: cell, offset in the cell's output, stream, bytes. Records survive the
 * end of the process at once, and a power failure from the job's end on. Thread-safe.
 */
final class JobOutput {
  /** Most bytes in one record. */
  static final int MAX_RECORD = 64 * 1024;

  /** Most bytes of a cell that wait for earlier ones; what is beyond is not acknowledged. */
  static final int MAX_EARLY_BYTES = 4 << 20;

  private static final int RECORD_HEADER = Long.BYTES + Long.BYTES + 1;
  private static final int INDEX_STEP = 64 * 1024;
  private static final int READ_WINDOW = 256 * 1024;

  private record Part(boolean errorStream, byte[] data) {}

  private static final class CellStream {
    long kept;
    long earlyBytes;
    final TreeMap<Long, Part> early = new TreeMap<>();
  }

  private final Disk disk;
  private final String path;

  @GuardedBy("this")
  private @Nullable RecordFile file;

  @GuardedBy("this")
  private final Map<Long, CellStream> cells = new HashMap<>();

  /** Position in the output to position in the file, every {@link #INDEX_STEP} bytes. */
  @GuardedBy("this")
  private final TreeMap<Long, Long> index = new TreeMap<>();

  @GuardedBy("this")
  private long length;

  @GuardedBy("this")
  private long fileEnd;

  @GuardedBy("this")
  private boolean finished;

  @GuardedBy("this")
  private CompletableFuture<@Nullable Void> change = new CompletableFuture<>();

  JobOutput(Disk disk, String path) throws IOException {
    this.disk = disk;
    this.path = path;
    if (disk.size(path) >= 0) {
      restore();
    }
  }

  @GuardedBy("this")
  private RecordFile openFile() throws IOException {
    RecordFile open = file;
    if (open == null) {
      open = RecordFile.open(disk, path, (_, _) -> {});
      file = open;
    }
    return open;
  }

  private synchronized void restore() throws IOException {
    file =
        RecordFile.open(
            disk,
            path,
            (position, content) -> {
              long cell = content.getLong();
              long offset = content.getLong();
              content.get();
              int size = content.remaining();
              note(position, size);
              streamOf(cell).kept = offset + size;
            });
    fileEnd = file.size();
  }

  private synchronized void note(long position, int size) {
    Map.Entry<Long, Long> last = index.lastEntry();
    if (last == null || length - last.getKey() >= INDEX_STEP) {
      index.put(length, position);
    }
    length += size;
  }

  private synchronized CellStream streamOf(long cell) {
    return cells.computeIfAbsent(cell, _ -> new CellStream());
  }

  /**
   * Takes a part of a cell's output.
   *
   * @return how many bytes of the cell's output, from its beginning, are kept now
   */
  long append(long cell, long offset, boolean errorStream, byte[] data) throws IOException {
    CompletableFuture<@Nullable Void> waiting;
    long kept;
    synchronized (this) {
      CellStream stream = streamOf(cell);
      accept(cell, stream, offset, new Part(errorStream, data));
      kept = stream.kept;
      waiting = change;
      change = new CompletableFuture<>();
    }
    waiting.complete(null);
    return kept;
  }

  @GuardedBy("this")
  private void accept(long cell, CellStream stream, long offset, Part part) throws IOException {
    if (offset > stream.kept) {
      if (stream.earlyBytes + part.data.length <= MAX_EARLY_BYTES
          && stream.early.putIfAbsent(offset, part) == null) {
        stream.earlyBytes += part.data.length;
      }
      return;
    }
    keep(cell, stream, offset, part);
    Map.Entry<Long, Part> next = stream.early.firstEntry();
    while (next != null && next.getKey() <= stream.kept) {
      stream.early.remove(next.getKey());
      stream.earlyBytes -= next.getValue().data.length;
      keep(cell, stream, next.getKey(), next.getValue());
      next = stream.early.firstEntry();
    }
  }

  @GuardedBy("this")
  private void keep(long cell, CellStream stream, long offset, Part part) throws IOException {
    int skip = (int) Math.min(part.data.length, stream.kept - offset);
    for (int from = skip; from < part.data.length; from += MAX_RECORD) {
      int size = Math.min(MAX_RECORD, part.data.length - from);
      ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + size);
      record.putLong(cell).putLong(stream.kept).put((byte) (part.errorStream ? 1 : 0));
      record.put(part.data, from, size);
      long position = write(record.array());
      note(position, size);
      stream.kept += size;
    }
  }

  /** A record that failed may lie there in part: opening the file anew cuts it off. */
  @GuardedBy("this")
  private long write(byte[] record) throws IOException {
    RecordFile open = openFile();
    try {
      long position = open.append(record);
      fileEnd = open.size();
      return position;
    } catch (IOException e) {
      file = null;
      open.close();
      throw e;
    }
  }

  /** Whether a part waits for earlier bytes. */
  synchronized boolean hasGap() {
    return cells.values().stream().anyMatch(stream -> !stream.early.isEmpty());
  }

  /** At most about {@code max} bytes from a position; empty if nothing is there yet. */
  synchronized List<OutputChunk> read(long offset, int max) throws IOException {
    List<OutputChunk> chunks = new ArrayList<>();
    Map.Entry<Long, Long> start = index.floorEntry(Math.max(0, offset));
    if (start == null || offset >= length) {
      return chunks;
    }
    long[] at = {start.getKey()};
    long end = Math.min(fileEnd, start.getValue() + READ_WINDOW + Math.max(max, MAX_RECORD));
    int[] left = {max};
    RecordFile.scan(
        disk,
        path,
        start.getValue(),
        end,
        (_, content) -> {
          content.position(Long.BYTES + Long.BYTES);
          boolean errorStream = content.get() != 0;
          int size = content.remaining();
          long skip = Math.clamp(offset - at[0], 0, size);
          if (skip < size && left[0] > 0) {
            content.position(content.position() + (int) skip);
            left[0] -= content.remaining();
            chunks.add(
                OutputChunk.newBuilder()
                    .setOffset(at[0] + skip)
                    .setErrorStream(errorStream)
                    .setData(ByteString.copyFrom(content))
                    .build());
          }
          at[0] += size;
        });
    return chunks;
  }

  /** Completes at the next part, or at the end; at once if there is more already. */
  synchronized CompletableFuture<@Nullable Void> whenMore(long offset) {
    return length > offset || finished ? CompletableFuture.completedFuture(null) : change;
  }

  /** Whether nothing more comes. */
  synchronized boolean isFinished() {
    return finished;
  }

  /** Length in bytes. */
  synchronized long length() {
    return length;
  }

  /** Makes all of it durable; nothing more comes. Who follows it is told even if that fails. */
  void finish() throws IOException {
    CompletableFuture<@Nullable Void> waiting;
    synchronized (this) {
      finished = true;
      waiting = change;
    }
    try {
      sync();
    } finally {
      waiting.complete(null);
    }
  }

  private synchronized void sync() throws IOException {
    RecordFile open = file;
    if (open != null) {
      file = null;
      try (open) {
        open.sync();
      }
    }
  }

  /** Gives the file back; what was kept stays. */
  synchronized void close() throws IOException {
    RecordFile open = file;
    if (open != null) {
      open.close();
      file = null;
    }
  }
}
