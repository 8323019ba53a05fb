package dev.stint.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The coordinators as one: a log of bytes that survives, and a leader that can crash at any time
 * and is replaced by one that has only the log.
 */
final class SimulatedCoordinator {
  /** How long an attempt may be pending before it is aborted, in ms. */
  static final int PATIENCE = 400;

  private static final int TICK = 150;
  private static final int MAX_COMMIT_MILLIS = 12;
  private static final int SNAPSHOT_EVERY = 64;

  private final SimulatedWorld world;
  private final SimulatedNetwork network;
  private final SimulationOracle oracle;
  private final Rules rules;
  private final boolean sendsBeforeLog;
  private final TreeMap<NodeId, SimulatedNode> nodes = new TreeMap<>();
  private final List<Bytes> log = new ArrayList<>();
  private Bytes snapshot;
  private int snapshotAt;
  private AuthorityMachine authority;
  private int term;

  SimulatedCoordinator(
      SimulatedWorld world, SimulatedNetwork network, SimulationOracle oracle, Mutant mutant) {
    this.world = world;
    this.network = network;
    this.oracle = oracle;
    this.rules = mutant.rules();
    this.sendsBeforeLog = mutant == Mutant.SEND_BEFORE_LOG;
    this.authority = new AuthorityMachine(new AuthorityState(), rules);
    this.snapshot = authority.snapshot();
    world.after(TICK, this::tick);
  }

  AuthorityMachine authority() {
    return authority;
  }

  void knows(SimulatedNode node) {
    nodes.put(node.id(), node);
  }

  /** A command came over the network; the answer goes back the same way. */
  void receive(Command command, Consumer<Answer> reply) {
    propose(command, answer -> network.send(() -> reply.accept(answer)));
  }

  /** Puts a command into the log and applies it. A leader that crashes before takes it along. */
  void propose(Command command, Consumer<Answer> reply) {
    int proposedIn = term;
    if (sendsBeforeLog) {
      apply(command, reply);
    }
    world.after(
        world.between(1, MAX_COMMIT_MILLIS),
        () -> {
          if (proposedIn == term) {
            log.add(CommandCodec.encode(command));
            if (!sendsBeforeLog) {
              apply(command, reply);
            }
            snapshotIfDue();
          }
        });
  }

  private void apply(Command command, Consumer<Answer> reply) {
    Applied applied = authority.apply(command);
    world.note(() -> "apply " + command + " -> " + applied.answer());
    oracle.applied(authority, command, applied);
    applied.effects().forEach(this::send);
    reply.accept(applied.answer());
  }

  private void snapshotIfDue() {
    if (log.size() - snapshotAt >= SNAPSHOT_EVERY && !sendsBeforeLog) {
      snapshot = authority.snapshot();
      snapshotAt = log.size();
    }
  }

  /** The leader dies; the next one has the latest snapshot and the log after it. */
  void crashLeader() {
    world.note(() -> "LEADER CRASH");
    term++;
    AuthorityMachine next = AuthorityMachine.restore(snapshot, rules);
    for (Bytes line : log.subList(snapshotAt, log.size())) {
      next.apply(CommandCodec.decode(line));
    }
    if (!sendsBeforeLog) {
      oracle.sameState(authority, next);
    }
    authority = next;
    authority.redrive().forEach(this::send);
  }

  private void send(Effect effect) {
    network.send(() -> {
      SimulatedNode node = nodes.get(effect.to().node());
      if (node != null) {
        node.receive(effect);
      }
    });
  }

  private void tick() {
    world.after(TICK, this::tick);
    authority.redrive().forEach(this::send);
    for (MoveView move : authority.pendingMoves()) {
      if (move.startedAt().plusMillis(PATIENCE).isBefore(world.now())) {
        propose(
            new Command.AbortMove(move.cell(), move.attempt(), "it took too long", world.now()),
            _ -> {});
      }
    }
    startQueued();
  }

  private void startQueued() {
    List<NodeView> up =
        authority.nodes().stream().filter(node -> node.state() == NodeState.UP).toList();
    for (JobView job : authority.jobs()) {
      if (job.state() == JobState.QUEUED && !up.isEmpty()) {
        NodeId node = up.get(world.below(up.size())).id();
        propose(new Command.StartJob(job.id(), node, world.now()), _ -> {});
      }
    }
  }
}
