package dev.stint.coordinator.micrometer;

import dev.stint.cluster.Applied;
import dev.stint.cluster.Fact;
import dev.stint.cluster.JobState;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeState;
import dev.stint.coordinator.dashboard.ClusterFigures;
import dev.stint.proto.NodeDescription;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All meters of a coordinator, and what Prometheus reads of them. Thread-safe. */
public final class Meters implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Metric, MultiGauge> gauges = new EnumMap<>(Metric.class);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Timer moveTime = histogram(Metric.MOVE_TIME);
  private final Timer commit = histogram(Metric.COMMIT);

  /** Meters without any figures yet. */
  public Meters() {
    for (Metric metric : Metric.values()) {
      if (metric.kind.equals("gauge")) {
        gauges.put(
            metric,
            MultiGauge.builder(metric.meter()).description(metric.description).register(registry));
      }
    }
    for (MoveView.Outcome outcome : MoveView.Outcome.values()) {
      for (MoveReason.Kind reason : MoveReason.Kind.values()) {
        if (outcome != MoveView.Outcome.PENDING) {
          count(outcome, reason, 0); // So that the first move is seen as an increase.
        }
      }
    }
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  private Timer histogram(Metric metric) {
    return Timer.builder(metric.meter())
        .description(metric.description)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofNanos(100_000))
        .maximumExpectedValue(Duration.ofSeconds(10))
        .register(registry);
  }

  private void count(MoveView.Outcome outcome, MoveReason.Kind reason, int more) {
    registry
        .counter(Metric.MOVES.meter(), "outcome", word(outcome), "reason", word(reason))
        .increment(more);
  }

  /** The log has gone on; on its thread. */
  public void applied(Applied applied) {
    for (Fact fact : applied.facts()) {
      if (fact instanceof Fact.MoveChanged changed && changed.move().endedAt() != null) {
        ended(
            changed.move(), Duration.between(changed.move().startedAt(), changed.move().endedAt()));
      }
    }
  }

  private void ended(MoveView move, Duration took) {
    count(move.outcome(), move.reason().kind(), 1);
    if (move.outcome() == MoveView.Outcome.COMMITTED) {
      moveTime.record(took);
    }
  }

  /** A proposal is durable. */
  public void committed(Duration took) {
    commit.record(took);
  }

  /** Everything, in Prometheus' text format. */
  public synchronized String scrape(ClusterFigures figures) {
    set(Metric.NODES, NodeState.values(), figures.nodesByState());
    set(Metric.JOBS, JobState.values(), figures.jobsByState());
    List<NodeDescription> nodes =
        figures.nodes().stream().filter(node -> !node.getState().startsWith("gone")).toList();
    setNodes(Metric.NODE_CPU, nodes, NodeDescription::getCpu);
    setNodes(Metric.NODE_CARRIERS, nodes, NodeDescription::getCarriers);
    setNodes(Metric.NODE_HEAP, nodes, NodeDescription::getHeapUsedBytes);
    setNodes(Metric.NODE_HEAP_MAX, nodes, NodeDescription::getHeapMaxBytes);
    set(
        Metric.TASKLETS,
        List.of(
            row("state", "ready", (double) figures.tasklets().ready()),
            row("state", "parked", (double) figures.tasklets().parked()),
            row("state", "frozen", (double) figures.tasklets().frozen())));
    ClusterFigures.QueuedJob oldest = figures.oldestQueued();
    double age =
        oldest == null ? 0 : Duration.between(oldest.since(), figures.now()).toMillis() / 1e3;
    set(Metric.QUEUE_AGE, List.of(MultiGauge.Row.of(Tags.empty(), age)));
    set(Metric.MOVES_PENDING, List.of(MultiGauge.Row.of(Tags.empty(), figures.movesPending())));
    return registry.scrape();
  }

  private <E extends Enum<E>> void set(Metric metric, E[] states, Map<E, Integer> counts) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (E state : states) {
      rows.add(row("state", word(state), counts.getOrDefault(state, 0)));
    }
    set(metric, rows);
  }

  private void setNodes(
      Metric metric, List<NodeDescription> nodes, ToDoubleFunction<NodeDescription> value) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    nodes.forEach(
        node -> rows.add(row("node", node.getNode().getName(), value.applyAsDouble(node))));
    set(metric, rows);
  }

  private void set(Metric metric, List<MultiGauge.Row<?>> rows) {
    java.util.Objects.requireNonNull(gauges.get(metric)).register(rows, true);
  }

  private static MultiGauge.Row<?> row(String label, String value, double figure) {
    return MultiGauge.Row.of(Tags.of(label, value), figure);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
