package dev.stint.examples.census;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a census was asked for.
 *
 * @param input a zip or folder of Java sources
 * @param html where to write the page, if at all
 * @param only counts only packages whose folder begins so; empty for all
 */
record CensusArguments(Path input, Optional<Path> html, String only) {
  static final String USAGE = "usage: [--input ZIP|FOLDER] [--html FILE] [--only FOLDER-PREFIX]";

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if it is wrong, saying how
   */
  static CensusArguments parse(String[] args) {
    Path input =
        Path.of(Objects.requireNonNullElse(System.getProperty("java.home"), ""), "lib", "src.zip");
    Optional<Path> html = Optional.empty();
    String only = "";
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + " needs a value; " + USAGE);
      }
      switch (args[i]) {
        case "--input" -> input = Path.of(args[i + 1]);
        case "--html" -> html = Optional.of(Path.of(args[i + 1]));
        case "--only" -> only = args[i + 1];
        default -> throw new IllegalArgumentException("unknown option " + args[i] + "; " + USAGE);
      }
    }
    if (!Files.exists(input)) {
      throw new IllegalArgumentException(
          "there is no " + input + ". Name a zip or folder of Java sources with --input");
    }
    return new CensusArguments(input, html, only);
  }
}
