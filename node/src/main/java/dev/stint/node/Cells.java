package dev.stint.node;

import dev.stint.cluster.CellId;

/** The two words for a cell: the cluster's, and the runtime's, which knows no cluster. */
final class Cells {
  private Cells() {}

  static dev.stint.runtime.CellId toRuntime(CellId cell) {
    return new dev.stint.runtime.CellId(cell.number());
  }

  static CellId fromRuntime(dev.stint.runtime.CellId cell) {
    return new CellId(cell.number());
  }
}
