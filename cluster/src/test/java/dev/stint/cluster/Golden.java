package dev.stint.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected texts in {@code src/test/resources}. After a change that is meant, {@code
 * -Dstint.golden.rewrite=true} writes what came out; the difference is then read before it is kept.
 */
final class Golden {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final boolean REWRITE = Boolean.getBoolean("stint.golden.rewrite");

  private Golden() {}

  static void check(String name, String actual) throws IOException {
    Path file = RESOURCES.resolve(name);
    if (REWRITE) {
      Files.writeString(file, actual);
    }
    assertThat(actual).as(name).isEqualTo(Files.readString(file));
  }
}
