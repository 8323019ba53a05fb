package dev.stint.coordinator.micrometer;

import java.util.List;

/** Every metric of ours, as Prometheus names it; {@code docs/metrics.md} is made from this. */
public enum Metric {
  NODES("stint_nodes", "gauge", "Nodes by state", "state"),
  NODE_CPU("stint_node_cpu_cores", "gauge", "CPU seconds per second of its tasklets", "node"),
  NODE_CARRIERS("stint_node_carriers", "gauge", "Tasklets that it runs at once", "node"),
  NODE_HEAP("stint_node_heap_used_bytes", "gauge", "Heap in use", "node"),
  NODE_HEAP_MAX("stint_node_heap_max_bytes", "gauge", "Heap at most", "node"),
  JOBS("stint_jobs", "gauge", "Jobs that are remembered, by state", "state"),
  TASKLETS("stint_tasklets", "gauge", "Live tasklets by state", "state"),
  QUEUE_AGE(
      "stint_queue_oldest_age_seconds",
      "gauge",
      "How long the oldest queued job has waited; 0: none"),
  MOVES_PENDING("stint_moves_pending", "gauge", "Moves under way"),
  MOVES("stint_moves_total", "counter", "Moves that ended", "outcome", "reason"),
  MOVE_TIME(
      "stint_move_seconds",
      "histogram",
      "From the order of a move to its commit; its tasklet stands still for a part of that"),
  COMMIT(
      "stint_log_commit_seconds", "histogram", "From a proposal until it is durable and applied");

  final String title;
  final String kind;
  final String description;
  final List<String> labels;

  Metric(String title, String kind, String description, String... labels) {
    this.title = title;
    this.kind = kind;
    this.description = description;
    this.labels = List.of(labels);
  }

  /** Micrometer adds the unit of a timer and the suffix of a counter by itself. */
  String meter() {
    return switch (kind) {
      case "counter" -> title.replaceAll("_total$", "");
      case "histogram" -> title.replaceAll("_seconds$", "");
      default -> title;
    };
  }

  /** The table for people, in Markdown. */
  public static String table() {
    StringBuilder table =
        new StringBuilder("| metric | kind | labels | meaning |\n|---|---|---|---|\n");
    for (Metric metric : values()) {
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  metric.title, metric.kind, String.join(", ", metric.labels), metric.description));
    }
    return table.toString();
  }
}
