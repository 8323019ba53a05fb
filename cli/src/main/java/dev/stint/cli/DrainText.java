package dev.stint.cli;

import dev.stint.client.DrainView;
import dev.stint.client.TaskletView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a drain as one line. */
final class DrainText {
  private static final int STUCK_SHOWN = 10;

  private DrainText() {}

  /** What a drain is going to move, and what will keep it. */
  static List<String> touched(String node, List<TaskletView> tasklets) {
    List<String> lines = new ArrayList<>();
    Map<String, Long> jobs =
        tasklets.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.job().value(), TreeMap::new, Collectors.counting()));
    String of = jobs.isEmpty() ? "" : " of " + Shown.count(jobs.size(), "job");
    lines.add(node + " is drained of " + Shown.count(tasklets.size(), "tasklet") + of);
    jobs.forEach((job, count) -> lines.add("  " + job + ": " + Shown.count(count, "tasklet")));
    tasklets.stream()
        .filter(each -> !each.stuck().isEmpty())
        .limit(STUCK_SHOWN)
        .forEach(each -> lines.add("  " + each.id() + " cannot move now: " + each.stuck()));
    return lines;
  }

  static String of(String node, DrainView drain) {
    String figures =
        drain.moved() + " moved, " + drain.pinned() + " pinned, " + drain.lost() + " lost";
    if (drain.finished()) {
      return node + " drained: " + figures + (drain.left() == 0 ? "" : ", " + left(drain));
    }
    return node + " drains: " + figures + ", " + left(drain);
  }

  private static String left(DrainView drain) {
    String stuck = drain.stuck().isEmpty() ? "" : " (" + String.join("; ", drain.stuck()) + ")";
    return drain.left() + " still there" + stuck;
  }
}
