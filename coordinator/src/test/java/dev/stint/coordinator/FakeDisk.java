package dev.stint.coordinator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * A disk in memory with a size. A write for which there is no room fails after writing what fits,
 * as a real one may.
 */
public final class FakeDisk implements Disk {
  private final TreeMap<String, ByteArrayOutputStream> files = new TreeMap<>();
  private long free = Long.MAX_VALUE;
  private boolean syncs = true;

  /** From now on only so many bytes can be written. */
  public synchronized void setFree(long bytes) {
    free = bytes;
  }

  /** From now on nothing can be made durable. */
  public synchronized void setSyncing(boolean works) {
    syncs = works;
  }

  private synchronized void sync() throws IOException {
    if (!syncs) {
      throw new IOException("input/output error");
    }
  }

  /** The content of a file. */
  public synchronized byte[] content(String path) {
    return files.get(path).toByteArray();
  }

  /** Puts a file there, as if someone had edited it. */
  public synchronized void setContent(String path, byte[] content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(content);
    files.put(path, file);
  }

  private synchronized void write(String path, byte[] bytes, int offset, int length)
      throws IOException {
    int fits = (int) Math.min(free, length);
    files.computeIfAbsent(path, _ -> new ByteArrayOutputStream()).write(bytes, offset, fits);
    free -= free == Long.MAX_VALUE ? 0 : fits;
    if (fits < length) {
      throw new DiskFullException(place());
    }
  }

  @Override
  public synchronized Appender append(String path) {
    files.computeIfAbsent(path, _ -> new ByteArrayOutputStream());
    return new Appender() {
      @Override
      public void append(byte[] bytes, int offset, int length) throws IOException {
        write(path, bytes, offset, length);
      }

      @Override
      public void sync() throws IOException {
        FakeDisk.this.sync();
      }

      @Override
      public long size() {
        return content(path).length;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public synchronized long size(String path) {
    return files.containsKey(path) ? content(path).length : -1;
  }

  @Override
  public synchronized byte[] read(String path, long offset, int max) {
    byte[] all = content(path);
    int from = (int) Math.min(offset, all.length);
    return Arrays.copyOfRange(all, from, Math.min(all.length, from + max));
  }

  @Override
  public synchronized void truncate(String path, long size) {
    setContent(path, Arrays.copyOf(content(path), (int) size));
  }

  @Override
  public synchronized void replace(String path, byte[] content) throws IOException {
    write(path + ".new", content, 0, content.length);
    rename(path + ".new", path);
  }

  @Override
  public synchronized void rename(String from, String to) {
    files.put(to, files.remove(from));
  }

  @Override
  public synchronized void delete(String path) {
    files.remove(path);
  }

  @Override
  public synchronized List<String> list(String folder) {
    List<String> names = new ArrayList<>();
    for (String path : files.keySet()) {
      if (path.startsWith(folder + "/") && path.indexOf('/', folder.length() + 1) < 0) {
        names.add(path.substring(folder.length() + 1));
      }
    }
    return names;
  }

  @Override
  public String place() {
    return "/fake";
  }
}
