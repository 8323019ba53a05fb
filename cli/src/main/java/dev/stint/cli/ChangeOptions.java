package dev.stint.cli;

import picocli.CommandLine.Option;

/** The options of every command that changes something. */
final class ChangeOptions {
  @Option(names = "--dry-run", description = "Only say what would be done.")
  boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask. Nothing is asked where nobody watches either.")
  boolean yes;
}
