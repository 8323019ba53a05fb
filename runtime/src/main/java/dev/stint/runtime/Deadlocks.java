package dev.stint.runtime;

import dev.stint.DeadlockException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a job whose tasklets are all here can go on: if each waits for a channel or for
 * another's end, without a deadline, and no thread of the program lives that might end the job,
 * nothing will ever wake one.
 *
 * <p>Tasklets are not stopped for the look. It is taken twice: who is parked on the same wait at
 * both looks was so in between, hence all were at once, and what nobody can wake then stays.
 */
final class Deadlocks {
  private static final int SHOWN = 20;
  private static final int SHOWN_FRAMES = 8;

  private final ResidentJob job;

  Deadlocks(ResidentJob job) {
    this.job = job;
  }

  /** Throws in the root if the job is stuck; returns whether it is. */
  boolean breakIfStuck(Cell root, Collection<Cell> cells) {
    Map<CellId, Wait> first = waits(cells);
    if (first == null || !first.containsKey(root.id())) {
      return false;
    }
    Map<CellId, Wait> second = waits(cells);
    if (!first.equals(second) || !job.threads().keepingAlive().isEmpty()) {
      return false;
    }
    job.interrupt(root, Parcel.thrown(new DeadlockException(text(root.id(), first)), root.side()));
    return true;
  }

  /**
   * What each live tasklet waits for; null if one may still be woken. An operator may resume a
   * paused one, where there are operators.
   */
  private @Nullable Map<CellId, Wait> waits(Collection<Cell> cells) {
    Map<CellId, Wait> waits = new HashMap<>();
    for (Cell cell : cells) {
      LiveTasklet tasklet = cell.tasklet();
      TaskletState state = tasklet.state();
      if (state.status().isTerminal()) {
        continue;
      }
      Wait wait = tasklet.waiting();
      if (state == TaskletState.PAUSED && job.scheduler().order() != null) {
        continue;
      }
      boolean parked = state == TaskletState.PARKED || state == TaskletState.PINNED_PARKED;
      if (!parked || wait == null || wait.isDone() || !tasklet.requests().isEmpty()) {
        return null;
      }
      if (!wait.what().onlyOthersEndIt()) {
        return null;
      }
      waits.put(cell.id(), wait);
    }
    return waits;
  }

  // ---- in words

  private String text(CellId root, Map<CellId, Wait> waits) {
    StringBuilder text = new StringBuilder();
    text.append(
        waits.size() == 1
            ? "the last tasklet waits for what nobody will do"
            : "all " + waits.size() + " tasklets wait for each other");
    String circle = circle(waits);
    if (!circle.isEmpty()) {
      text.append(": ").append(circle);
    }
    int shown = 0;
    for (CellId cell : inOrder(root, waits)) {
      if (shown++ == SHOWN) {
        text.append("\n  and ").append(waits.size() - SHOWN).append(" more");
        break;
      }
      describe(cell, waits.get(cell), text);
    }
    return text.toString();
  }

  private void describe(CellId cell, @Nullable Wait wait, StringBuilder text) {
    text.append("\n  tasklet ").append(cell.tasklet()).append(" waits for ");
    text.append(wait == null ? "nothing" : wait.what().text());
    job.stack(cell)
        .ifPresent(stack ->
            stack.frames().stream()
                .limit(SHOWN_FRAMES)
                .forEach(frame -> text.append("\n      at ").append(frame.at())));
  }

  /** The root, whom it joins, whom that one joins, and so on; then the others. */
  private static Set<CellId> inOrder(CellId root, Map<CellId, Wait> waits) {
    Set<CellId> order = new LinkedHashSet<>();
    CellId next = root;
    while (next != null && order.add(next)) {
      next = joinedBy(next, waits);
    }
    waits.keySet().stream().sorted().forEach(order::add);
    return order;
  }

  /** Tasklets that join each other in a circle, or an empty string. */
  private static String circle(Map<CellId, Wait> waits) {
    Set<CellId> known = new LinkedHashSet<>();
    for (CellId start : waits.keySet().stream().sorted().toList()) {
      List<CellId> path = new ArrayList<>();
      CellId next = start;
      while (next != null && known.add(next)) {
        path.add(next);
        next = joinedBy(next, waits);
      }
      int begin = next == null ? -1 : path.indexOf(next);
      if (begin >= 0) {
        StringBuilder circle = new StringBuilder();
        path.subList(begin, path.size()).forEach(cell -> circle.append(cell).append(" -> "));
        return circle.append(next).toString();
      }
    }
    return "";
  }

  private static @Nullable CellId joinedBy(CellId cell, Map<CellId, Wait> waits) {
    Wait wait = waits.get(cell);
    return wait != null
            && wait.what() instanceof WaitFor.Joining joining
            && waits.containsKey(joining.cell())
        ? joining.cell()
        : null;
  }
}
