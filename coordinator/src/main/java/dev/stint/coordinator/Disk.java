package dev.stint.coordinator;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The coordinator's files, below one folder of its own. Paths are relative, with forward slashes.
 *
 * <p>An implementer keeps three things: what was appended is durable once {@link Appender#sync}
 * returns; {@link #replace} and {@link #rename} are atomic and durable; a write that finds no room
 * fails with {@link DiskFullException}, and may have written a part.
 */
public interface Disk {
  /** Opens a file for appending; it and its folders are made if absent. */
  Appender append(String path) throws IOException;

  /** Length in bytes, or -1 if there is no such file. */
  long size(String path) throws IOException;

  /** At most {@code max} bytes from an offset; empty at the end of the file. */
  byte[] read(String path, long offset, int max) throws IOException;

  /** Cuts a file to a length. */
  void truncate(String path, long size) throws IOException;

  /** Writes a whole file so that a reader finds the old content or the new, never a part. */
  void replace(String path, byte[] content) throws IOException;

  /** Renames a file whose content has been synced, over any that is there. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file if it is there. */
  void delete(String path) throws IOException;

  /** Names of the files (not folders) directly in a folder, sorted; empty if there is none. */
  List<String> list(String folder) throws IOException;

  /** Where this is, for messages. */
  String place();

  /** A file open for appending. */
  interface Appender extends Closeable {
    /** Appends bytes; they are durable after the next {@link #sync}. */
    void append(byte[] bytes, int offset, int length) throws IOException;

    /** Makes durable what was appended. After a failure nothing is known about the file's tail. */
    void sync() throws IOException;

    /** Length of the file in bytes. */
    long size();
  }
}
