package dev.stint.benchmarks.engine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The class files of the programs alone, without the libraries that measure them. */
final class ProgramFolder {
  private static final String PACKAGE = "dev/stint/benchmarks/programs";
  private static final String PAUSE = "dev/stint/benchmarks/engine/Pause.class";

  private ProgramFolder() {}

  /** Copies them to a new folder, which goes when the JVM ends. */
  static Path copy() {
    try {
      Path classes = compiled();
      Path folder = Files.createTempDirectory("stint-benchmark");
      try (Stream<Path> all = Files.list(classes.resolve(PACKAGE))) {
        for (Path file : all.toList()) {
          copy(classes, file, folder);
        }
      }
      copy(classes, classes.resolve(PAUSE), folder);
      return folder;
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the programs' class files cannot be read", e);
    }
  }

  private static void copy(Path from, Path file, Path folder) throws IOException {
    Path copy = folder.resolve(from.relativize(file).toString());
    for (Path made : List.of(Objects.requireNonNull(copy.getParent()), copy)) {
      made.toFile().deleteOnExit();
    }
    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
    Files.copy(file, copy);
  }

  private static Path compiled() throws URISyntaxException {
    URL folder =
        Objects.requireNonNull(
            ProgramFolder.class.getResource("/" + PACKAGE + "/"),
            "the programs are read from a folder of compiled classes, not from a jar");
    Path top = Path.of(folder.toURI());
    for (int i = 0; i < Path.of(PACKAGE).getNameCount(); i++) {
      top = Objects.requireNonNull(top.getParent());
    }
    return top;
  }
}
