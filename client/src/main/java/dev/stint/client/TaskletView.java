package dev.stint.client;

import dev.stint.TaskletId;
import dev.stint.TaskletStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A tasklet.
 *
 * @param node the name of the node it is on
 * @param stuck why it cannot move now; empty if it can
 * @param waitsFor what it waits for; empty if for nothing
 * @param stack its Java stack, innermost frame first; empty unless asked for
 * @param route where it has been
 */
public record TaskletView(
    TaskletId id,
    JobId job,
    String node,
    TaskletStatus status,
    Duration cpu,
    long moves,
    String stuck,
    String waitsFor,
    List<Line> stack,
    List<Hop> route) {
  public TaskletView {
    stack = List.copyOf(stack);
    route = List.copyOf(route);
  }

  /** One frame, with its locals as {@code name = value}. */
  public record Line(String text, List<String> locals) {
    public Line {
      locals = List.copyOf(locals);
    }
  }

  /** One move. */
  public record Hop(String from, String to, Instant at, String reason) {}
}
