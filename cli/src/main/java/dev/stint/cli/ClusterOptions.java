package dev.stint.cli;

import picocli.CommandLine.Option;

/** The options of every command that asks a cluster. */
final class ClusterOptions {
  @Option(
      names = "--address",
      paramLabel = "HOST:PORT",
      description =
          "Coordinator to ask. Otherwise STINT_ADDRESS, the current context, or localhost:7400.")
  String address = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; table unless said otherwise.")
  Format format = Format.TABLE;
}
