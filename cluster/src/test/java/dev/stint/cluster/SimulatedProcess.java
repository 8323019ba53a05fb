package dev.stint.cluster;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One life of a node: a {@link NodeMachine} between the network and fake tasklets. */
final class SimulatedProcess {
  private static final int TICK = 120;
  private static final int PIECE = 4;
  private static final double BAD_IMAGE = 0.03;
  private static final double RESULT_READ = 0.5;

  private final SimulatedCluster cluster;
  private final SimulatedWorld world;
  private final NodeId node;
  private final String key;
  private final Runnable fenced;
  private final SimulatedTasklets tasklets;
  private boolean dead;
  private NodeMachine machine;

  SimulatedProcess(SimulatedCluster cluster, NodeId node, String key, Runnable fenced) {
    this.cluster = cluster;
    this.world = cluster.world;
    this.node = node;
    this.key = key;
    this.fenced = fenced;
    this.tasklets = new SimulatedTasklets(cluster, this);
  }

  NodeMachine machine() {
    return machine;
  }

  List<CellId> running() {
    return tasklets.running();
  }

  void die() {
    dead = true;
  }

  @Override
  public String toString() {
    return machine == null ? key : machine.process().toString();
  }

  /** Runs later, unless the process has died meanwhile. */
  void later(long millis, Runnable action) {
    world.after(
        millis,
        () -> {
          if (!dead) {
            action.run();
          }
        });
  }

  // ---- towards the coordinator

  /** Calls the coordinator; the call or its return may be lost. */
  void report(Command command, Consumer<Answer> reply) {
    boolean[] answered = {false};
    Consumer<Answer> once =
        answer -> {
          // A call returns once, however often it is carried out.
          if (!dead && !answered[0]) {
            answered[0] = true;
            reply.accept(answer);
          }
        };
    cluster.network.send(() -> cluster.coordinator.receive(command, once));
  }

  private void report(Command command) {
    report(command, _ -> {});
  }

  /** What a process does every now and then: heartbeat, and reports that may have been lost. */
  void tick() {
    if (dead) {
      return;
    }
    world.after(TICK, this::tick);
    register();
    if (machine != null) {
      carryOut(machine.redrive());
      tasklets.reportBirths();
      tasklets.all().forEach(this::tend);
    }
  }

  private void register() {
    report(
        new Command.RegisterNode(node, key, node + ":1", new TreeMap<>(), 1, world.now()),
        answer -> {
          if (answer instanceof Answer.Registered registered && machine == null) {
            machine = new NodeMachine(registered.process(), cluster.mutant.rules());
          } else if (answer instanceof Answer.Fenced) {
            fenced.run();
          }
        });
  }

  /** Says again how an ended job ended, and lets a child's result be read. */
  private void tend(FakeTasklet tasklet) {
    CellId cell = tasklet.cell;
    if (!(machine.state(cell) instanceof CellState.Live live) || !live.finished()) {
      return;
    }
    if (cluster.oracle.isRoot(cell)) {
      end(cell, live.epoch(), new JobOutcome.Done(new Payload.Inline(tasklet.image()), 0));
    } else if (world.chance(RESULT_READ)) {
      apply(cell, new CellEvent.ResultTaken());
    }
  }

  private void end(CellId root, Epoch epoch, JobOutcome outcome) {
    JobRun run = machine.runOf(root).orElseThrow();
    report(new Command.JobEnded(run, machine.process(), root, epoch, outcome, world.now()));
  }

  // ---- from the coordinator and from other nodes

  void receive(Effect effect) {
    if (machine == null || !effect.to().equals(machine.process())) {
      return;
    }
    world.note(() -> node + " gets " + effect);
    switch (effect) {
      case Effect.SendPrepare e ->
          message(
              e.to(),
              e.cell(),
              new CellEvent.Prepare(e.epoch(), e.attempt(), e.target(), e.targetAddress()));
      case Effect.SendActivate e -> message(e.to(), e.cell(), new CellEvent.Activate(e.epoch()));
      case Effect.SendRelease e ->
          message(
              e.to(),
              e.cell(),
              new CellEvent.Release(e.epoch(), e.attempt(), e.newOwner(), e.newOwnerAddress()));
      case Effect.SendResume e ->
          message(e.to(), e.cell(), new CellEvent.Resume(e.epoch(), e.attempt()));
      case Effect.SendDiscard e -> message(e.to(), e.cell(), new CellEvent.Discard(e.attempt()));
      case Effect.SendStartRoot e -> startRoot(e);
      case Effect.SendCancel e -> cancel(e);
      case Effect.SendDropJob e -> drop(e);
    }
  }

