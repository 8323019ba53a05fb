package dev.stint.it;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the tests run in. */
final class Repository {
  private Repository() {}

  static Path root() {
    Path dir = Path.of("").toAbsolutePath();
    while (!Files.exists(dir.resolve("helm/stint/Chart.yaml"))) {
      Path parent = dir.getParent();
      if (parent == null) {
        throw new IllegalStateException("the tests run inside a checkout of Stint");
      }
      dir = parent;
    }
    return dir;
  }
}
