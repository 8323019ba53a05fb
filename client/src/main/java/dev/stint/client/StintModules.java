package dev.stint.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Stint's own modules, which every node has and no job ships. */
final class StintModules {
  /** Not among them: examples, benchmarks and tests, which are users' code. */
  private static final Set<String> NAMES =
      Set.of(
          "stint-api",
          "stint-image",
          "stint-transformer",
          "stint-runtime",
          "stint-cluster",
          "stint-proto",
          "stint-node",
          "stint-coordinator",
          "stint-client",
          "stint-embedded",
          "stint-cli");

  /** Packages that only those modules have, for folders, which carry no manifest. */
  private static final Set<String> PACKAGES =
      Set.of(
          "spi",
          "image",
          "transformer",
          "runtime",
          "cluster",
          "proto",
          "node",
          "coordinator",
          "client",
          "embedded",
          "cli");

  private StintModules() {}

  static boolean isOwnJar(JarContents jar) {
    return NAMES.contains(jar.stintModule());
  }

  /**
   * Whether a folder of classes is the main output of one of the modules. Folders of tests have
   * classes in the same packages, but no {@code package-info}.
   */
  static boolean isOwnFolder(Path folder) {
    Path root = folder.resolve("dev").resolve("stint");
    return Files.isDirectory(root)
        && (Files.exists(root.resolve("proto").resolve("Digest.class"))
            || PACKAGES.stream()
                .anyMatch(name -> Files.exists(root.resolve(name).resolve("package-info.class"))));
  }
}
