package dev.stint.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cells of one process: routes each event to its cell and keeps what the cell is now. Owned by
 * one loop of the node; not thread-safe.
 *
 * <p>The node calls {@link #apply} for what happens on it, {@link #receive} for what the network
 * brings, and carries out the effects in the order given. What a node reports can be lost: {@link
 * #redrive} gives the reports that are not known to have arrived, to be called every few seconds.
 */
public final class NodeMachine {
  /** How many runs are remembered as dropped; a message outlives few. */
  private static final int MAX_DROPPED = 1024;

  private final NodeProcess self;
  private final Rules rules;
  private final TreeMap<CellId, CellState> cells = new TreeMap<>();
  private final TreeMap<CellId, JobRun> runs = new TreeMap<>();
  private final ArrayDeque<JobRun> dropped = new ArrayDeque<>();

  /** The machine of a process that has just registered and holds nothing. */
  public NodeMachine(NodeProcess self) {
    this(self, Rules.ALL);
  }

  NodeMachine(NodeProcess self, Rules rules) {
    this.self = self;
    this.rules = rules;
  }

  /** Whose cells these are. */
  public NodeProcess process() {
    return self;
  }

  /** A message for a process of this name; one that was meant for another life is dropped. */
  public List<CellEffect> receive(NodeProcess addressee, CellId cell, CellEvent.Message message) {
    return addressee.equals(self) ? apply(cell, message) : List.of();
  }

  /** Something happened to a cell. What would begin anything of a dropped run is ignored. */
  public List<CellEffect> apply(CellId cell, CellEvent event) {
    if (runOf(event).filter(this::isDropped).isPresent()) {
      return List.of();
    }
    Step step = new CellMachine(cell, rules).step(state(cell), event);
    if (step.next() instanceof CellState.Absent) {
      cells.remove(cell);
      runs.remove(cell);
    } else {
      cells.put(cell, step.next());
      runOf(event).ifPresent(run -> runs.put(cell, run));
    }
    return step.effects();
  }

  private static Optional<JobRun> runOf(CellEvent event) {
    return switch (event) {
      case CellEvent.Started started -> Optional.of(started.run());
      case CellEvent.TransferReceived received -> Optional.of(received.run());
      default -> Optional.empty();
    };
  }

  /** The run whose cell it is; nothing if the cell is not known here. */
  public Optional<JobRun> runOf(CellId cell) {
    return Optional.ofNullable(runs.get(cell));
  }

  /** {@link Effect.SendDropJob} arrived: everything of the run goes, and nothing of it begins. */
  public List<CellEffect> dropRun(NodeProcess addressee, JobRun run) {
    if (!addressee.equals(self)) {
      return List.of();
    }
    List<CellId> ofRun =
        runs.entrySet().stream()
            .filter(entry -> entry.getValue().equals(run))
            .map(Map.Entry::getKey)
            .toList();
    if (!isDropped(run)) {
      if (dropped.size() == MAX_DROPPED) {
        dropped.removeFirst();
      }
      dropped.addLast(run);
    }
    List<CellEffect> effects = new ArrayList<>();
    ofRun.forEach(cell -> effects.addAll(apply(cell, new CellEvent.Drop())));
    return List.copyOf(effects);
  }

  /** Whether the run was dropped here lately: a late order to start its root is to be ignored. */
  public boolean isDropped(JobRun run) {
    return dropped.contains(run);
  }

  /** What the cell is on this process. */
  public CellState state(CellId cell) {
    return cells.getOrDefault(cell, CellState.ABSENT);
  }

  /** Every cell of which something is known here, tombstones too. */
  public SortedMap<CellId, CellState> cells() {
    return Collections.unmodifiableSortedMap(cells);
  }

  /** Whether nothing is left that a drain has to wait for: tombstones do not count. */
  public boolean isEmpty() {
    return cells.values().stream().allMatch(CellState.Released.class::isInstance);
  }

  /** The reports that may have been lost, to be sent again. */
  public List<CellEffect> redrive() {
    List<CellEffect> effects = new ArrayList<>();
    cells.forEach((cell, state) -> {
      switch (state) {
        case CellState.Staged staged ->
            effects.add(new CellEffect.SendStaged(cell, staged.attempt()));
        case CellState.Ended ended -> effects.add(new CellEffect.SendEnded(cell, ended.epoch()));
        default -> {}
      }
    });
    return List.copyOf(effects);
  }
}
