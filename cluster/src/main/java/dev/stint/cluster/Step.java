package dev.stint.cluster;

import java.util.List;

/** Where a cell is after an event, and what has to be done. */
record Step(CellState next, List<CellEffect> effects) {
  Step {
    effects = List.copyOf(effects);
  }

  static Step to(CellState next, CellEffect... effects) {
    return new Step(next, List.of(effects));
  }
}
