package dev.stint.cluster;

import java.util.List;

/** A node that can crash and start anew: one process after the other. */
final class SimulatedNode {
  private static final int MAX_START_MILLIS = 120;

  private final SimulatedCluster cluster;
  private final NodeId id;
  private int lives;
  private SimulatedProcess current;

  SimulatedNode(SimulatedCluster cluster, String name) {
    this.cluster = cluster;
    this.id = new NodeId(name);
    start();
  }

  NodeId id() {
    return id;
  }

  boolean isAlive() {
    return current != null;
  }

  /** The process as which it takes part, or null before it is registered. */
  NodeProcess process() {
    return machine() == null ? null : machine().process();
  }

  /** Its cells, or null before it is registered. */
  NodeMachine machine() {
    return current == null ? null : current.machine();
  }

  /** The cells whose tasklets run here now. */
  List<CellId> running() {
    return current == null ? List.of() : current.running();
  }

  void start() {
    lives++;
    current = new SimulatedProcess(cluster, id, id + "-life-" + lives, this::startAnew);
    cluster.world.after(cluster.world.between(1, MAX_START_MILLIS), current::tick);
  }

  void crash() {
    SimulatedProcess dying = current;
    cluster.world.note(() -> "CRASH " + dying);
    dying.die();
    current = null;
  }

  /** The authority fenced this process: it drops everything and registers as a new one. */
  private void startAnew() {
    crash();
    start();
  }

  void receive(Effect effect) {
    if (current != null) {
      current.receive(effect);
    }
  }

  void transfer(NodeProcess addressee, CellId cell, CellEvent.TransferReceived piece) {
    if (current != null) {
      current.message(addressee, cell, piece);
    }
  }
}
