package dev.stint.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tasklets of a process: they count, spawn, and are frozen at safepoints. */
final class SimulatedTasklets {
  private static final int GRANT = 3;
  private static final int MAX_STEP_MILLIS = 60;
  private static final int MAX_FREEZE_MILLIS = 30;
  private static final double PINNED = 0.05;
  private static final double SPAWN = 0.15;

  private final SimulatedCluster cluster;
  private final SimulatedWorld world;
  private final SimulationOracle oracle;
  private final SimulatedProcess process;
  private final TreeMap<CellId, FakeTasklet> tasklets = new TreeMap<>();
  private final TreeMap<CellId, Epoch> freezes = new TreeMap<>();
  private final TreeMap<JobRun, List<CellId>> spare = new TreeMap<>();
  private final TreeSet<CellId> unreported = new TreeSet<>();

  SimulatedTasklets(SimulatedCluster cluster, SimulatedProcess process) {
    this.cluster = cluster;
    this.world = cluster.world;
    this.oracle = cluster.oracle;
    this.process = process;
  }

  List<FakeTasklet> all() {
    return List.copyOf(tasklets.values());
  }

  List<CellId> running() {
    List<CellId> running = new ArrayList<>();
    for (FakeTasklet tasklet : tasklets.values()) {
      if (tasklet.running) {
        running.add(tasklet.cell);
      }
    }
    return running;
  }

  void run(FakeTasklet tasklet) {
    tasklets.put(tasklet.cell, tasklet);
    tasklet.running = true;
    if (tasklet.isFinished()) {
      process.apply(tasklet.cell, new CellEvent.TaskletEnded());
    } else {
      nextStep(tasklet);
    }
  }

  void resume(CellId cell) {
    run(tasklets.get(cell));
  }

  void drop(CellId cell) {
    freezes.remove(cell);
    FakeTasklet gone = tasklets.remove(cell);
    if (gone != null) {
      gone.running = false;
    }
  }

  void forget(JobRun run) {
    spare.remove(run);
  }

  private void nextStep(FakeTasklet tasklet) {
    process.later(world.between(1, MAX_STEP_MILLIS), () -> step(tasklet));
  }

  private void step(FakeTasklet tasklet) {
    if (!tasklet.running || tasklets.get(tasklet.cell) != tasklet || tasklet.isFinished()) {
      return;
    }
    boolean lastStep = tasklet.step + 1 == tasklet.length;
    boolean isRoot = oracle.isRoot(tasklet.cell);
    boolean waitsForChildren = lastStep && isRoot && oracle.hasChildren(tasklet.cell);
    if (!waitsForChildren) {
      tasklet.step++;
      oracle.output(tasklet.cell, tasklet.step, process);
      if (isRoot && world.chance(SPAWN)) {
        spawn(tasklet);
      }
    }
    if (tasklet.isFinished()) {
      process.apply(tasklet.cell, new CellEvent.TaskletEnded());
    } else {
      nextStep(tasklet);
    }
  }

  // ---- spawning

  private void spawn(FakeTasklet parent) {
    JobRun run = process.machine().runOf(parent.cell).orElseThrow();
    List<CellId> cells = spare.getOrDefault(run, List.of());
    if (cells.isEmpty()) {
      askForCells(run);
      return;
    }
    CellId child = cells.removeFirst();
    process.apply(child, new CellEvent.Started(run, Epoch.FIRST));
    unreported.add(child);
    oracle.spawned(child, run);
    run(new FakeTasklet(child, 0, 5 + world.below(20)));
  }

  private void askForCells(JobRun run) {
    process.report(
        new Command.GrantCells(process.machine().process(), run, GRANT),
        answer -> {
          if (answer instanceof Answer.Granted granted) {
            List<CellId> fresh = spare.computeIfAbsent(run, _ -> new ArrayList<>());
            for (int i = 0; i < granted.range().count(); i++) {
              fresh.add(granted.range().at(i));
            }
          }
        });
  }

  /** Says which cells are in use, until it is known to have been heard. */
  void reportBirths() {
    for (CellId cell : unreported) {
      process.report(
          new Command.CellsStarted(process.machine().process(), cell),
          _ -> unreported.remove(cell));
    }
  }

  // ---- freezing

  void freeze(CellId cell, Epoch attempt) {
    freezes.put(cell, attempt);
    process.later(world.between(0, MAX_FREEZE_MILLIS), () -> safepoint(cell, attempt));
  }

  void cancelFreeze(CellId cell) {
    freezes.remove(cell);
  }

  private void safepoint(CellId cell, Epoch attempt) {
    FakeTasklet tasklet = tasklets.get(cell);
    if (tasklet == null || !attempt.equals(freezes.get(cell))) {
      return;
    }
    if (oracle.isRoot(cell)
        && !unreported.isEmpty()
        && cluster.mutant != Mutant.UNREPORTED_BIRTHS) {
      // Its children must be known to the authority before it leaves with their names.
      process.later(MAX_FREEZE_MILLIS, () -> safepoint(cell, attempt));
      return;
    }
    freezes.remove(cell);
    if (world.chance(PINNED)) {
      Refusal pinned = new Refusal(Refusal.Kind.PINNED, "a monitor");
      process.apply(cell, new CellEvent.CannotFreeze(attempt, pinned));
      return;
    }
    tasklet.running = false;
    process.apply(cell, new CellEvent.SafepointReached(attempt, tasklet.image()));
  }
}
