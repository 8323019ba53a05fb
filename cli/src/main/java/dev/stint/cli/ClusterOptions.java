package dev.stint.cli;

import java.util.List;
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

  @Option(
      names = "--fields",
      paramLabel = "A,B.C",
      split = ",",
      hideParamSyntax = true,
      description = "Only these fields of the answer, named as in -o json.")
  List<String> fields = List.of();
}
