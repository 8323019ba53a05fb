package dev.stint.cluster.balance;

import dev.stint.cluster.CellId;
import dev.stint.cluster.NodeId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the load at one moment. A cell on a node that is not in the view is left alone.
 *
 * @param now the moment, for how long ago something was
 * @param nodes by name
 * @param cells by number
 */
public record LoadView(Instant now, List<NodeLoad> nodes, List<CellLoad> cells) {
  /** Copies and sorts, so that the order in which reports came changes nothing. */
  public LoadView {
    nodes = nodes.stream().sorted(Comparator.comparing(NodeLoad::node)).toList();
    cells = cells.stream().sorted(Comparator.comparing(CellLoad::cell)).toList();
  }

  /** The view as it will be when a plan has been carried out. */
  public LoadView after(Plan plan) {
    Map<CellId, NodeId> targets = new HashMap<>();
    plan.moves().forEach(move -> targets.put(move.cell(), move.to()));
    return new LoadView(
        now,
        nodes,
        cells.stream()
            .map(cell -> {
              NodeId target = targets.get(cell.cell());
              return target == null ? cell : cell.movedTo(target, now);
            })
            .toList());
  }
}
