package dev.stint.cluster.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.CellId;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DrainTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000);
  private static final NodeLoad DRAINING =
      new NodeLoad(new NodeId("n1"), 2, new TreeMap<>(), NodeState.DRAINING, Long.MAX_VALUE);

  @Test
  void everythingLeavesUnreadResultsToo() {
    List<CellLoad> cells =
        List.of(
            CellLoad.of(1, "n1", 900_000_000, 1, 1_000),
            CellLoad.of(2, "n1", 0, 0, 50),
            CellLoad.of(3, "n2", 900_000_000, 1, 1_000));
    Plan plan =
        Drain.DEFAULT.plan(view(cells, DRAINING, NodeLoad.up("n2", 1), NodeLoad.up("n3", 1)));
    assertThat(plan.moves())
        .extracting(Plan.PlannedMove::cell)
        .containsExactly(new CellId(1), new CellId(2));
    assertThat(plan.moves()).allMatch(move -> move.from().equals(new NodeId("n1")));
    assertThat(plan.moves().getFirst().to()).isEqualTo(new NodeId("n3"));
    assertThat(plan.moves()).allMatch(move -> move.reason().kind() == MoveReason.Kind.DRAIN);
    assertThat(plan.remarks()).isEmpty();
  }

  @Test
  void whatCannotLeaveIsNamed() {
    CellLoad pinned =
        new CellLoad(
            new CellId(1),
            new NodeId("n1"),
            0,
            1,
            10,
            "pinned at A.java:3",
            new TreeMap<>(),
            null,
            null,
            0);
    Plan plan = Drain.DEFAULT.plan(view(List.of(pinned), DRAINING, NodeLoad.up("n2", 1)));
    assertThat(plan.moves()).isEmpty();
    assertThat(plan.remarks()).containsExactly("c1 stays on draining n1: pinned at A.java:3");
  }

  @Test
  void withNowhereToGoEachCellSaysSo() {
    Plan plan = Drain.DEFAULT.plan(view(List.of(CellLoad.of(1, "n1", 0, 1, 10)), DRAINING));
    assertThat(plan.remarks())
        .containsExactly("c1 stays on draining n1: no other node that is up may take it");
  }

  @Test
  void balancingAfterADrainSeesWhereThingsWillBe() {
    List<CellLoad> cells = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      cells.add(CellLoad.of(i, "n1", 250_000_000, 1, 1_000));
    }
    LoadView view = view(cells, DRAINING, NodeLoad.up("n2", 1), NodeLoad.up("n3", 1));
    Plan plan = Drain.DEFAULT.then(GreedyRefine.DEFAULT).plan(view);
    assertThat(plan.moves()).hasSize(4);
    assertThat(view.after(plan).cells().stream().filter(cell -> cell.on().equals(new NodeId("n2"))))
        .hasSize(2);
  }

  @Test
  void greedyPlacesTheHeaviestFirstAndLeavesWhatLiesWell() {
    List<CellLoad> cells =
        List.of(
            CellLoad.of(1, "n1", 0, 3, 10),
            CellLoad.of(2, "n1", 0, 2, 10),
            CellLoad.of(3, "n1", 0, 1, 10));
    Plan plan = Greedy.DEFAULT.plan(view(cells, NodeLoad.up("n1", 1), NodeLoad.up("n2", 1)));
    assertThat(plan.moves()).extracting(move -> move.cell().number()).containsExactly(2L, 3L);
  }

  @Test
  void aRootStartsWhereItWouldWaitLeast() {
    LoadView view =
        view(
            List.of(CellLoad.of(1, "n2", 0, 1, 10)),
            DRAINING,
            NodeLoad.up("n2", 1),
            NodeLoad.up("n3", 1));
    assertThat(Placement.of(view, new TreeMap<>()).orElseThrow())
        .isEqualTo(
            new Placement(new NodeId("n3"), "n3 is least pressed, at 0.00 of its 1 carriers"));
    assertThat(Placement.of(view, new TreeMap<>(Map.of("gpu", "yes")))).isEmpty();
  }

  private static LoadView view(List<CellLoad> cells, NodeLoad... nodes) {
    return new LoadView(NOW, List.of(nodes), cells);
  }
}
