package dev.stint.coordinator.dashboard;

import dev.stint.cluster.JobState;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeState;
import dev.stint.proto.NodeDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cluster at a glance.
 *
 * @param health ok, degraded or down
 * @param notes what is wrong and what to try
 * @param atMillis when this was so
 * @param heap of all nodes, bytes
 * @param moveTimeP50 of the last five minutes, milliseconds
 * @param moveTimeP99 of the last five minutes, milliseconds
 */
public record OverviewPage(
    String version,
    long atMillis,
    String health,
    List<String> notes,
    int nodesUp,
    int nodesKnown,
    Map<String, Integer> jobs,
    long tasklets,
    long ready,
    long parked,
    long frozen,
    double cpuUsed,
    int carriers,
    Heap heap,
    double movesPerSecond,
    long movesTotal,
    int movesPending,
    double moveTimeP50,
    double moveTimeP99,
    @Nullable Queued oldestQueued) {

  /** Bytes. */
  public record Heap(long used, long max) {}

  /** A job that waits. */
  public record Queued(String id, String name, long sinceMillis, String why) {}

  static final double P99 = 0.99;
  private static final double P50 = 0.5;

  /** Moves within this time count for the quantiles. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Duration LONG_WAIT = Duration.ofSeconds(10);

  /** The page. */
  public static OverviewPage of(ClusterRecords records, double movesPerSecond) {
    ClusterFigures figures = records.figures();
    List<String> notes = notes(figures);
    List<NodeDescription> present =
        figures.nodes().stream().filter(node -> !node.getState().startsWith("gone")).toList();
    List<MoveView> lately = within(records.moves(), figures.now().minus(WINDOW));
    return new OverviewPage(
        figures.version(),
        figures.now().toEpochMilli(),
        figures.nodes(NodeState.UP) == 0 ? "down" : notes.isEmpty() ? "ok" : "degraded",
        notes,
        figures.nodes(NodeState.UP),
        present.size(),
        jobs(figures),
        figures.tasklets().total(),
        figures.tasklets().ready(),
        figures.tasklets().parked(),
        figures.tasklets().frozen(),
        round(figures.cpuUsed()),
        present.stream().mapToInt(NodeDescription::getCarriers).sum(),
        new Heap(
            present.stream().mapToLong(NodeDescription::getHeapUsedBytes).sum(),
            present.stream().mapToLong(NodeDescription::getHeapMaxBytes).sum()),
        round(movesPerSecond),
        figures.movesTotal(),
        figures.movesPending(),
        millis(MoveHistory.quantile(lately, P50)),
        millis(MoveHistory.quantile(lately, P99)),
        queued(figures));
  }

  private static List<MoveView> within(List<MoveView> moves, Instant after) {
    return moves.stream()
        .filter(move -> move.endedAt() != null && move.endedAt().isAfter(after))
        .toList();
  }

  private static Map<String, Integer> jobs(ClusterFigures figures) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JobState state : JobState.values()) {
      counts.put(Words.of(state), figures.jobs(state));
    }
    return counts;
  }

  private static @Nullable Queued queued(ClusterFigures figures) {
    ClusterFigures.QueuedJob job = figures.oldestQueued();
    return job == null
        ? null
        : new Queued(job.id(), job.name(), job.since().toEpochMilli(), job.why());
  }

  private static List<String> notes(ClusterFigures figures) {
    List<String> notes = new ArrayList<>();
    int up = figures.nodes(NodeState.UP);
    if (up == 0) {
      notes.add("No node is up, so jobs wait. Start one with 'stint node start'.");
    } else if (up == 1) {
      notes.add("Only one node is up, so nothing can move.");
    }
    for (NodeDescription node : figures.nodes()) {
      if (node.getState().endsWith("(silent)")) {
        notes.add(node.getNode().getName() + " has not been heard of for a while.");
      }
    }
    ClusterFigures.QueuedJob oldest = figures.oldestQueued();
    if (oldest != null
        && Duration.between(oldest.since(), figures.now()).compareTo(LONG_WAIT) > 0) {
      notes.add("Job " + oldest.name() + " has been waiting: " + oldest.why() + ".");
    }
    return notes;
  }

  /** Milliseconds with three decimals. */
  static double millis(Duration time) {
    return round(time.toNanos() / 1e6);
  }

  /** Three decimals are enough for people. */
  static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
