package dev.stint.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What the client wants to know of a jar.
 *
 * @param stintModule which of Stint's modules it is; empty for all other jars
 * @param manifestClasspath where its manifest says that more classes are
 * @param isEmpty whether it has nothing but a manifest
 */
record JarContents(String stintModule, List<Path> manifestClasspath, boolean isEmpty) {

  /**
   * @throws NotShippableException if it cannot be read as a jar
   */
  static JarContents read(Path path) {
    try (JarFile jar = new JarFile(path.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String module = main.getValue("Stint-Module");
      String more = main.getValue(Attributes.Name.CLASS_PATH);
      return new JarContents(
          module == null ? "" : module,
          more == null ? List.of() : resolve(path, more),
          jar.stream()
              .allMatch(e -> e.isDirectory() || e.getName().startsWith("META-INF/MANIFEST")));
    } catch (IOException | SecurityException e) {
      throw new NotShippableException(
          path
              + " is not a readable jar ("
              + e.getMessage()
              + "). Build it again, or take it off the class path",
          e);
    }
  }

  /** Entries of a manifest's {@code Class-Path} are URLs relative to the jar; see the JAR spec. */
  private static List<Path> resolve(Path jar, String entries) {
    List<Path> paths = new ArrayList<>();
    for (String entry : entries.strip().split("\\s+")) {
      try {
        URI uri = jar.toUri().resolve(entry);
        if ("file".equals(uri.getScheme())) {
          paths.add(Path.of(uri));
        }
      } catch (IllegalArgumentException e) {
        // java ignores such entries too.
      }
    }
    return paths;
  }
}
