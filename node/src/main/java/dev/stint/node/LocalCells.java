package dev.stint.node;

import dev.stint.cluster.CellId;
import dev.stint.proto.CellMessage;
import dev.stint.proto.NodeRef;

/** The cells of this node, as seen by messages. Called on the loop. */
interface LocalCells {
  /** What became of a message. */
  enum Delivery {
    /** The cell has it. */
    TAKEN,
    /** The cell is between two nodes, one of them this. */
    NOT_NOW,
    /** The cell is not here. */
    ABSENT
  }

  /** Hands a message to the cell it is for, if that runs here. */
  Delivery deliver(CellMessage message);

  /** Whoever here waits for a cell is to ask again: it is on another node than before. */
  void peerMoved(CellId cell);

  /** Whether that is this process. */
  boolean isThisNode(NodeRef node);
}
