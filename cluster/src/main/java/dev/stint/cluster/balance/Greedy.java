package dev.stint.cluster.balance;

import dev.stint.cluster.CellId;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.balance.Allocation.Site;
import dev.stint.cluster.balance.Plan.PlannedMove;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Places everything anew, the heaviest cells first, each on the node that is then least pressed:
 * near the best possible balance, at the price of moving most cells. For a cluster that changed
 * much, such as after a deploy. Longest processing time first (Graham, 1969).
 *
 * @param costs for the figures in the plan
 */
public record Greedy(CostModel costs) implements Strategy {
  /** With the default figures. */
  public static final Greedy DEFAULT = new Greedy(CostModel.DEFAULT);

  @Override
  public Plan plan(LoadView view) {
    TreeMap<CellId, CellLoad> free = new TreeMap<>();
    view.cells().stream()
        .filter(cell -> cell.obstacle() == null)
        .forEach(cell -> free.put(cell.cell(), cell));
    List<CellLoad> fixed =
        view.cells().stream().filter(cell -> !free.containsKey(cell.cell())).toList();
    Allocation allocation = new Allocation(new LoadView(view.now(), view.nodes(), fixed));
    List<PlannedMove> moves = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    List<CellLoad> heaviestFirst = new ArrayList<>(free.values());
    heaviestFirst.sort(
        Comparator.comparingDouble(CellLoad::demand).reversed().thenComparing(CellLoad::cell));
    for (CellLoad cell : heaviestFirst) {
      place(allocation, cell, moves, remarks);
    }
    return new Plan(moves, remarks);
  }

  private void place(
      Allocation allocation, CellLoad cell, List<PlannedMove> moves, List<String> remarks) {
    Optional<Site> target = allocation.leastPressed(cell);
    if (target.isEmpty()) {
      remarks.add(cell.cell() + " stays on " + cell.on() + ": no node that is up may take it");
      return;
    }
    Site site = target.get();
    NodeId from = cell.on();
    String text =
        String.format(
            Locale.ROOT,
            "%s wants %.2f carriers; everything is placed anew and %s was at %.2f of its %d",
            cell.cell(),
            cell.demand(),
            site.id(),
            site.pressure(),
            site.node.carriers());
    allocation.place(cell, site);
    if (!site.id().equals(from)) {
      moves.add(
          new PlannedMove(
              cell.cell(),
              from,
              site.id(),
              Duration.ZERO,
              costs.cost(cell.bytes()),
              new MoveReason(MoveReason.Kind.BALANCE, text)));
    }
  }
}
