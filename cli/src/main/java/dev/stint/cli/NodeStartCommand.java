package dev.stint.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "start",
    description = "Starts a node in this terminal, until Ctrl-C, which first drains it.",
    footer = {
      "  stint node start --coordinator localhost:7400",
      "  stint node start --name gpu-1 --label zone=eu-1 --carriers 8 --data gpu-1"
    })
@SuppressWarnings("UnusedVariable") // The values are handed on as the parser has them.
final class NodeStartCommand extends ServerStartCommand {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Unique in the cluster; the host's name unless said otherwise.")
  private String name = "";

  @Option(
      names = "--coordinator",
      paramLabel = "HOST:PORT",
      description = "Where the coordinator listens; localhost:7400 unless said otherwise.")
  private String coordinator = "";

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Where other nodes reach this one; 127.0.0.1:7401 unless said otherwise, port 0 for a free"
              + " one.")
  private String listen = "";

  @Option(
      names = "--advertise",
      paramLabel = "HOST",
      description = "The host that other nodes are told, if that of --listen is not the right one.")
  private String advertise = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A folder of this node's own; stint-data/node unless said otherwise.")
  private String data = "";

  @Option(
      names = "--carriers",
      paramLabel = "N",
      description = "How many tasklets run at once; one per processor unless said otherwise.")
  private String carriers = "";

  @Option(
      names = "--label",
      paramLabel = "KEY=VALUE",
      description = "For placement; may be repeated.")
  private List<String> labels = List.of();

  @Option(
      names = "--insecure",
      description = "Listen and connect beyond this machine without encryption.")
  private boolean insecure;

  NodeStartCommand() {
    super(ServerRole.NODE);
  }
}
