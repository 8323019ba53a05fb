package dev.stint.coordinator.dashboard;

import dev.stint.cluster.CellId;
import dev.stint.cluster.MoveView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Why tasklets moved, and what it cost them. All of the moves that are remembered.
 *
 * @param reasons committed moves by who wanted them
 * @param outcomes committed and aborted
 * @param moveTimes how many committed moves took how long
 * @param recent the newest first
 * @param pingPong tasklets that went back and forth, the most restless first
 */
public record MovesPage(
    Map<String, Integer> reasons,
    Map<String, Integer> outcomes,
    List<Bar> moveTimes,
    List<Move> recent,
    List<PingPong> pingPong) {
  /** Most moves listed. */
  public static final int MAX_MOVES = 100;

  private static final int MAX_PING_PONG = 20;

  /** Returning to where it was within this time counts as going back and forth. */
  static final Duration RETURN = Duration.ofSeconds(30);

  /** Upper bounds of the histogram in milliseconds; the last bar has none. */
  private static final double[] BOUNDS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};

  /**
   * Moves that took at most so long, and longer than the bar before.
   *
   * @param upTo milliseconds; infinite for the last
   */
  public record Bar(String upTo, int count) {}

  /**
   * A move.
   *
   * @param why with the figures that decided
   * @param detail why it was aborted; empty otherwise
   * @param millis from order to end
   */
  public record Move(
      long number,
      String tasklet,
      String job,
      String from,
      String to,
      String kind,
      String why,
      String outcome,
      String detail,
      long atMillis,
      double millis) {}

  /** A tasklet that returned to a node within half a minute. */
  public record PingPong(String tasklet, String job, List<String> between, int returns) {}

  /** The page. */
  public static MovesPage of(ClusterRecords records) {
    List<MoveView> moves = records.moves();
    List<MoveView> committed =
        moves.stream().filter(move -> move.outcome() == MoveView.Outcome.COMMITTED).toList();
    Map<String, Integer> reasons = new TreeMap<>();
    committed.forEach(move -> reasons.merge(Words.of(move.reason().kind()), 1, Integer::sum));
    Map<String, Integer> outcomes = new TreeMap<>();
    moves.forEach(move -> outcomes.merge(Words.of(move.outcome()), 1, Integer::sum));
    List<Move> recent = moves.reversed().stream().limit(MAX_MOVES).map(MovesPage::move).toList();
    return new MovesPage(reasons, outcomes, histogram(committed), recent, pingPong(committed));
  }

  private static Move move(MoveView move) {
    Instant at = Objects.requireNonNullElse(move.endedAt(), move.startedAt());
    return new Move(
        move.number(),
        tasklet(move.cell()),
        move.run().job().value(),
        move.from().node().name(),
        move.to().node().name(),
        Words.of(move.reason().kind()),
        move.reason().text(),
        Words.of(move.outcome()),
        move.detail(),
        at.toEpochMilli(),
        OverviewPage.millis(MoveHistory.timeOf(move)));
  }

  private static String tasklet(CellId cell) {
    return cell + ".0";
  }

  private static List<Bar> histogram(List<MoveView> committed) {
    int[] counts = new int[BOUNDS.length + 1];
    for (MoveView move : committed) {
      double millis = MoveHistory.timeOf(move).toNanos() / 1e6;
      int bar = 0;
      while (bar < BOUNDS.length && millis > BOUNDS[bar]) {
        bar++;
      }
      counts[bar]++;
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      bars.add(new Bar(i < BOUNDS.length ? label(BOUNDS[i]) : "more", counts[i]));
    }
    return bars;
  }

  private static String label(double millis) {
    return millis < 1000 ? "%.0f ms".formatted(millis) : "%.0f s".formatted(millis / 1000);
  }

  private static List<PingPong> pingPong(List<MoveView> committed) {
    Map<CellId, MoveView> last = new HashMap<>();
    Map<CellId, PingPong> found = new LinkedHashMap<>();
    for (MoveView move : committed) {
      MoveView before = last.put(move.cell(), move);
      if (before != null && isReturn(before, move)) {
        PingPong known = found.get(move.cell());
        List<String> between =
            List.of(move.from().node().name(), move.to().node().name()).stream().sorted().toList();
        found.put(
            move.cell(),
            new PingPong(
                tasklet(move.cell()),
                move.run().job().value(),
                between,
                known == null ? 1 : known.returns() + 1));
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparingInt(PingPong::returns).reversed())
        .limit(MAX_PING_PONG)
        .toList();
  }

  private static boolean isReturn(MoveView before, MoveView move) {
    Instant left = Objects.requireNonNullElse(before.endedAt(), before.startedAt());
    Instant back = Objects.requireNonNullElse(move.endedAt(), move.startedAt());
    return before.from().node().equals(move.to().node())
        && Duration.between(left, back).compareTo(RETURN) <= 0;
  }
}
