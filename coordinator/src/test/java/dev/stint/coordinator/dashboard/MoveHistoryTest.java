package dev.stint.coordinator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.CellId;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveHistoryTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static MoveView move(MoveView.Outcome outcome, long millis) {
    return new MoveView(
        1,
        new CellId(1),
        new JobRun(new JobId("j"), 1),
        NodeProcess.of("a", 1),
        NodeProcess.of("b", 2),
        Epoch.FIRST,
        Epoch.FIRST.next(),
        new MoveReason(MoveReason.Kind.BALANCE, "it pays"),
        outcome,
        "",
        START,
        outcome == MoveView.Outcome.PENDING ? null : START.plusMillis(millis));
  }

  @Test
  void aQuantileIsTheTimeOfAMoveThatWasMade() {
    List<MoveView> moves = new ArrayList<>();
    for (int millis = 1; millis <= 10; millis++) {
      moves.add(move(MoveView.Outcome.COMMITTED, millis));
    }
    assertThat(MoveHistory.quantile(moves, 0.5)).isEqualTo(Duration.ofMillis(5));
    assertThat(MoveHistory.quantile(moves, 0.99)).isEqualTo(Duration.ofMillis(10));
    assertThat(MoveHistory.quantile(moves, 0)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void whatWasAbortedOrIsUnderWayDoesNotCount() {
    assertThat(MoveHistory.quantile(List.of(), 0.5)).isZero();
    List<MoveView> moves =
        List.of(
            move(MoveView.Outcome.ABORTED, 9_000),
            move(MoveView.Outcome.PENDING, 0),
            move(MoveView.Outcome.COMMITTED, 20));
    assertThat(MoveHistory.quantile(moves, 0.99)).isEqualTo(Duration.ofMillis(20));
  }
}
