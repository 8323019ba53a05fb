package dev.stint.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "dev",
    description = "Runs a cluster on this machine until Ctrl-C: a coordinator and some nodes.",
    footer = {"  stint dev", "  stint dev --nodes 5 --port 7500 --carriers 2"})
final class DevCommand implements Callable<Integer> {
  private static final int DEFAULT_PORT = 7400;

  private final Shell shell;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "How many nodes; 3 unless said otherwise.")
  private int nodes = 3;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Where the coordinator listens; 7400 unless said otherwise, 0 for any free port.")
  private int port = DEFAULT_PORT;

  @Option(
      names = "--carriers",
      paramLabel = "N",
      description =
          "Tasklets that each node runs at once; one per processor unless said otherwise.")
  private int carriers;

  DevCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (nodes < 1) {
      throw new CommandFailure(ExitCode.USAGE, "a cluster has at least 1 node, not " + nodes);
    }
    shell.say("starting a coordinator and " + nodes + " nodes ...");
    LocalCluster cluster = LocalCluster.at(shell, port);
    CountDownLatch never = new CountDownLatch(1);
    try (Interruption _ = Interruption.calls(LocalCluster.END, cluster::close)) {
      cluster.start(nodes, carriers);
      cluster.onLoss(
          process -> shell.say("stint: " + process.name() + " has ended: " + process.lastWords()));
      explain(cluster);
      never.await();
    }
    return ExitCode.OK;
  }

  private void explain(LocalCluster cluster) {
    String address = port == DEFAULT_PORT ? "" : "STINT_ADDRESS=" + cluster.address() + " ";
    shell.out().println("up at " + cluster.address() + "; logs are in " + cluster.data());
    shell.out().println("in another terminal, for example:");
    shell.out().println("  " + address + "stint run Count.java 5000000");
    shell.out().println("  " + address + "stint tasklet ls");
    shell.out().println("  " + address + "stint node drain node-2");
    shell.out().println("Ctrl-C stops everything.");
    shell.out().flush();
  }
}
