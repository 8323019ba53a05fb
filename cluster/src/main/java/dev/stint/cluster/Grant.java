package dev.stint.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The authority's record of a range of cells that a process holds. A cell leaves it when it ends or
 * gets a {@link CellRecord} of its own.
 */
final class Grant {
  final CellRange range;
  final JobRun run;
  final NodeProcess owner;

  /** How many cells, from the first on, are said to be in use or to have been. */
  int started;

  /** Cells that have ended or have a record of their own. */
  final TreeSet<CellId> left = new TreeSet<>();

  Grant(CellRange range, JobRun run, NodeProcess owner) {
    this.range = range;
    this.run = run;
    this.owner = owner;
  }

  boolean holds(CellId cell) {
    return range.contains(cell) && !left.contains(cell);
  }

  void startedUpTo(CellId cell) {
    started = Math.max(started, Math.toIntExact(cell.number() - range.first().number()) + 1);
  }

  void leave(CellId cell) {
    startedUpTo(cell);
    left.add(cell);
  }

  boolean isUsedUp() {
    return left.size() == range.count();
  }

  /** The cells in use here. */
  List<CellId> inUse() {
    List<CellId> cells = new ArrayList<>();
    for (int i = 0; i < started; i++) {
      CellId cell = range.at(i);
      if (!left.contains(cell)) {
        cells.add(cell);
      }
    }
    return cells;
  }
}
