package dev.stint.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The process of a node: starts it, drains it when told to end, and says how that went. */
@Command(
    name = "node",
    description = "Hosts tasklets for a cluster until it is told to end.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class NodeMain implements Callable<Integer> {
  private static final int DEFAULT_COORDINATOR_PORT = 7400;
  private static final int DEFAULT_PORT = 7401;
  private static final int EXIT_FAILED = 1;
  private static final int EXIT_USAGE = 2;
  private static final int EXIT_SIGNALLED = 130;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Unique in the cluster; the host's name if not given.")
  private @Nullable String name;

  @Option(
      names = "--coordinator",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:7400",
      description = "Where the coordinator listens. Default: ${DEFAULT-VALUE}.")
  private String coordinator = "";

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:7401",
      description = "Where other nodes reach this one; port 0 is any. Default: ${DEFAULT-VALUE}.")
  private String listen = "";

  @Option(
      names = "--advertise",
      paramLabel = "HOST",
      defaultValue = "",
      description = "The host that other nodes are told, if --listen's is not the right one.")
  private String advertise = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "stint-data/node",
      description = "A directory of this node's own. Default: ${DEFAULT-VALUE}.")
  private Path data = Path.of("");

  @Option(
      names = "--carriers",
      paramLabel = "N",
      description = "How many tasklets run at once; one per processor if not given.")
  private @Nullable Integer carriers;

  @Option(
      names = "--label",
      paramLabel = "KEY=VALUE",
      description = "For placement; may be repeated.")
  private Map<String, String> labels = Map.of();

  @Option(
      names = "--insecure",
      description = "Listen and connect beyond this machine without encryption.")
  private boolean insecure;

  private NodeMain() {}

  /** Starts a node and returns only by ending the process. */
  public static void main(String[] arguments) {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n");
    int status =
        new CommandLine(new NodeMain())
            .setParameterExceptionHandler((e, _) -> complain(EXIT_USAGE, wrong(e)))
            .setExitCodeExceptionMapper(t -> EXIT_FAILED)
            .execute(arguments);
    System.exit(status);
  }

  @Override
  public Integer call() throws InterruptedException {
    NodeOptions options;
    try {
      options = options();
    } catch (IllegalArgumentException e) {
      return complain(EXIT_USAGE, String.valueOf(e.getMessage()));
    }
    AtomicReference<@Nullable Node> running = new AtomicReference<>();
    drainOnSignal(running);
    Node node;
    try {
      node = Node.start(options);
      running.set(node);
    } catch (NodeStartException e) {
      return complain(e.exitStatus(), String.valueOf(e.getMessage()));
    }
    String reason = node.ended().join();
    return complain(EXIT_FAILED, "the coordinator sent this node away: " + reason);
  }

  private NodeOptions options() {
    int count = carriers == null ? Runtime.getRuntime().availableProcessors() : carriers;
    if (count < 1) {
      throw new IllegalArgumentException("--carriers must be at least 1, not " + count);
    }
    return new NodeOptions(
        name == null ? hostName() : name,
        HostPort.parse(coordinator, DEFAULT_COORDINATOR_PORT),
        HostPort.parse(listen, DEFAULT_PORT),
        advertise,
        data,
        data.resolve("transformed"),
        count,
        labels,
        insecure,
        NodeOptions.CONNECT_TIMEOUT,
        NodeOptions.DRAIN_DEADLINE);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("this host has no name; give one with --name NAME", e);
    }
  }

  private static String wrong(CommandLine.ParameterException e) {
    return e.getMessage() + ". See 'stint node start --help'";
  }

  private static int complain(int status, String message) {
    System.err.println("stint node: " + message);
    return status;
  }

  private static void drainOnSignal(AtomicReference<@Nullable Node> running) {
    EndSignals signals = new EndSignals();
    Signals.handle(signal -> {
      Node node = running.get();
      EndSignals.Action action = signals.on(signal, node != null);
      if (node == null || action == EndSignals.Action.END_AT_ONCE) {
        Runtime.getRuntime().halt(EXIT_SIGNALLED);
      } else if (action == EndSignals.Action.DRAIN) {
        Thread.ofPlatform().name("stint-drain").start(() -> drainAndExit(node, signal));
      }
    });
  }

  private static void drainAndExit(Node node, String signal) {
    System.err.println(
        "stint node: " + signal + ": moving everything away; once more ends at once");
    int status = EXIT_FAILED;
    try {
      DrainReport report = node.drain();
      System.err.println("stint node: " + report);
      status = report.exitStatus();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    node.close();
    Runtime.getRuntime().halt(status);
  }
}
