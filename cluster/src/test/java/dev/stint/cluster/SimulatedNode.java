package dev.stint.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A node that can crash and start anew: a {@link NodeMachine} with fake tasklets under it. */
final class SimulatedNode {
  private static final int TICK = 120;
  private static final int GRANT = 3;
  private static final int PIECE = 4;
  private static final int MAX_STEP_MILLIS = 60;
  private static final int MAX_FREEZE_MILLIS = 30;
  private static final double PINNED = 0.05;
  private static final double BAD_IMAGE = 0.03;

  private final SimulatedWorld world;
  private final SimulatedNetwork network;
  private final SimulatedCoordinator coordinator;
  private final SimulationOracle oracle;
  private final SimulatedCluster cluster;
  private final NodeId id;
  private final Mutant mutant;

  private boolean alive;
  private int life;
  private NodeMachine machine;
  private final TreeMap<CellId, FakeTasklet> tasklets = new TreeMap<>();
  private final TreeMap<CellId, Epoch> freezes = new TreeMap<>();
  private final TreeMap<JobRun, List<CellId>> spare = new TreeMap<>();
  private final TreeSet<CellId> unreported = new TreeSet<>();

  SimulatedNode(
      SimulatedWorld world,
      SimulatedNetwork network,
      SimulatedCoordinator coordinator,
      SimulationOracle oracle,
      SimulatedCluster cluster,
      String name,
      Mutant mutant) {
    this.world = world;
    this.network = network;
    this.coordinator = coordinator;
    this.oracle = oracle;
    this.cluster = cluster;
    this.id = new NodeId(name);
    this.mutant = mutant;
    start();
  }

  NodeId id() {
    return id;
  }

  boolean isAlive() {
    return alive;
  }

  /** The process as which it takes part, or null before it is registered. */
  NodeProcess process() {
    return machine == null ? null : machine.process();
  }

  NodeMachine machine() {
    return machine;
  }

  /** The cells whose tasklets run here now. */
  List<CellId> running() {
    List<CellId> running = new ArrayList<>();
    for (FakeTasklet tasklet : tasklets.values()) {
      if (tasklet.running) {
        running.add(tasklet.cell);
      }
    }
    return running;
  }

  void crash() {
    NodeProcess dead = process();
    world.note(() -> "CRASH " + dead);
    alive = false;
    machine = null;
    tasklets.clear();
    freezes.clear();
    spare.clear();
    unreported.clear();
  }

  void start() {
    alive = true;
    life++;
    int thisLife = life;
    world.after(world.between(1, TICK), () -> tick(thisLife));
  }

  /** Runs later, unless the process has died meanwhile. */
  private void later(long millis, Runnable action) {
    int thisLife = life;
    world.after(
        millis,
        () -> {
          if (alive && life == thisLife) {
            action.run();
          }
        });
  }

  // ---- towards the coordinator

  private void report(Command command, Consumer<Answer> reply) {
    int thisLife = life;
    boolean[] answered = {false};
    Consumer<Answer> once =
        answer -> {
          // A call returns once, however often it is carried out.
          if (alive && life == thisLife && !answered[0]) {
            answered[0] = true;
            reply.accept(answer);
          }
        };
    network.send(() -> coordinator.receive(command, once));
  }

  private void report(Command command) {
    report(command, _ -> {});
  }

  private void tick(int ofLife) {
    if (!alive || life != ofLife) {
      return;
    }
    world.after(TICK, () -> tick(ofLife));
    register();
    if (machine == null) {
      return;
    }
    carryOut(machine.redrive());
    unreported.forEach(
        cell -> report(new Command.CellsStarted(process(), cell), _ -> unreported.remove(cell)));
    for (FakeTasklet tasklet : new ArrayList<>(tasklets.values())) {
      tend(tasklet);
    }
  }

  private void register() {
    report(
        new Command.RegisterNode(
            id, id + "-life-" + life, id + ":1", new TreeMap<>(), 1, world.now()),
        answer -> {
          if (answer instanceof Answer.Registered registered && machine == null) {
            machine = new NodeMachine(registered.process(), mutant.rules());
          } else if (answer instanceof Answer.Fenced) {
            world.note(() -> "FENCED " + id + " starts anew");
            crash();
            start();
          }
        });
  }

