package dev.stint.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content that one job needs, ready to be uploaded. Closing it removes what was packed for it.
 *
 * @param classpath in order
 * @param files by the name that the job's code uses
 * @param packed temporary files
 */
record Cargo(List<ShippedFile> classpath, Map<String, ShippedFile> files, List<Path> packed)
    implements AutoCloseable {

  /** Each content once. */
  List<ShippedFile> all() {
    Map<ContentDigest, ShippedFile> distinct = new LinkedHashMap<>();
    classpath.forEach(file -> distinct.put(file.digest(), file));
    files.values().forEach(file -> distinct.put(file.digest(), file));
    return new ArrayList<>(distinct.values());
  }

  /** Bytes of all contents. */
  long size() {
    return all().stream().mapToLong(ShippedFile::size).sum();
  }

  @Override
  public void close() {
    for (Path path : packed) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        path.toFile().deleteOnExit();
      }
    }
  }
}
