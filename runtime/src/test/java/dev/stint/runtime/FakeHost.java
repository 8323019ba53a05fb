package dev.stint.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Hosts of one job on several nodes in this JVM, that carry messages and know who is where. */
final class FakeHost implements JobHost {
  private final MapPort maps = new LocalMaps();

  /** What the nodes of a cluster share. */
  static final class Cluster {
    final AtomicLong cells = new AtomicLong(1);
    final Map<CellId, FakeHost> places = new ConcurrentHashMap<>();
    final Map<String, FakeHost> nodes = new ConcurrentHashMap<>();
    final CompletableFuture<CellOutcome> end = new CompletableFuture<>();
    final List<OutputChunk> chunks = new ArrayList<>();

    /** Messages arrive before the sender goes on. */
    volatile boolean fast;

    String output() {
      synchronized (chunks) {
        StringBuilder all = new StringBuilder();
        chunks.forEach(chunk -> all.append(new String(chunk.bytes(), StandardCharsets.UTF_8)));
        return all.toString();
      }
    }
  }

  final Cluster cluster;
  final String name;
  final Map<CellId, CompletableFuture<CellOutcome>> ends = new ConcurrentHashMap<>();
  final AtomicLong released = new AtomicLong();
  JobRuntime job;

  /** Called when a tasklet has ended, before anybody else hears of it. */
  volatile Consumer<CellId> whenEnded = cell -> {};

  FakeHost(Cluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
    cluster.nodes.put(name, this);
  }

  /** Moves a cell to another node, as the cluster would. */
  void move(CellId cell, FakeHost target) {
    job.freeze(cell)
        .thenAccept(outcome -> {
          if (outcome instanceof FreezeOutcome.Frozen frozen) {
            cluster.places.put(cell, target);
            job.discard(cell);
            target.job.thaw(frozen.image());
            cluster.nodes.values().forEach(node -> node.job.peerMoved(cell));
          }
        });
  }

  CompletableFuture<CellOutcome> endOf(CellId cell) {
    return ends.computeIfAbsent(cell, c -> new CompletableFuture<>());
  }

  @Override
  public String jobId() {
    return "job";
  }

  @Override
  public String nodeName() {
    return name;
  }

  @Override
  public CellId newCell() {
    CellId cell = new CellId(cluster.cells.getAndIncrement());
    cluster.places.put(cell, this);
    return cell;
  }

  @Override
  public void spawned(CellId parent, CellId child) {}

  @Override
  public void ended(CellId cell, CellOutcome outcome) {
    whenEnded.accept(cell);
    endOf(cell).complete(outcome);
  }

  @Override
  public void released(CellId cell) {
    released.incrementAndGet();
    ends.remove(cell);
    cluster.places.remove(cell);
  }

  @Override
  public void jobEnded(CellOutcome outcome) {
    cluster.end.complete(outcome);
  }

  @Override
  public void output(OutputChunk chunk) {
    synchronized (cluster.chunks) {
      cluster.chunks.add(chunk);
    }
  }

  @Override
  public void progress(long done, long total, String what) {}

  @Override
  public void send(CellId from, CellId to, byte[] message) {
    FakeHost place = cluster.places.get(to);
    if (place != null && cluster.fast) {
      place.job.deliver(from, to, message);
    } else if (place != null) {
      Thread.startVirtualThread(() -> place.job.deliver(from, to, message));
    }
  }

  @Override
  public boolean takesTasklets(String node) {
    return cluster.nodes.containsKey(node);
  }

  @Override
  public void moveRequested(CellId cell, String node) {
    Thread.startVirtualThread(() -> move(cell, cluster.nodes.get(node)));
  }

  @Override
  public String nodeOf(CellId cell) {
    return cluster.places.get(cell).name;
  }

  @Override
  public Path file(String file) {
    return Path.of(file);
  }

  @Override
  public int readInput(byte[] buffer, int offset, int length) {
    return -1;
  }

  @Override
  public MapPort maps() {
    return maps;
  }
}
