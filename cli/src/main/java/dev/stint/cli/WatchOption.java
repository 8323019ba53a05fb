package dev.stint.cli;

import picocli.CommandLine.Option;

/** The option of commands whose answer can be followed. */
final class WatchOption {
  @Option(
      names = {"-w", "--watch"},
      description =
          "Go on showing it until Ctrl-C: drawn anew in a terminal, else what has changed.")
  boolean on;
}
