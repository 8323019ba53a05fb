package dev.stint.cluster.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.CellId;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GreedyRefineTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000);
  private static final long SECOND = 1_000_000_000L;

  private static Plan plan(List<NodeLoad> nodes, List<CellLoad> cells) {
    return GreedyRefine.DEFAULT.plan(new LoadView(NOW, nodes, cells));
  }

  private static List<NodeLoad> nodes(int... carriers) {
    List<NodeLoad> nodes = new ArrayList<>();
    for (int i = 0; i < carriers.length; i++) {
      nodes.add(NodeLoad.up("n" + (i + 1), carriers[i]));
    }
    return nodes;
  }

  /** Cells that share one carrier, each ready all the time: each is measured at its share only. */
  private static List<CellLoad> crowd(int count, String on) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(cell -> CellLoad.of(cell, on, SECOND / count, 1, 1_000))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Map<NodeId, Long> placed(LoadView view) {
    return view.cells().stream()
        .collect(Collectors.groupingBy(CellLoad::on, TreeMap::new, Collectors.counting()));
  }

  @Test
  void aCrowdOnOneCarrierIsSpreadAlthoughEachOfItWasMeasuredToUseLittle() {
    LoadView view = new LoadView(NOW, nodes(1, 1, 1), crowd(6, "n1"));
    Plan plan = GreedyRefine.DEFAULT.plan(view);
    assertThat(plan.moves()).hasSize(4);
    assertThat(placed(view.after(plan)).values()).containsOnly(2L);
  }

  @Test
  void whereNobodyWaitsNothingMoves() {
    Plan plan = plan(nodes(2, 2), crowd(2, "n1"));
    assertThat(plan.moves()).isEmpty();
    assertThat(plan.remarks())
        .containsExactly(
            "Nothing moves: nobody waits; the busiest node, n1, is at 1.00 of its 2 carriers");
  }

  @Test
  void aBiggerNodeGetsMore() {
    LoadView view = new LoadView(NOW, nodes(1, 3), crowd(4, "n1"));
    assertThat(placed(view.after(GreedyRefine.DEFAULT.plan(view))))
        .containsEntry(new NodeId("n1"), 1L)
        .containsEntry(new NodeId("n2"), 3L);
  }

  @Test
  void aMoveThatWouldOnlySwapWhoWaitsIsNotMade() {
    Plan plan = plan(nodes(1, 1), joined(crowd(2, "n1"), shifted(crowd(1, "n2"), 10)));
    assertThat(plan.moves()).isEmpty();
    assertThat(plan.remarks().getFirst())
        .contains("n1 is at 2.00", "2 would wait as long elsewhere");
  }

  @Test
  void theReasonHasTheFiguresThatDecided() {
    Plan plan = plan(nodes(1, 1), crowd(2, "n1"));
    assertThat(plan.moves().getFirst().reason().text())
        .isEqualTo(
            "c1 wants 1.00 carriers; n1 is at 2.00 of its 1, n2 would be at 1.00 of its 1;"
                + " expected to win 5000 ms for a cost of 10 ms");
  }

  @Test
  void aCellTooHeavyToPayStays() {
    long tenGigabytes = 10_000_000_000L;
    List<CellLoad> cells =
        List.of(
            CellLoad.of(1, "n1", SECOND, 1, tenGigabytes),
            CellLoad.of(2, "n1", SECOND, 1, tenGigabytes));
    Plan plan = plan(nodes(1, 1), cells);
    assertThat(plan.moves()).isEmpty();
    assertThat(plan.remarks().getFirst()).contains("2 would win less than a move costs");
  }

  @Test
  void ofEqualCellsTheLightestGoes() {
    List<CellLoad> cells =
        List.of(CellLoad.of(1, "n1", SECOND, 1, 5_000_000), CellLoad.of(2, "n1", SECOND, 1, 1_000));
    assertThat(plan(nodes(1, 1), cells).moves().getFirst().cell()).isEqualTo(new CellId(2));
  }

  @Test
  void whatHasOnlyJustBegunStays() {
    List<CellLoad> cells =
        crowd(2, "n1").stream().map(cell -> startedAt(cell, NOW.minusMillis(5))).toList();
    assertThat(plan(nodes(1, 1), cells).moves()).isEmpty();
    List<CellLoad> later =
        crowd(2, "n1").stream().map(cell -> startedAt(cell, NOW.minusMillis(500))).toList();
    assertThat(plan(nodes(1, 1), later).moves()).hasSize(1);
  }

  @Test
  void aCellThatMovedAMomentAgoStays() {
    List<CellLoad> cells =
        crowd(2, "n1").stream().map(cell -> moved(cell, NOW.minusSeconds(1), 1)).toList();
    Plan plan = plan(nodes(1, 1), cells);
    assertThat(plan.moves()).isEmpty();
    assertThat(plan.remarks().getFirst()).contains("2 moved a moment ago");
  }

  @Test
  void aCellThatMovedOftenStaysLonger() {
    List<CellLoad> once =
        crowd(2, "n1").stream().map(cell -> moved(cell, NOW.minusSeconds(5), 1)).toList();
    List<CellLoad> often =
        crowd(2, "n1").stream().map(cell -> moved(cell, NOW.minusSeconds(5), 4)).toList();
    assertThat(plan(nodes(1, 1), once).moves()).hasSize(1);
    assertThat(plan(nodes(1, 1), often).moves()).isEmpty();
  }

  @Test
  void aPinnedCellIsNamedWithItsObstacle() {
    List<CellLoad> cells =
        crowd(2, "n1").stream().map(cell -> obstructed(cell, "pinned at Census.java:12")).toList();
    Plan plan = plan(nodes(1, 1), cells);
    assertThat(plan.moves()).isEmpty();
    assertThat(plan.remarks().getFirst()).contains("2 cannot move (pinned at Census.java:12)");
  }

  @Test
  void cordonedAndDrainingNodesGetNothing() {
    List<NodeLoad> nodes =
        List.of(
            NodeLoad.up("n1", 1),
            new NodeLoad(new NodeId("n2"), 1, new TreeMap<>(), NodeState.CORDONED, Long.MAX_VALUE),
            new NodeLoad(new NodeId("n3"), 1, new TreeMap<>(), NodeState.DRAINING, Long.MAX_VALUE));
    Plan plan = plan(nodes, crowd(4, "n1"));
    assertThat(plan.moves()).isEmpty();
    assertThat(plan.remarks().getFirst()).contains("4 may run on no other node that is up");
  }

  @Test
  void labelsAndRoomAreKept() {
    List<NodeLoad> nodes =
        List.of(
            NodeLoad.up("n1", 1),
            new NodeLoad(
                new NodeId("n2"), 1, new TreeMap<>(Map.of("zone", "eu")), NodeState.UP, 500),
            new NodeLoad(
                new NodeId("n3"),
                1,
                new TreeMap<>(Map.of("zone", "eu")),
                NodeState.UP,
                Long.MAX_VALUE));
    List<CellLoad> cells = crowd(2, "n1").stream().map(cell -> inZone(cell, "eu")).toList();
    assertThat(plan(nodes, cells).moves())
        .extracting(Plan.PlannedMove::to)
        .containsOnly(new NodeId("n3"));
  }

  @Test
  void parkedCellsDoNotMove() {
    List<CellLoad> parked =
        LongStream.rangeClosed(10, 1_000)
            .mapToObj(cell -> CellLoad.of(cell, "n1", 0, 0, 100))
            .toList();
    Plan plan = plan(nodes(1, 1), joined(crowd(2, "n1"), parked));
    assertThat(plan.moves()).extracting(move -> move.cell().number()).containsExactly(1L);
  }

  @Test
  void theSameViewInAnyOrderGivesTheSamePlan() {
    List<CellLoad> cells = skewed(200, new Random(1));
    Plan plan = plan(nodes(2, 2, 4), cells);
    List<CellLoad> shuffled = new ArrayList<>(cells);
    Collections.shuffle(shuffled, new Random(2));
    assertThat(plan(nodes(2, 2, 4).reversed(), shuffled)).isEqualTo(plan);
  }

  @Test
  void planAfterPlanComesToRest() {
    for (int seed = 0; seed < 200; seed++) {
      LoadView view = new LoadView(NOW, nodes(1, 2, 4, 1), skewed(30, new Random(seed)));
      int plans = 0;
      for (Plan plan = GreedyRefine.DEFAULT.plan(view);
          !plan.moves().isEmpty();
          plan = GreedyRefine.DEFAULT.plan(view)) {
        LoadView after = view.after(plan);
        view = new LoadView(view.now().plusSeconds(600), after.nodes(), after.cells());
        plans++;
        assertThat(plans).as("seed %d", seed).isLessThan(5);
      }
    }
  }

  @Test
  void theMostPressedNodeIsNearTheBestPossibleAndFewCellsMove() {
    for (int seed = 0; seed < 100; seed++) {
      LoadView view = new LoadView(NOW, nodes(2, 2, 2, 2, 2, 2), skewed(120, new Random(seed)));
      Plan plan = GreedyRefine.DEFAULT.plan(view);
      double best = view.cells().stream().mapToDouble(CellLoad::demand).sum() / 12;
      assertThat(worst(view.after(plan))).as("seed %d", seed).isLessThan(best / 0.9 + 0.51);
      assertThat(plan.moves()).extracting(Plan.PlannedMove::cell).doesNotHaveDuplicates();
    }
  }

  @Test
  void manyNodesArePlannedInOneGo() {
    int count = 200;
    int[] carriers = new int[count];
    java.util.Arrays.fill(carriers, 4);
    List<CellLoad> cells = new ArrayList<>();
    for (int i = 0; i < 8 * count; i++) {
      cells.add(CellLoad.of(i + 1, "n" + (1 + i % 50), SECOND / 8, 1, 1_000));
    }
    Plan plan =
        new GreedyRefine(CostModel.DEFAULT, Damping.DEFAULT, 100_000)
            .plan(new LoadView(NOW, nodes(carriers), cells));
    assertThat(worst(new LoadView(NOW, nodes(carriers), cells).after(plan)))
        .isLessThanOrEqualTo(2.0);
  }

  private static double worst(LoadView view) {
    return new Allocation(view)
        .sites().stream().mapToDouble(Allocation.Site::pressure).max().orElseThrow();
  }

  /** Most cells on the first node, as when one job spawned them all there. */
  private static List<CellLoad> skewed(int count, Random random) {
    List<CellLoad> cells = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String on = random.nextInt(4) == 0 ? "n2" : "n1";
      boolean ready = random.nextInt(3) > 0;
      long cpu = ready ? SECOND / count : random.nextInt(300_000_000);
      cells.add(CellLoad.of(i, on, cpu, ready ? 1 : 0, random.nextInt(100_000)));
    }
    return cells;
  }

  private static List<CellLoad> joined(List<CellLoad> one, List<CellLoad> two) {
    List<CellLoad> all = new ArrayList<>(one);
    all.addAll(two);
    return all;
  }

  private static List<CellLoad> shifted(List<CellLoad> cells, long by) {
    return cells.stream()
        .map(cell ->
            CellLoad.of(
                cell.cell().number() + by,
                cell.on().name(),
                cell.cpuNanosPerSecond(),
                cell.ready(),
                cell.bytes()))
        .toList();
  }

  private static CellLoad startedAt(CellLoad cell, Instant at) {
    return new CellLoad(
        cell.cell(),
        cell.on(),
        cell.cpuNanosPerSecond(),
        cell.ready(),
        cell.bytes(),
        null,
        cell.requires(),
        at,
        null,
        0);
  }

  private static CellLoad moved(CellLoad cell, Instant at, int times) {
    return new CellLoad(
        cell.cell(),
        cell.on(),
        cell.cpuNanosPerSecond(),
        cell.ready(),
        cell.bytes(),
        null,
        cell.requires(),
        null,
        at,
        times);
  }

  private static CellLoad obstructed(CellLoad cell, String obstacle) {
    return new CellLoad(
        cell.cell(),
        cell.on(),
        cell.cpuNanosPerSecond(),
        cell.ready(),
        cell.bytes(),
        obstacle,
        cell.requires(),
        null,
        null,
        0);
  }

  private static CellLoad inZone(CellLoad cell, String zone) {
    return new CellLoad(
        cell.cell(),
        cell.on(),
        cell.cpuNanosPerSecond(),
        cell.ready(),
        cell.bytes(),
        null,
        new TreeMap<>(Map.of("zone", zone)),
        null,
        null,
        0);
  }

  @Test
  void aNewNodeIsFilledWithoutAnybodyMovingBackAndForth() {
    List<CellLoad> cells = crowd(12, "n1");
    LoadView view = new LoadView(NOW, nodes(2), cells);
    int moves = 0;
    for (int tick = 0; tick < 60; tick++) {
      Instant now = NOW.plus(Duration.ofSeconds(tick));
      List<NodeLoad> nodes = tick < 10 ? nodes(2) : tick < 30 ? nodes(2, 2) : nodes(2, 2, 2);
      view = new LoadView(now, nodes, view.cells());
      Plan plan = GreedyRefine.DEFAULT.plan(view);
      moves += plan.moves().size();
      view = view.after(plan);
    }
    assertThat(placed(view).values()).containsOnly(4L);
    assertThat(moves).isEqualTo(10);
  }
}
