package dev.stint.node;

import dev.stint.TaskletStatus;
import dev.stint.cluster.CellId;
import dev.stint.cluster.CellState;
import dev.stint.proto.CellLoad;
import dev.stint.proto.Heartbeat;
import dev.stint.proto.StackLine;
import dev.stint.proto.TaskletDescription;
import dev.stint.proto.TaskletState;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.SchedulerView;
import dev.stint.runtime.StackView;
import dev.stint.runtime.TaskletView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What operators and the balancer see of the tasklets here. Owned by the loop. */
final class TaskletViews {
  /** Most cells in one heartbeat: the busiest. */
  static final int MAX_CELLS = 4096;

  /** Weight of the newest measurement: with two a second, two thirds are from the last 1.5 s. */
  private static final double NEWEST = 0.3;

  private final Loop loop;
  private final JobTable jobs;
  private final CellHost cells;
  private Map<CellId, Usage> usages = new HashMap<>();

  TaskletViews(Loop loop, JobTable jobs, CellHost cells) {
    this.loop = loop;
    this.jobs = jobs;
    this.cells = cells;
  }

  /** The load since the last call. */
  Heartbeat heartbeat(SchedulerView scheduler) {
    long now = loop.nanoTime();
    Map<CellId, Usage> next = new HashMap<>();
    List<CellLoad> loads = new ArrayList<>();
    for (HostedJob job : jobs.all()) {
      JobRuntime runtime = job.runtime();
      if (runtime != null) {
        for (TaskletView tasklet : runtime.tasklets()) {
          loads.add(load(job, tasklet, now, next));
        }
      }
    }
    usages = next;
    Runtime jvm = Runtime.getRuntime();
    Heartbeat.Builder heartbeat =
        Heartbeat.newBuilder()
            .setCpu(loads.stream().mapToDouble(CellLoad::getCpu).sum())
            .setReady(scheduler.ready())
            .setTasklets(loads.size())
            .setHeapUsedBytes(jvm.totalMemory() - jvm.freeMemory())
            .setHeapMaxBytes(jvm.maxMemory());
    loads.stream()
        .sorted(Comparator.comparingDouble(CellLoad::getCpu).reversed())
        .limit(MAX_CELLS)
        .forEach(heartbeat::addCells);
    return heartbeat.build();
  }

  private CellLoad load(HostedJob job, TaskletView tasklet, long now, Map<CellId, Usage> next) {
    CellId cell = Cells.fromRuntime(tasklet.cell());
    Usage before = usages.get(cell);
    double cpu = before == null ? 0 : before.average(tasklet.cpuNanos(), now);
    next.put(cell, new Usage(tasklet.cpuNanos(), now, cpu));
    return CellLoad.newBuilder()
        .setCell(cell.number())
        .setJobId(job.run().job().value())
        .setCpuNanos(tasklet.cpuNanos())
        .setCpu(cpu)
        .setReady(
            tasklet.status() == TaskletStatus.READY || tasklet.status() == TaskletStatus.RUNNING)
        .setStuck(stuck(cell, tasklet))
        .build();
  }

  private String stuck(CellId cell, TaskletView tasklet) {
    if (tasklet.status().isTerminal() || !tasklet.pinned().isEmpty()) {
      return tasklet.status().isTerminal() ? "" : tasklet.pinned();
    }
    return cells.machine().state(cell) instanceof CellState.Live live && live.refusal() != null
        ? live.refusal().toString()
        : "";
  }

  /** Describes a tasklet; with its stack, one on a carrier is stopped at its next safepoint. */
  void describe(CellId cell, boolean withStack, Consumer<Optional<TaskletDescription>> answer) {
    HostedJob job = cells.jobOf(cell);
    JobRuntime runtime = job == null ? null : job.runtime();
    Optional<TaskletView> view =
        runtime == null
            ? Optional.empty()
            : runtime.tasklets().stream()
                .filter(tasklet -> Cells.fromRuntime(tasklet.cell()).equals(cell))
                .findFirst();
    if (job == null || (view.isEmpty() && !cells.isOwned(cell))) {
      answer.accept(Optional.empty());
      return;
    }
    if (view.isEmpty()) {
      answer.accept(Optional.of(arriving(job, cell)));
      return;
    }
    TaskletDescription.Builder description = description(job, cell, view.get());
    if (!withStack) {
      answer.accept(Optional.of(description.build()));
      return;
    }
    cells.withStack(
        cell,
        stack -> {
          stack.ifPresent(found -> addStack(description, found));
          answer.accept(Optional.of(description.build()));
        });
  }

  private TaskletDescription arriving(HostedJob job, CellId cell) {
    return TaskletDescription.newBuilder()
        .setTaskletId(Cells.toRuntime(cell).tasklet().value())
        .setJobId(job.run().job().value())
        .setNode(job.nodeName())
        .setState(TaskletState.TASKLET_STATE_READY)
        .setMoves(cells.movesOf(cell))
        .setWaitsFor("its code to be loaded here")
        .build();
  }

  private TaskletDescription.Builder description(HostedJob job, CellId cell, TaskletView tasklet) {
    return TaskletDescription.newBuilder()
        .setTaskletId(tasklet.cell().tasklet().value())
        .setJobId(job.run().job().value())
        .setNode(job.nodeName())
        .setState(state(tasklet.status()))
        .setCpuNanos(tasklet.cpuNanos())
        .setMoves(cells.movesOf(cell))
        .setStuck(stuck(cell, tasklet))
        .setWaitsFor(tasklet.waitsFor());
  }

  private static void addStack(TaskletDescription.Builder description, StackView stack) {
    for (StackView.FrameView frame : stack.frames()) {
      StackLine.Builder line = StackLine.newBuilder().setText(frame.at().toString());
      for (StackView.LocalView local : frame.locals()) {
        line.addLocals(local.name() + " = " + local.value());
      }
      description.addStack(line);
    }
  }

  private static TaskletState state(TaskletStatus status) {
    return switch (status) {
      case READY -> TaskletState.TASKLET_STATE_READY;
      case RUNNING -> TaskletState.TASKLET_STATE_RUNNING;
      case PARKED -> TaskletState.TASKLET_STATE_PARKED;
      case PAUSED -> TaskletState.TASKLET_STATE_PAUSED;
      case FROZEN -> TaskletState.TASKLET_STATE_FROZEN;
      case DONE -> TaskletState.TASKLET_STATE_DONE;
      case FAILED -> TaskletState.TASKLET_STATE_FAILED;
      case CANCELLED -> TaskletState.TASKLET_STATE_CANCELLED;
    };
  }

  /** A cell's processor time at one moment, and its moving average up to it. */
  private record Usage(long cpuNanos, long at, double average) {
    double average(long cpuNow, long now) {
      if (now <= at) {
        return average;
      }
      double latest = Math.max(0, cpuNow - cpuNanos) / (double) (now - at);
      return NEWEST * latest + (1 - NEWEST) * average;
    }
  }
}
