package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.AuthorityMachine;
import dev.stint.cluster.CellView;
import dev.stint.cluster.Command;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeProcess;
import dev.stint.cluster.NodeView;
import dev.stint.proto.DrainProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows nodes that are being emptied, up to their deadlines; the balancer starts the moves. On
 * the loop.
 */
final class Drainer {
  /** How long a drain may take if nobody says otherwise: less than a spot instance's notice. */
  static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(25);

  private static final int STUCK_SHOWN = 20;

  private static final class Watch {
    final NodeProcess process;
    final long deadlineNanos;
    final List<Consumer<DrainProgress>> watchers = new ArrayList<>();
    long moved;
    boolean settling;
    @Nullable DrainProgress last;

    Watch(NodeProcess process, long deadlineNanos) {
      this.process = process;
      this.deadlineNanos = deadlineNanos;
    }
  }

  private final Authority authority;
  private final AuthorityLog log;
  private final LoadViews views;
  private final MoveTrails trails;
  private final EventLog events;
  private final Clock clock;
  private final Loop loop;
  private final Map<NodeProcess, Watch> watches = new HashMap<>();

  Drainer(
      Authority authority,
      AuthorityLog log,
      LoadViews views,
      MoveTrails trails,
      EventLog events,
      Clock clock,
      Loop loop) {
    this.authority = authority;
    this.log = log;
    this.views = views;
    this.trails = trails;
    this.events = events;
    this.clock = clock;
    this.loop = loop;
  }

  /** Whether a node is being emptied. */
  boolean isActive() {
    return !watches.isEmpty();
  }

  /**
   * Empties a node; a second drain of a node joins the first. The watcher hears figures whenever
   * they change; the last has {@code finished} set.
   */
  CompletableFuture<@Nullable Void> drain(
      NodeId node, Duration deadline, Consumer<DrainProgress> watcher) {
    Duration time = deadline.isPositive() ? deadline : DEFAULT_DEADLINE;
    return log.propose(new Command.Drain(node))
        .thenAcceptAsync(
            answer -> {
              if (answer instanceof Answer.Refusing refusal) {
                throw RequestException.of(refusal);
              }
              NodeView view = authority.read(machine -> machine.node(node)).orElseThrow();
              Watch watch =
                  watches.computeIfAbsent(
                      view.process(),
                      process -> new Watch(process, clock.nanos() + time.toNanos()));
              watch.watchers.add(watcher);
              turnBack(watch.process);
              look(watch);
            },
            loop);
  }

  /**
   * Ends the attempts that were begun towards the process before it drained. One whose owner is
   * gone goes on: the process has the only image.
   */
  private void turnBack(NodeProcess process) {
    List<MoveView> coming =
        authority.read(machine ->
            machine.pendingMoves().stream()
                .filter(move -> move.to().equals(process) && machine.isCurrent(move.from()))
                .toList());
    for (MoveView move : coming) {
      String why = process.node() + " is being drained";
      log.propose(new Command.AbortMove(move.cell(), move.attempt(), why, clock.now()));
    }
  }

  /** A move has been committed. */
  void moved(MoveView move) {
    Watch watch = watches.get(move.from());
    if (watch != null) {
      watch.moved++;
    }
  }

  /** The process is gone: what was left on it is lost. */
  void gone(NodeProcess process) {
    Watch watch = watches.remove(process);
    if (watch != null) {
      DrainProgress before = watch.last == null ? DrainProgress.getDefaultInstance() : watch.last;
      tell(watch, before.toBuilder().setLost(before.getLeft()).setFinished(true).build());
    }
  }

  /** Looks how far the drains are. */
  void look() {
    List.copyOf(watches.values()).forEach(this::look);
  }

  private void look(Watch watch) {
    if (watches.get(watch.process) != watch) {
      return;
    }
    List<CellView> left = authority.read(machine -> here(machine, watch.process));
    DrainProgress.Builder progress =
        DrainProgress.newBuilder().setMoved(watch.moved).setLeft(left.size());
    for (CellView cell : left) {
      String why = whyItStays(cell);
      if (!why.isEmpty()) {
        progress.setPinned(progress.getPinned() + 1);
        if (progress.getStuckCount() < STUCK_SHOWN) {
          progress.addStuck(Wire.tasklet(cell.cell()) + " of " + cell.run().job() + ": " + why);
        }
      }
    }
    if (left.isEmpty() && !watch.settling) {
      // The facts of the last moves are in the loop already, but behind this look.
      watch.settling = true;
      loop.execute(() -> look(watch));
      return;
    }
    boolean overdue = clock.nanos() - watch.deadlineNanos >= 0;
    progress.setFinished(left.isEmpty() || overdue);
    if (progress.getFinished()) {
      watches.remove(watch.process);
      events.add("drain", summary(watch.process.node(), progress));
    }
    tell(watch, progress.build());
  }

  /** What would be lost if the process ended now, or a moment later. */
  private static List<CellView> here(AuthorityMachine machine, NodeProcess process) {
    List<CellView> cells = new ArrayList<>(machine.cellsOn(process));
    cells.addAll(machine.cellsBoundFor(process));
    return cells;
  }

  private String whyItStays(CellView cell) {
    dev.stint.proto.CellLoad figures = views.figuresOf(cell.cell());
    if (figures != null && !figures.getStuck().isEmpty()) {
      return figures.getStuck();
    }
    MoveView refused = trails.of(cell.cell(), cell.run().job()).refused;
    return refused == null ? "" : refused.detail();
  }

  private static String summary(NodeId node, DrainProgress.Builder progress) {
    return node
        + (progress.getLeft() == 0 ? " is empty: " : " is not empty at its deadline: ")
        + progress.getMoved()
        + " moved, "
        + progress.getLeft()
        + " left, "
        + progress.getPinned()
        + " of them stuck";
  }

  private static void tell(Watch watch, DrainProgress progress) {
    if (!progress.equals(watch.last)) {
      watch.last = progress;
      watch.watchers.forEach(watcher -> watcher.accept(progress));
    }
  }
}
