package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.CellId;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeProcess;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MoveTrailsTest {
  private static final JobId JOB = new JobId("j");
  private static final CellId CELL = new CellId(1);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MoveTrails trails = new MoveTrails();

  private void ended(MoveView.Outcome outcome, long second) {
    Instant at = START.plusSeconds(second);
    trails.ended(
        new MoveView(
            1,
            CELL,
            new JobRun(JOB, 1),
            NodeProcess.of("a", 1),
            NodeProcess.of("b", 2),
            Epoch.FIRST,
            Epoch.FIRST.next(),
            new MoveReason(MoveReason.Kind.BALANCE, "it pays"),
            outcome,
            outcome == MoveView.Outcome.ABORTED ? "pinned" : "",
            at,
            at));
  }

  private boolean rests(long second, boolean draining) {
    return trails.of(CELL, JOB).obstacle(START.plusSeconds(second), draining) != null;
  }

  @Test
  void a_refused_cell_rests_twice_as_long_each_time_but_not_while_its_node_is_drained() {
    ended(MoveView.Outcome.ABORTED, 0);
    assertThat(rests(0, false)).isTrue();
    assertThat(rests(1, false)).isFalse();
    ended(MoveView.Outcome.ABORTED, 1);
    ended(MoveView.Outcome.ABORTED, 3);
    assertThat(rests(6, false)).isTrue();
    assertThat(rests(7, false)).isFalse();
    assertThat(rests(4, true)).isFalse();
  }

  @Test
  void a_cell_that_moved_has_forgotten_its_refusals_and_shows_its_way() {
    ended(MoveView.Outcome.ABORTED, 0);
    ended(MoveView.Outcome.ABORTED, 1);
    ended(MoveView.Outcome.COMMITTED, 2);
    assertThat(rests(2, false)).isFalse();
    ended(MoveView.Outcome.ABORTED, 3);
    assertThat(rests(4, false)).isFalse();
    assertThat(trails.hops(CELL))
        .singleElement()
        .satisfies(hop -> {
          assertThat(hop.getFrom()).isEqualTo("a");
          assertThat(hop.getTo()).isEqualTo("b");
          assertThat(hop.getReason()).isEqualTo("it pays");
        });
    assertThat(trails.movesOf(JOB)).isEqualTo(1);
    trails.jobEnded(JOB);
    assertThat(trails.hops(CELL)).isEmpty();
  }
}