  void message(NodeProcess addressee, CellId cell, CellEvent.Message message) {
    if (machine != null) {
      carryOut(machine.receive(addressee, cell, message));
      watchExpiry(cell);
    }
  }

  void apply(CellId cell, CellEvent event) {
    carryOut(machine.apply(cell, event));
    watchExpiry(cell);
  }

  private void startRoot(Effect.SendStartRoot order) {
    boolean isNew = machine.state(order.root()) instanceof CellState.Absent;
    if (isNew && !machine.isDropped(order.run())) {
      apply(order.root(), new CellEvent.Started(order.run(), order.epoch()));
      cluster.oracle.isRoot(order.root(), order.run());
      tasklets.run(new FakeTasklet(order.root(), 0, 10 + world.below(40)));
    }
    report(new Command.RootStarted(order.run(), machine.process()));
  }

  private void cancel(Effect.SendCancel order) {
    if (machine.state(order.root()) instanceof CellState.Live live
        && live.epoch().equals(order.epoch())) {
      end(order.root(), order.epoch(), new JobOutcome.Cancelled(order.why()));
    }
  }

  private void drop(Effect.SendDropJob order) {
    carryOut(machine.dropRun(order.to(), order.run()));
    machine.cells().keySet().forEach(this::watchExpiry);
    tasklets.forget(order.run());
    report(new Command.JobDropped(order.run(), machine.process()));
  }

  // ---- what the machine orders

  private void carryOut(List<CellEffect> effects) {
    effects.forEach(this::carryOut);
  }

  private void carryOut(CellEffect effect) {
    NodeProcess self = machine.process();
    CellId cell = effect.cell();
    switch (effect) {
      case CellEffect.FreezeAtSafepoint e -> tasklets.freeze(cell, e.attempt());
      case CellEffect.CancelFreeze _ -> tasklets.cancelFreeze(cell);
      case CellEffect.SendTransfer e -> sendTransfer(e);
      case CellEffect.CheckImage e -> later(world.between(0, 10), () -> check(e));
      case CellEffect.ThawAndRun e -> {
        world.note(() -> "RUNS " + cell + " " + e.epoch() + " on " + this);
        tasklets.run(FakeTasklet.thaw(cell, e.image()));
      }
      case CellEffect.ResumeLocally _ -> tasklets.resume(cell);
      case CellEffect.DropImage _, CellEffect.StopTasklets _ -> tasklets.drop(cell);
      case CellEffect.SendStaged e ->
          report(new Command.Staged(self, cell, e.attempt(), world.now()));
      case CellEffect.SendRefused e ->
          report(new Command.Refused(self, cell, e.attempt(), e.refusal(), world.now()));
      case CellEffect.SendOrderDone e ->
          report(new Command.OrderDone(self, cell, e.order(), e.attempt()));
      case CellEffect.SendEnded e -> {
        tasklets.drop(cell);
        report(
            new Command.CellEnded(self, cell, e.epoch(), world.now()),
            answer -> {
              if (answer.isAccepted()) {
                apply(cell, new CellEvent.EndRecorded());
              }
            });
      }
    }
  }

  private void check(CellEffect.CheckImage order) {
    Refusal full = new Refusal(Refusal.Kind.NO_CAPACITY, "full");
    apply(
        order.cell(),
        world.chance(BAD_IMAGE)
            ? new CellEvent.StageFailed(order.attempt(), full)
            : new CellEvent.StageOk(order.attempt()));
  }

  private void sendTransfer(CellEffect.SendTransfer order) {
    JobRun run = machine.runOf(order.cell()).orElseThrow();
    for (ImageChunk chunk : ImageChunk.split(order.image(), PIECE)) {
      CellEvent.TransferReceived piece =
          new CellEvent.TransferReceived(run, order.epoch(), order.attempt(), chunk);
      cluster.network.send(() -> cluster.transfer(order.target(), order.cell(), piece));
    }
  }

  private void watchExpiry(CellId cell) {
    CellState state = machine.state(cell);
    if (state instanceof CellState.Released || state instanceof CellState.Staging) {
      later(
          SimulatedCluster.MESSAGE_LIFE_MILLIS,
          () -> {
            if (machine.state(cell).equals(state)) {
              apply(cell, new CellEvent.Expired());
            }
          });
    }
  }
}