  /** Says again what an ended tasklet has to say, and lets results be read. */
  private void tend(FakeTasklet tasklet) {
    CellId cell = tasklet.cell;
    JobRun run = machine.runOf(cell).orElse(null);
    CellState state = machine.state(cell);
    boolean finished = state instanceof CellState.Live live && live.finished();
    if (run == null || !finished) {
      return;
    }
    if (!oracle.isRoot(cell)) {
      if (world.chance(0.5)) {
        apply(cell, new CellEvent.ResultTaken());
      }
      return;
    }
    Epoch epoch = ((CellState.Live) state).epoch();
    report(
        new Command.JobEnded(
            run,
            process(),
            cell,
            epoch,
            new JobOutcome.Done(new Payload.Inline(tasklet.image()), 0),
            world.now()));
  }

  // ---- from the coordinator and from other nodes

  void receive(Effect effect) {
    if (!alive || machine == null || !effect.to().equals(process())) {
      return;
    }
    world.note(() -> id + " gets " + effect);
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
      case Effect.SendDropJob e -> {
        carryOut(machine.dropRun(e.to(), e.run()));
        machine.cells().keySet().forEach(this::watchExpiry);
        spare.remove(e.run());
        report(new Command.JobDropped(e.run(), process()));
      }
    }
  }

  void transfer(NodeProcess addressee, CellId cell, CellEvent.TransferReceived piece) {
    if (alive && machine != null) {
      message(addressee, cell, piece);
    }
  }

  private void message(NodeProcess addressee, CellId cell, CellEvent.Message message) {
    carryOut(machine.receive(addressee, cell, message));
    watchExpiry(cell);
  }

  private void apply(CellId cell, CellEvent event) {
    carryOut(machine.apply(cell, event));
    watchExpiry(cell);
  }

  private void startRoot(Effect.SendStartRoot order) {
    boolean isNew = machine.state(order.root()) instanceof CellState.Absent;
    if (isNew) {
      apply(order.root(), new CellEvent.Started(order.run(), order.epoch()));
      oracle.isRoot(order.root(), order.run());
      run(new FakeTasklet(order.root(), 0, 10 + world.below(40)));
    }
    report(new Command.RootStarted(order.run(), process()));
  }

  private void cancel(Effect.SendCancel order) {
    if (machine.state(order.root()) instanceof CellState.Live live
        && live.epoch().equals(order.epoch())) {
      report(
          new Command.JobEnded(
              order.run(),
              process(),
              order.root(),
              order.epoch(),
              new JobOutcome.Cancelled(order.why()),
              world.now()));
    }
  }

  // ---- tasklets

  private void run(FakeTasklet tasklet) {
    tasklets.put(tasklet.cell, tasklet);
    tasklet.running = true;
    if (tasklet.isFinished()) {
      apply(tasklet.cell, new CellEvent.TaskletEnded());
    } else {
      nextStep(tasklet);
    }
  }

  private void nextStep(FakeTasklet tasklet) {
    later(world.between(1, MAX_STEP_MILLIS), () -> step(tasklet));
  }

  private void step(FakeTasklet tasklet) {
    if (!tasklet.running || tasklets.get(tasklet.cell) != tasklet || tasklet.isFinished()) {
      return;
    }
    boolean lastStep = tasklet.step + 1 == tasklet.length;
    boolean waitsForChildren =
        lastStep && oracle.isRoot(tasklet.cell) && oracle.hasChildren(tasklet.cell);
    if (!waitsForChildren) {
      tasklet.step++;
      oracle.output(tasklet.cell, tasklet.step, process());
      maybeSpawn(tasklet);
    }
    if (tasklet.isFinished()) {
      apply(tasklet.cell, new CellEvent.TaskletEnded());
    } else {
      nextStep(tasklet);
    }
  }

  private void maybeSpawn(FakeTasklet parent) {
    JobRun run = machine.runOf(parent.cell).orElseThrow();
    if (!oracle.isRoot(parent.cell) || !world.chance(0.15)) {
      return;
    }
    List<CellId> cells = spare.getOrDefault(run, List.of());
    if (cells.isEmpty()) {
      report(
          new Command.GrantCells(process(), run, GRANT),
          answer -> {
            if (answer instanceof Answer.Granted granted) {
              List<CellId> fresh = spare.computeIfAbsent(run, _ -> new ArrayList<>());
              for (int i = 0; i < granted.range().count(); i++) {
                fresh.add(granted.range().at(i));
              }
            }
          });
      return;
    }
    CellId child = cells.removeFirst();
    apply(child, new CellEvent.Started(run, Epoch.FIRST));
    unreported.add(child);
    oracle.spawned(child, run);
    run(new FakeTasklet(child, 0, 5 + world.below(20)));
  }

  // ---- what the machine orders

  private void carryOut(List<CellEffect> effects) {
    for (CellEffect effect : effects) {
      carryOut(effect);
    }
  }

  private void carryOut(CellEffect effect) {
    CellId cell = effect.cell();
    switch (effect) {
      case CellEffect.FreezeAtSafepoint e -> {
        freezes.put(cell, e.attempt());
        later(world.between(0, MAX_FREEZE_MILLIS), () -> freeze(cell, e.attempt()));
      }
      case CellEffect.CancelFreeze _ -> freezes.remove(cell);
      case CellEffect.SendTransfer e -> sendTransfer(e);
      case CellEffect.CheckImage e -> later(world.between(0, 10), () -> check(e));
      case CellEffect.ThawAndRun e -> {
        oracle.activated(cell, e.epoch());
        run(FakeTasklet.thaw(cell, e.image()));
      }
      case CellEffect.ResumeLocally _ -> run(tasklets.get(cell));
      case CellEffect.DropImage _, CellEffect.StopTasklets _ -> {
        freezes.remove(cell);
        FakeTasklet gone = tasklets.remove(cell);
        if (gone != null) {
          gone.running = false;
        }
      }
      case CellEffect.SendStaged e ->
          report(new Command.Staged(process(), cell, e.attempt(), world.now()));
      case CellEffect.SendRefused e ->
          report(new Command.Refused(process(), cell, e.attempt(), e.refusal(), world.now()));
      case CellEffect.SendOrderDone e ->
          report(new Command.OrderDone(process(), cell, e.order(), e.attempt()));
      case CellEffect.SendEnded e -> {
        tasklets.remove(cell);
        report(
            new Command.CellEnded(process(), cell, e.epoch(), world.now()),
            answer -> {
              if (answer.isAccepted()) {
                apply(cell, new CellEvent.EndRecorded());
              }
            });
      }
    }
  }

  private void freeze(CellId cell, Epoch attempt) {
    FakeTasklet tasklet = tasklets.get(cell);
    if (tasklet == null || !attempt.equals(freezes.get(cell))) {
      return;
    }
    boolean mustReport = mutant != Mutant.UNREPORTED_BIRTHS;
    if (mustReport && oracle.isRoot(cell) && !unreported.isEmpty()) {
      // Its children must be known to the authority before it leaves with their names.
      later(MAX_FREEZE_MILLIS, () -> freeze(cell, attempt));
      return;
    }
    freezes.remove(cell);
    if (world.chance(PINNED)) {
      apply(
          cell, new CellEvent.CannotFreeze(attempt, new Refusal(Refusal.Kind.PINNED, "a monitor")));
      return;
    }
    tasklet.running = false;
    apply(cell, new CellEvent.SafepointReached(attempt, tasklet.image()));
  }

  private void check(CellEffect.CheckImage order) {
    apply(
        order.cell(),
        world.chance(BAD_IMAGE)
            ? new CellEvent.StageFailed(
                order.attempt(), new Refusal(Refusal.Kind.NO_CAPACITY, "full"))
            : new CellEvent.StageOk(order.attempt()));
  }

  private void sendTransfer(CellEffect.SendTransfer order) {
    JobRun run = machine.runOf(order.cell()).orElseThrow();
    for (ImageChunk chunk : ImageChunk.split(order.image(), PIECE)) {
      network.send(() ->
          cluster.transfer(
              order.target(),
              order.cell(),
              new CellEvent.TransferReceived(run, order.epoch(), order.attempt(), chunk)));
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
