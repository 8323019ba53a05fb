package dev.stint.cluster.balance;

import dev.stint.cluster.CellId;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a strategy wants.
 *
 * @param moves in the order in which they should begin
 * @param remarks sentences on why a cell, a node or everything stays as it is
 */
public record Plan(List<PlannedMove> moves, List<String> remarks) {
  /** Copies the lists. */
  public Plan {
    moves = List.copyOf(moves);
    remarks = List.copyOf(remarks);
  }

  /**
   * A move that should be made.
   *
   * @param gain carrier time that the cell is expected to win
   * @param cost time that freezing, sending and thawing it is expected to take
   */
  public record PlannedMove(
      CellId cell, NodeId from, NodeId to, Duration gain, Duration cost, MoveReason reason) {}

  /** This plan's moves and remarks, then another's. */
  public Plan and(Plan other) {
    return new Plan(
        Stream.concat(moves.stream(), other.moves.stream()).toList(),
        Stream.concat(remarks.stream(), other.remarks.stream()).toList());
  }
}
