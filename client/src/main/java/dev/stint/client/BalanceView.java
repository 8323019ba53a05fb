package dev.stint.client;

import dev.stint.TaskletId;
import java.time.Duration;
import java.util.List;

/**
 * What the balancer would do at a moment.
 *
 * @param remarks sentences on why a tasklet, a node or everything stays as it is
 * @param paused whether it does nothing by itself
 */
public record BalanceView(List<Move> moves, List<String> remarks, boolean paused) {
  public BalanceView {
    moves = List.copyOf(moves);
    remarks = List.copyOf(remarks);
  }

  /**
   * A move that pays.
   *
   * @param gain carrier time that it is expected to win
   * @param cost time that freezing, sending and thawing are expected to take
   */
  public record Move(
      TaskletId tasklet, String from, String to, Duration gain, Duration cost, String reason) {}
}
