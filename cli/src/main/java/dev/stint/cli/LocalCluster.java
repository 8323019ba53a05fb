package dev.stint.cli;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.client.StintClient;
import dev.stint.client.StintUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A coordinator and some nodes as processes on loopback, which end with this process. */
final class LocalCluster implements AutoCloseable {
  /** How long its end may take. */
  static final Duration END = Duration.ofSeconds(20);

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String HOST = "127.0.0.1";

  /** Of the dashboard, if it is free. */
  private static final int HTTP_PORT = 7480;

  private final Shell shell;
  private final Path data;
  private final String address;
  private final String http;

  @GuardedBy("this")
  private final List<ChildProcess> processes = new ArrayList<>();

  @GuardedBy("this")
  private boolean ended;

  private volatile boolean closing;

  private LocalCluster(Shell shell, Path data, String address, String http) {
    this.shell = shell;
    this.data = data;
    this.address = address;
    this.http = http;
  }

  /**
   * One that is still to be started.
   *
   * @param port of the coordinator; 0 for any free one
   * @throws CommandFailure if that port is taken
   */
  static LocalCluster at(Shell shell, int port) {
    String address = HOST + ":" + freePort(port);
    String http = HOST + ":" + (isFree(HTTP_PORT) ? HTTP_PORT : freePort(0));
    return new LocalCluster(shell, temporaryFolder(), address, http);
  }

  /**
   * Starts and waits until all nodes have joined.
   *
   * @param carriers of each node; 0 for one per processor
   * @throws CommandFailure if that does not come about, saying why; nothing is left running then
   */
  void start(int nodes, int carriers) {
    try {
      startProcesses(nodes, carriers);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void startProcesses(int nodes, int carriers) {
    start(
        "coordinator",
        ServerRole.COORDINATOR,
        List.of(
            "--listen", address, "--http", http, "--data", data.resolve("coordinator").toString()));
    await(0);
    for (int i = 1; i <= nodes; i++) {
      startNode("node-" + i, carriers);
    }
    await(nodes);
  }

  private void startNode(String name, int carriers) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--name",
                name,
                "--coordinator",
                address,
                "--listen",
                HOST + ":0",
                "--data",
                data.resolve(name).toString()));
    if (carriers > 0) {
      arguments.addAll(List.of("--carriers", String.valueOf(carriers)));
    }
    start(name, ServerRole.NODE, arguments);
  }

  private synchronized void start(String name, ServerRole role, List<String> arguments) {
    if (closing) {
      throw interrupted();
    }
    Path log = data.resolve(name + ".log");
    processes.add(
        ChildProcess.start(
            new ChildProcess.Plan(
                name, role.flags(), role.mainClass(), arguments, Map.of(), log, log)));
  }

  /** Waits until the coordinator answers and so many nodes have joined. */
  private void await(int nodes) {
    long deadline = System.nanoTime() + START.toNanos();
    while (joined() < nodes) {
      for (ChildProcess process : started()) {
        if (closing) {
          throw interrupted();
        }
        if (!process.isAlive()) {
          throw new CommandFailure(
              ExitCode.JOB_FAILED, process.name() + " did not start: " + process.lastWords());
        }
      }
      if (System.nanoTime() - deadline > 0) {
        throw new CommandFailure(
            ExitCode.TIMEOUT,
            "the local cluster did not come up within " + START.toSeconds() + " s");
      }
      pause();
    }
  }

  /** How many nodes there are; -1 while the coordinator does not answer. */
  private int joined() {
    try (StintClient client = StintClient.connect(address)) {
      return client.operator().nodes().size();
    } catch (StintUnavailableException e) {
      return -1;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  private static CommandFailure interrupted() {
    return new CommandFailure(ExitCode.INTERRUPTED, "interrupted");
  }

  private synchronized List<ChildProcess> started() {
    return List.copyOf(processes);
  }

  String address() {
    return address;
  }

  /** Where a browser finds its dashboard. */
  String dashboard() {
    return "http://" + http + "/";
  }

  /** Where data and logs are. */
  Path data() {
    return data;
  }

  /** Calls back when a process ends that should not. */
  void onLoss(Consumer<ChildProcess> action) {
    for (ChildProcess process : started()) {
      process.onEnd(() -> {
        if (!closing) {
          action.accept(process);
        }
      });
    }
  }

  /** Ends all processes and removes their data. Closing twice does nothing. */
  @Override
  public void close() {
    closing = true;
    end();
  }

  private synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    for (ChildProcess process : processes) {
      process.close();
    }
    if (shell.environment().getOrDefault("STINT_DEBUG", "").isEmpty()) {
      Folders.remove(data);
    } else {
      shell.say("stint: logs and data are kept in " + data);
    }
  }

  private static boolean isFree(int port) {
    try {
      return bound(port) == port;
    } catch (IOException e) {
      return false;
    }
  }

  private static int bound(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return socket.getLocalPort();
    }
  }

  private static int freePort(int wanted) {
    try {
      return bound(wanted);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.CONFLICT,
          "port "
              + wanted
              + " is in use ("
              + e.getMessage()
              + "). Stop what listens there, or choose another with --port");
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("stint-local-");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.JOB_FAILED, "no temporary folder can be made (" + e.getMessage() + ")");
    }
  }
}
