package dev.stint.embedded;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.client.EmbeddedProvider;
import dev.stint.coordinator.Coordinator;
import dev.stint.coordinator.CoordinatorOptions;
import dev.stint.coordinator.StartupException;
import dev.stint.node.DrainReport;
import dev.stint.node.HostPort;
import dev.stint.node.Node;
import dev.stint.node.NodeOptions;
import dev.stint.node.NodeStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator and nodes in this JVM, on free loopback ports, with a temporary folder that goes
 * when the cluster is closed. The nodes are called {@code node-1}, {@code node-2} and so on; they
 * share nothing but the JVM and the cache of transformed classes.
 */
public final class EmbeddedCluster implements EmbeddedProvider.Cluster {
  private static final int DEFAULT_PORT = 7400;

  private final Path data;
  private final Coordinator coordinator;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  @GuardedBy("lock")
  private int started;

  @GuardedBy("lock")
  private boolean closed;

  private EmbeddedCluster(Path data, Coordinator coordinator) {
    this.data = data;
    this.coordinator = coordinator;
  }

  /**
   * Starts a cluster; returns when all nodes take jobs.
   *
   * @throws IllegalArgumentException if there is not at least one node
   * @throws IllegalStateException if it cannot start, saying why
   */
  public static EmbeddedCluster start(int nodes) {
    if (nodes < 1) {
      throw new IllegalArgumentException("a cluster has at least one node, not " + nodes);
    }
    EmbeddedCluster cluster = startCoordinator();
    try {
      for (int i = 0; i < nodes; i++) {
        cluster.addNode();
      }
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static EmbeddedCluster startCoordinator() {
    Path data;
    try {
      data = Files.createTempDirectory("stint-embedded-");
    } catch (IOException e) {
      throw new IllegalStateException("no temporary folder for an embedded cluster", e);
    }
    try {
      Coordinator coordinator =
          Coordinator.start(CoordinatorOptions.loopback(data.resolve("coordinator")));
      return new EmbeddedCluster(data, coordinator);
    } catch (StartupException e) {
      remove(data);
      throw new IllegalStateException(
          "the embedded cluster's coordinator does not start: " + e.getMessage(), e);
    }
  }

  /** Where the coordinator listens, as {@code host:port}. */
  @Override
  public String address() {
    return coordinator.address();
  }

  /** Starts one more node; returns its name. */
  public String addNode() {
    String name;
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the cluster is closed");
      }
      name = "node-" + ++started;
    }
    HostPort where = HostPort.parse(address(), DEFAULT_PORT);
    NodeOptions options =
        NodeOptions.local(name, where, data.resolve(name))
            .withTransformed(data.resolve("transformed"));
    try {
      Node node = Node.start(options);
      synchronized (lock) {
        nodes.put(name, node);
      }
      return name;
    } catch (NodeStartException e) {
      throw new IllegalStateException(
          "node " + name + " of the embedded cluster does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while node " + name + " was starting", e);
    }
  }

  /** Moves everything away from a node, then ends it. */
  public DrainReport drainNode(String name) throws InterruptedException {
    Node node = remove(name);
    DrainReport report = node.drain();
    node.close();
    return report;
  }

  /** Ends a node without warning, as if its process had been killed. */
  public void killNode(String name) {
    remove(name).close();
  }

  /** The names of the nodes that run. */
  public List<String> nodes() {
    synchronized (lock) {
      return List.copyOf(nodes.keySet());
    }
  }

  @Override
  public void close() {
    List<Node> running;
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      running = new ArrayList<>(nodes.values());
      nodes.clear();
    }
    running.forEach(Node::close);
    coordinator.close();
    remove(data);
  }

  private Node remove(String name) {
    synchronized (lock) {
      Node node = nodes.remove(name);
      if (node == null) {
        throw new IllegalArgumentException(
            "no node is called '" + name + "'; there are " + nodes.keySet());
      }
      return node;
    }
  }

  /** Removes a folder; files that others remove at the same time do not matter. */
  private static void remove(Path folder) {
    try {
      Files.walkFileTree(folder, new Removal());
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " was not removed", e);
    }
  }

  /** Deletes what it visits. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
