package dev.stint.cli;

import java.nio.file.Path;

/** The Java that runs this command, and with which it starts others. */
final class JavaHome {
  private JavaHome() {}

  static Path path() {
    String home = System.getProperty("java.home");
    if (home == null) {
      throw new IllegalStateException("this Java does not say where it is (java.home)");
    }
    return Path.of(home);
  }
}
