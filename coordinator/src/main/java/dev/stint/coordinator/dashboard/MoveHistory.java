package dev.stint.coordinator.dashboard;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.cluster.Applied;
import dev.stint.cluster.Fact;
import dev.stint.cluster.MoveView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The moves that ended last, at most {@link #KEPT}. Thread-safe. */
public final class MoveHistory {
  /** How many are kept. */
  public static final int KEPT = 5_000;

  @GuardedBy("this")
  private final ArrayDeque<MoveView> ended = new ArrayDeque<>();

  /** Notes the moves that a command ended. */
  public void note(Applied applied) {
    for (Fact fact : applied.facts()) {
      if (fact instanceof Fact.MoveChanged changed
          && changed.move().outcome() != MoveView.Outcome.PENDING) {
        add(changed.move());
      }
    }
  }

  private synchronized void add(MoveView move) {
    ended.addLast(move);
    if (ended.size() > KEPT) {
      ended.removeFirst();
    }
  }

  /** Those that ended after a moment, oldest first. */
  public synchronized List<MoveView> since(Instant moment) {
    List<MoveView> found = new ArrayList<>();
    for (MoveView move : ended) {
      Instant end = move.endedAt();
      if (end != null && end.isAfter(moment)) {
        found.add(move);
      }
    }
    return found;
  }

  /**
   * How long a move took, from its order to its end; its tasklet stood still for a part of that.
   */
  public static Duration timeOf(MoveView move) {
    Instant end = move.endedAt();
    return end == null ? Duration.ZERO : Duration.between(move.startedAt(), end);
  }

  /**
   * The time that a share of the committed moves stayed within (nearest rank); zero without moves.
   *
   * @param share between 0 and 1
   */
  public static Duration quantile(Collection<MoveView> moves, double share) {
    List<Duration> times =
        moves.stream()
            .filter(move -> move.outcome() == MoveView.Outcome.COMMITTED)
            .map(MoveHistory::timeOf)
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(share * times.size());
    return times.get(Math.clamp(rank - 1, 0, times.size() - 1));
  }
}
