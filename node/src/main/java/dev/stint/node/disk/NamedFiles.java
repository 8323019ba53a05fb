package dev.stint.node.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Blobs under the names their users gave them: a folder per owner, with links into the cache. */
public final class NamedFiles {
  private final Path directory;

  /** Names below a directory of their own; those of an earlier process are removed. */
  public NamedFiles(Path directory) throws IOException {
    this.directory = directory;
    remove(directory);
    Files.createDirectories(directory);
  }

  /**
   * The path of a blob under a name.
   *
   * @param owner whose folder; removed by {@link #forget}
   * @param name may have slashes; what would lead out of the folder is refused
   */
  public Path link(String owner, String name, Path blob) throws IOException {
    Path folder = directory.resolve(owner);
    Path link = folder.resolve(name).normalize();
    if (!link.startsWith(folder) || link.equals(folder)) {
      throw new IOException("'" + name + "' is no name for a file of a job; use a relative one");
    }
    if (Files.exists(link)) {
      return link;
    }
    Path parent = link.getParent();
    Files.createDirectories(parent == null ? folder : parent);
    try {
      Files.createLink(link, blob);
    } catch (FileAlreadyExistsException e) {
      return link;
    } catch (UnsupportedOperationException e) {
      Files.copy(blob, link);
    }
    return link;
  }

  /** Removes an owner's names. */
  public void forget(String owner) throws IOException {
    remove(directory.resolve(owner));
  }

  private static void remove(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> paths = Files.walk(tree)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
