package dev.stint.cli;

import dev.stint.client.DrainView;

/** The figures of a drain as one line. */
final class DrainText {
  private DrainText() {}

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
