package dev.stint.coordinator.dashboard;

import dev.stint.cluster.JobState;
import dev.stint.cluster.MoveView;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Figures of the last minutes, sampled. Owned by one thread. */
public final class Series {
  /** Time between two samples. */
  public static final Duration STEP = Duration.ofSeconds(2);

  /** How many samples are kept: five minutes. */
  public static final int KEPT = 150;

  private record Sample(
      double at, double moves, double moveTimeP99, double tasklets, double cpu, double queued) {}

  /**
   * The samples as columns, oldest first.
   *
   * @param at seconds since 1970
   * @param moves committed per second
   * @param moveTimeP99 milliseconds
   * @param cpu CPU seconds per second
   */
  public record Columns(
      double[] at,
      double[] moves,
      double[] moveTimeP99,
      double[] tasklets,
      double[] cpu,
      double[] queued) {}

  private final ArrayDeque<Sample> samples = new ArrayDeque<>();
  private long movesBefore = -1;
  private double before;

  /** Takes a sample. */
  public void add(ClusterFigures figures, List<MoveView> lately) {
    double at = figures.now().toEpochMilli() / 1e3;
    double seconds = Math.max(1e-3, at - before);
    double moves = movesBefore < 0 ? 0 : (figures.movesTotal() - movesBefore) / seconds;
    movesBefore = figures.movesTotal();
    before = at;
    samples.addLast(
        new Sample(
            at,
            moves,
            MoveHistory.quantile(lately, OverviewPage.P99).toNanos() / 1e6,
            figures.tasklets().total(),
            figures.cpuUsed(),
            figures.jobs(JobState.QUEUED)));
    if (samples.size() > KEPT) {
      samples.removeFirst();
    }
  }

  /** Committed moves a second over the last samples; zero before there are two. */
  public double movesPerSecond() {
    return samples.stream()
        .skip(Math.max(0, samples.size() - 5))
        .mapToDouble(Sample::moves)
        .average()
        .orElse(0);
  }

  /** All of them. */
  public Columns columns() {
    return new Columns(
        column(Sample::at),
        column(Sample::moves),
        column(Sample::moveTimeP99),
        column(Sample::tasklets),
        column(Sample::cpu),
        column(Sample::queued));
  }

  private double[] column(ToDoubleFunction<Sample> value) {
    return samples.stream()
        .mapToDouble(sample -> Math.round(value.applyAsDouble(sample) * 1000) / 1000.0)
        .toArray();
  }
}
