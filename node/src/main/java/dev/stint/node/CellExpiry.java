package dev.stint.node;

import dev.stint.cluster.CellId;
import dev.stint.cluster.CellState;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.NodeMachine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices cells of which nothing has been heard for longer than a message can be under way:
 * tombstones that have done their work, and images whose rest never came. Owned by the loop.
 */
final class CellExpiry {
  /** How long a message can be under way. */
  static final Duration AFTER = Duration.ofSeconds(60);

  private final Loop loop;
  private final NodeMachine machine;
  private final Consumer<CellId> expired;
  private final Map<CellId, Mark> watched = new HashMap<>();

  /**
   * Watches no cell yet.
   *
   * @param expired hears of each cell whose time is over
   */
  CellExpiry(Loop loop, NodeMachine machine, Consumer<CellId> expired) {
    this.loop = loop;
    this.machine = machine;
    this.expired = expired;
  }

  /** Something may have happened to a cell: its time begins anew if so. */
  void watch(CellId cell) {
    Mark mark = markOf(machine.state(cell));
    if (mark == null) {
      watched.remove(cell);
    } else if (!mark.equals(watched.put(cell, mark))) {
      loop.after(AFTER, () -> look(cell, mark));
    }
  }

  private void look(CellId cell, Mark mark) {
    if (watched.remove(cell, mark)) {
      expired.accept(cell);
    }
  }

  private static @Nullable Mark markOf(CellState state) {
    return switch (state) {
      case CellState.Released released -> new Mark(released.epoch(), -1);
      case CellState.Staging staging -> new Mark(staging.attempt(), staging.pieces().size());
      default -> null;
    };
  }

  /** Tells one state of a cell from another, without its image. */
  private record Mark(Epoch attempt, int pieces) {}
}
