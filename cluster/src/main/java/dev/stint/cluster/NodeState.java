package dev.stint.cluster;

/**
 * Whether a node gets work.
 *
 * <pre>
 * UP       -> CORDONED   Cordon: keeps its cells, gets none
 * UP, CORDONED -> DRAINING  Drain: gets none, all its cells are to be moved away
 * CORDONED, DRAINING -> UP  Uncordon
 * any      -> GONE       NodeGone: its process is fenced
 * GONE     -> UP         RegisterNode by a new process
 * </pre>
 */
public enum NodeState {
  UP,
  CORDONED,
  DRAINING,
  GONE
}
