package dev.stint.coordinator.disk;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.stint.coordinator.Disk;
import dev.stint.coordinator.DiskFullException;
import dev.stint.coordinator.StartupException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link Disk} in a folder, which one process at a time may hold. */
public final class DirectoryDisk implements Disk, AutoCloseable {
  private static final String LOCK = "lock";

  private final Path root;
  private final FileChannel lockFile;

  private DirectoryDisk(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /** Takes a folder, which is made if absent. Fails if another process holds it. */
  public static DirectoryDisk open(Path root) throws StartupException {
    Path folder = root.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      FileChannel lockFile = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE);
      if (tryLock(lockFile) == null) {
        lockFile.close();
        throw new StartupException(
            StartupException.Kind.CONFLICT,
            "the data folder "
                + folder
                + " is held by another coordinator; stop that one, or give this one a folder of its"
                + " own with --data");
      }
      return new DirectoryDisk(folder, lockFile);
    } catch (IOException e) {
      throw new StartupException(
          StartupException.Kind.UNREACHABLE,
          "cannot use the data folder "
              + folder
              + ": "
              + reason(e)
              + "; choose another with --data",
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Another coordinator of this very process.
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it cannot be made there";
      case AccessDeniedException _ -> "this user may not write there";
      case FileAlreadyExistsException _ -> "a file that is no folder has this name";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  @Override
  public Appender append(String path) throws IOException {
    return guarded(() -> {
      Path file = inside(path);
      boolean isNew = !Files.exists(file);
      Files.createDirectories(parent(file));
      FileChannel channel = FileChannel.open(file, CREATE, WRITE);
      channel.position(channel.size());
      if (isNew) {
        syncFolder(parent(file));
      }
      return new ChannelAppender(channel);
    });
  }

  @Override
  public long size(String path) throws IOException {
    Path file = inside(path);
    return Files.isRegularFile(file) ? Files.size(file) : -1;
  }

  @Override
  public byte[] read(String path, long offset, int max) throws IOException {
    try (FileChannel channel = FileChannel.open(inside(path), READ)) {
      int length = Math.clamp(channel.size() - offset, 0, max);
      ByteBuffer buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) < 0) {
          throw new IOException(path + " was cut while it was read");
        }
      }
      return buffer.array();
    }
  }

  @Override
  public void truncate(String path, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(inside(path), WRITE)) {
      channel.truncate(size);
      channel.force(true);
    }
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    String temporary = path + ".new";
    guarded(() -> {
      Path file = inside(temporary);
      Files.createDirectories(parent(file));
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        writeFully(channel, ByteBuffer.wrap(content));
        channel.force(true);
      }
      return file;
    });
    rename(temporary, path);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    guarded(() -> {
      Path target = inside(to);
      Files.createDirectories(parent(target));
      Files.move(
          inside(from),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      syncFolder(parent(target));
      return target;
    });
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(inside(path));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    try (Stream<Path> files = Files.list(inside(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  @Override
  public String place() {
    return root.toString();
  }

  /** Lets another process take the folder. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  private Path inside(String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new IllegalArgumentException(path + " is outside of the data folder");
    }
    return file;
  }

  private Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? root : parent;
  }

  /** A new name in a folder is durable only when the folder itself has been synced. */
  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private <T> T guarded(FileAction<T> action) throws IOException {
    try {
      return action.run();
    } catch (IOException e) {
      throw isFull(e) ? new DiskFullException(place()) : e;
    }
  }

  /** The JDK has no exception of its own for a full disk, only the operating system's words. */
  private static boolean isFull(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("No space left on device")
        || message.contains("Disk quota exceeded")
        || message.contains("not enough space on the disk");
  }

  private interface FileAction<T> {
    T run() throws IOException;
  }

  private final class ChannelAppender implements Appender {
    private final FileChannel channel;

    ChannelAppender(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void append(byte[] bytes, int offset, int length) throws IOException {
      guarded(() -> {
        writeFully(channel, ByteBuffer.wrap(bytes, offset, length));
        return channel;
      });
    }

    @Override
    public void sync() throws IOException {
      guarded(() -> {
        channel.force(false);
        return channel;
      });
    }

    @Override
    public long size() {
      try {
        return channel.position();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
