package dev.stint.cluster.balance;

import dev.stint.cluster.MoveReason;
import dev.stint.cluster.NodeState;
import dev.stint.cluster.balance.Allocation.Site;
import dev.stint.cluster.balance.Plan.PlannedMove;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Empties draining nodes: all their cells, results that nobody has read yet included, go to
 * whichever node would be least pressed. Costs do not matter here; what cannot move is named.
 *
 * @param costs for the figures in the plan
 * @param maxMoves most moves in one plan
 */
public record Drain(CostModel costs, int maxMoves) implements Strategy {
  /** The default figures, at most 4096 moves in one plan. */
  public static final Drain DEFAULT = new Drain(CostModel.DEFAULT, 4096);

  @Override
  public Plan plan(LoadView view) {
    Allocation allocation = new Allocation(view);
    List<PlannedMove> moves = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (Site site : allocation.sites()) {
      if (site.node.state() == NodeState.DRAINING) {
        empty(allocation, site, moves, remarks);
      }
    }
    return new Plan(moves, remarks);
  }

  private void empty(
      Allocation allocation, Site source, List<PlannedMove> moves, List<String> remarks) {
    int total = source.cells.size();
    for (CellLoad cell : Allocation.heaviestFirst(source)) {
      if (moves.size() == maxMoves) {
        remarks.add(source.id() + " has more cells than one plan may move; the next plan goes on");
        return;
      }
      String obstacle = cell.obstacle();
      Optional<Site> target = allocation.bestTarget(cell, source);
      if (obstacle != null) {
        remarks.add(cell.cell() + " stays on draining " + source.id() + ": " + obstacle);
      } else if (target.isEmpty()) {
        remarks.add(
            cell.cell()
                + " stays on draining "
                + source.id()
                + ": no other node that is up may take it");
      } else {
        moves.add(move(cell, source, target.get(), total));
        allocation.move(cell, source, target.get());
      }
    }
  }

  private PlannedMove move(CellLoad cell, Site source, Site target, int total) {
    String text =
        source.id()
            + " is draining, with "
            + total
            + (total == 1 ? " cell" : " cells")
            + "; "
            + target.id()
            + " is the least pressed node that may take "
            + cell.cell();
    return new PlannedMove(
        cell.cell(),
        source.id(),
        target.id(),
        Duration.ZERO,
        costs.cost(cell.bytes()),
        new MoveReason(MoveReason.Kind.DRAIN, text));
  }
}
