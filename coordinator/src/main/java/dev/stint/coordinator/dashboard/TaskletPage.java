package dev.stint.coordinator.dashboard;

import dev.stint.cluster.MoveView;
import dev.stint.proto.StackLine;
import dev.stint.proto.TaskletDescription;
import java.util.ArrayList;
import java.util.List;

/**
 * One tasklet.
 *
 * @param stuck why it cannot move now; empty if it can
 * @param waitsFor what it waits for; empty if it does not
 * @param route its hops, oldest first, with how long each took
 */
public record TaskletPage(
    String id,
    String job,
    String node,
    String state,
    double cpuMillis,
    long moves,
    String stuck,
    String waitsFor,
    List<Frame> stack,
    List<Hop> route) {

  /** A line of its Java stack, with locals as "name = value". */
  public record Frame(String text, List<String> locals) {}

  /** A move that was committed. */
  public record Hop(String from, String to, long atMillis, double millis, String why) {}

  /** The page, from what its node says and the moves that are remembered of it. */
  public static TaskletPage of(TaskletDescription tasklet, List<MoveView> moves) {
    List<Hop> route = new ArrayList<>();
    for (MoveView move : moves) {
      if (move.outcome() == MoveView.Outcome.COMMITTED && move.endedAt() != null) {
        route.add(
            new Hop(
                move.from().node().name(),
                move.to().node().name(),
                move.endedAt().toEpochMilli(),
                OverviewPage.millis(MoveHistory.frozen(move)),
                move.reason().text()));
      }
    }
    return new TaskletPage(
        tasklet.getTaskletId(),
        tasklet.getJobId(),
        tasklet.getNode(),
        Words.of(tasklet.getState()),
        OverviewPage.round(tasklet.getCpuNanos() / 1e6),
        tasklet.getMoves(),
        tasklet.getStuck(),
        tasklet.getWaitsFor(),
        tasklet.getStackList().stream().map(TaskletPage::frame).toList(),
        route);
  }

  private static Frame frame(StackLine line) {
    return new Frame(line.getText(), List.copyOf(line.getLocalsList()));
  }
}
