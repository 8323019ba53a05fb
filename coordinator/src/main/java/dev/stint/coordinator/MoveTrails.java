package dev.stint.coordinator;

import dev.stint.cluster.CellId;
import dev.stint.cluster.JobId;
import dev.stint.cluster.MoveView;
import dev.stint.proto.Hop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where cells have been lately, and what kept them from moving. Owned by the loop. */
final class MoveTrails {
  /** Moves within this time count as recent for damping. */
  static final Duration RECENT = Duration.ofMinutes(1);

  /**
   * A cell whose move came to nothing is left in peace for this long, and twice as long each
   * further time.
   */
  static final Duration REST_AFTER_REFUSAL = Duration.ofSeconds(1);

  private static final int MAX_REST_DOUBLINGS = 5;

  private static final int HOPS_KEPT = 64;

  /** What is remembered of one cell. */
  static final class Trail {
    final JobId job;
    final ArrayDeque<MoveView> committed = new ArrayDeque<>();
    long moves;
    @Nullable MoveView refused;
    private int refusals;

    Trail(JobId job) {
      this.job = job;
    }

    /** The time of its last move, or null. */
    @Nullable Instant lastMovedAt() {
      return committed.isEmpty() ? null : committed.getLast().endedAt();
    }

    /** How often it moved within {@link #RECENT}. */
    int recentMoves(Instant now) {
      return (int) committed.stream().filter(move -> isWithin(move.endedAt(), now, RECENT)).count();
    }

    /**
     * Why its last attempt came to nothing, if that was a moment ago. A drain asks again and again:
     * it has not much time.
     */
    @Nullable String obstacle(Instant now, boolean draining) {
      MoveView last = refused;
      int doublings = draining ? 0 : Math.clamp(refusals - 1, 0, MAX_REST_DOUBLINGS);
      Duration rest = REST_AFTER_REFUSAL.multipliedBy(1L << doublings);
      return last != null && isWithin(last.endedAt(), now, rest) ? last.detail() : null;
    }

    private static boolean isWithin(@Nullable Instant at, Instant now, Duration time) {
      return at != null && Duration.between(at, now).compareTo(time) < 0;
    }
  }

  private final Map<CellId, Trail> trails = new HashMap<>();
  private final Map<JobId, Long> movesOfJobs = new HashMap<>();
  private long total;

  /** A move was committed or aborted. */
  void ended(MoveView move) {
    Trail trail = trails.computeIfAbsent(move.cell(), _ -> new Trail(move.run().job()));
    if (move.outcome() == MoveView.Outcome.COMMITTED) {
      trail.committed.addLast(move);
      if (trail.committed.size() > HOPS_KEPT) {
        trail.committed.removeFirst();
      }
      trail.moves++;
      trail.refused = null;
      trail.refusals = 0;
      total++;
      movesOfJobs.merge(move.run().job(), 1L, Long::sum);
    } else {
      trail.refused = move;
      trail.refusals++;
    }
  }

  /** What is remembered of a cell; an empty trail if nothing is. */
  Trail of(CellId cell, JobId job) {
    Trail trail = trails.get(cell);
    return trail == null ? new Trail(job) : trail;
  }

  /** The way a cell has come. */
  List<Hop> hops(CellId cell) {
    Trail trail = trails.get(cell);
    return trail == null ? List.of() : trail.committed.stream().map(MoveTrails::hop).toList();
  }

  private static Hop hop(MoveView move) {
    Instant at = move.endedAt() == null ? move.startedAt() : move.endedAt();
    return Hop.newBuilder()
        .setFrom(move.from().node().name())
        .setTo(move.to().node().name())
        .setAtMillis(at.toEpochMilli())
        .setReason(move.reason().text())
        .build();
  }

  /** How many moves of a job's cells were committed. */
  long movesOf(JobId job) {
    return movesOfJobs.getOrDefault(job, 0L);
  }

  /** The job is no longer known. */
  void forget(JobId job) {
    movesOfJobs.remove(job);
  }

  /** How many moves were committed in all. */
  long total() {
    return total;
  }

  /** The job's cells are gone; its count of moves stays. */
  void jobEnded(JobId job) {
    trails.values().removeIf(trail -> trail.job.equals(job));
  }
}
