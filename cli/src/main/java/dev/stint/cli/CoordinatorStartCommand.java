package dev.stint.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "start",
    description = "Starts a coordinator in this terminal, until Ctrl-C.",
    footer = {
      "  stint coordinator start --data /var/lib/stint",
      "  stint coordinator start --data data --listen 127.0.0.1:7500"
    })
@SuppressWarnings("UnusedVariable") // The values are handed on as the parser has them.
final class CoordinatorStartCommand extends ServerStartCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the log, blobs and outputs; one process at a time.")
  private String data = "";

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where to listen; 127.0.0.1:7400 unless said otherwise, port 0 for a free one.")
  private String listen = "";

  @Option(
      names = "--http",
      paramLabel = "HOST:PORT",
      description =
          "Where to serve the dashboard, /healthz, /readyz and /metrics; 127.0.0.1:7480 unless said otherwise, 0"
              + " for a free port, 'none' for not at all.")
  private String http = "";

  @Option(
      names = "--insecure",
      description =
          "Listen beyond this machine without encryption: whoever reaches the port can run code on"
              + " the nodes.")
  private boolean insecure;

  CoordinatorStartCommand() {
    super(ServerRole.COORDINATOR);
  }
}
