package dev.stint.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A coordinator and some nodes, with a stream of jobs, moves and faults: first everything goes
 * wrong, then faults stop and everything must come to rest.
 */
final class SimulatedCluster {
  /** Longer than any message lives. */
  static final int MESSAGE_LIFE_MILLIS = 4_000;

  private static final int NODES = 3;
  private static final int JOBS = 3;
  private static final JobId CANCELLED = new JobId("job-2");
  private static final int CHAOS_MILLIS = 6_000;
  private static final int REST_MILLIS = 30_000;
  private static final int CALM_MILLIS = 2_500;
  private static final int LOOK_MILLIS = 500;

  final SimulatedWorld world;
  final SimulatedNetwork network;
  final SimulationOracle oracle;
  final SimulatedCoordinator coordinator;
  final Mutant mutant;
  private final TreeMap<NodeId, SimulatedNode> nodes = new TreeMap<>();
  private final boolean crashes;
  private boolean chaos = true;

  SimulatedCluster(long seed, Mutant mutant, boolean tracing) {
    this.world = new SimulatedWorld(seed, tracing);
    this.mutant = mutant;
    // Every third run is without crashes and fences: there nothing at all may be lost.
    this.crashes = seed % 3 != 0;
    this.network = new SimulatedNetwork(world, SimulatedNetwork.Faults.BAD);
    this.oracle = new SimulationOracle(nodes, crashes, mutant);
    this.coordinator = new SimulatedCoordinator(world, network, oracle, mutant);
    for (int i = 1; i <= NODES; i++) {
      SimulatedNode node = new SimulatedNode(this, "n" + i);
      nodes.put(node.id(), node);
      coordinator.knows(node);
    }
  }

  void transfer(NodeProcess addressee, CellId cell, CellEvent.TransferReceived piece) {
    SimulatedNode node = nodes.get(addressee.node());
    if (node != null) {
      node.transfer(addressee, cell, piece);
    }
  }

  /** Runs both phases; throws {@link SimulationOracle.Violation} if an invariant breaks. */
  SimulationOracle run() {
    for (int i = 0; i < JOBS; i++) {
      submit(i);
    }
    world.after(50, this::disturb);
    runUntil(CHAOS_MILLIS);
    settle();
    for (long end = CHAOS_MILLIS + CALM_MILLIS;
        end <= CHAOS_MILLIS + REST_MILLIS;
        end += LOOK_MILLIS) {
      runUntil(end);
      if (oracle.restless(coordinator.authority()).isEmpty()) {
        break;
      }
    }
    oracle.atRest(coordinator.authority());
    return oracle;
  }

  private void runUntil(long limit) {
    while (world.step(limit)) {
      oracle.check(coordinator.authority());
    }
  }

  private void submit(int number) {
    JobRequest request =
        new JobRequest(
            new JobId("job-" + number),
            "counting",
            new Digest("a".repeat(64)),
            new Digest("b".repeat(64)),
            new TreeMap<>(),
            null,
            number % 2 == 0 ? 50 : 0);
    coordinator.propose(
        new Command.SubmitJob(request, world.now()),
        // A leader that crashes takes the proposal along, as for any client: ask again.
        _ -> {});
    world.after(
        300,
        () -> {
          if (coordinator.authority().job(request.id()).isEmpty()) {
            submit(number);
          }
        });
  }

  // ---- what goes wrong

  private void disturb() {
    if (!chaos) {
      return;
    }
    world.after(world.between(5, 60), this::disturb);
    int dice = world.below(100);
    if (dice < 70) {
      move();
    } else if (dice < 76) {
      coordinator.crashLeader();
    } else if (dice < 82) {
      changeNode();
    } else if (dice < 84) {
      abortSomething();
    } else if (dice < 85) {
      coordinator.propose(
          new Command.CancelJob(CANCELLED, world.chance(0.5), "chaos", world.now()), _ -> {});
    } else if (crashes && dice < 87) {
      crashSomeNode();
    } else if (crashes && dice < 88) {
      suspectSomeNode();
    }
  }

  /** Often the same cell again, so that its attempts get into each other's way. */
  private void move() {
    List<SimulatedNode> up =
        nodes.values().stream().filter(node -> node.process() != null).toList();
    if (up.isEmpty()) {
      return;
    }
    List<CellView> cells =
        up.stream()
            .flatMap(node -> coordinator.authority().cellsOn(node.process()).stream())
            .sorted(Comparator.comparing(CellView::cell))
            .limit(5)
            .toList();
    if (cells.isEmpty()) {
      return;
    }
    CellId cell = cells.get(world.below(cells.size())).cell();
    NodeId target = up.get(world.below(up.size())).id();
    coordinator.propose(
        new Command.StartMove(
            List.of(cell), target, new MoveReason(MoveReason.Kind.OPERATOR, "chaos"), world.now()),
        _ -> {});
  }

  private void abortSomething() {
    for (MoveView move : coordinator.authority().pendingMoves()) {
      coordinator.propose(
          new Command.AbortMove(move.cell(), move.attempt(), "chaos", world.now()), _ -> {});
    }
  }

  private void changeNode() {
    NodeId node = someNode().id();
    coordinator.propose(
        switch (world.below(4)) {
          case 0 -> new Command.Cordon(node);
          case 1 -> new Command.Drain(node);
          default -> new Command.Uncordon(node);
        },
        _ -> {});
  }

  private void crashSomeNode() {
    SimulatedNode node = someNode();
    if (!node.isAlive()) {
      return;
    }
    NodeProcess dead = node.process();
    node.crash();
    world.after(world.between(50, 1_500), node::start);
    if (dead != null) {
      world.after(world.between(20, 900), () -> gone(dead));
    }
  }

  private void suspectSomeNode() {
    NodeProcess suspect = someNode().process();
    if (suspect != null) {
      gone(suspect);
    }
  }

  private void gone(NodeProcess process) {
    coordinator.propose(new Command.NodeGone(process, "no heartbeat", world.now()), _ -> {});
  }

  private SimulatedNode someNode() {
    return List.copyOf(nodes.values()).get(world.below(nodes.size()));
  }

  /** Faults stop: all nodes come back and take work. */
  private void settle() {
    world.note(() -> "FAULTS STOP");
    chaos = false;
    network.heal();
    // Late messages of the bad time may still cordon or drain: after them.
    world.after(CALM_MILLIS / 2, this::uncordonAll);
  }

  private void uncordonAll() {
    nodes.keySet().forEach(node -> coordinator.propose(new Command.Uncordon(node), _ -> {}));
  }

  String trace() {
    return world.trace();
  }
}
