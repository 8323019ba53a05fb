package dev.stint.node;

import dev.stint.cluster.Bytes;
import dev.stint.cluster.CellEffect;
import dev.stint.cluster.CellEvent;
import dev.stint.cluster.CellId;
import dev.stint.cluster.CellState;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.NodeMachine;
import dev.stint.cluster.NodeProcess;
import dev.stint.cluster.Refusal;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.NodeRef;
import dev.stint.proto.PeerAddress;
import dev.stint.runtime.FreezeOutcome;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.StackView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the cells of this node: every event goes through the {@link NodeMachine}, and what it says
 * has to be done is done here, on the job's runtime and on the connections. Owned by the loop.
 */
final class CellHost {
  private static final Logger LOG = LoggerFactory.getLogger(CellHost.class);
  private static final Duration FREEZE_RETRY = Duration.ofMillis(5);
  private static final Duration TRANSFER_RETRY = Duration.ofMillis(200);

  private final Loop loop;
  private final NodeMachine machine;
  private final CoordinatorGateway coordinator;
  private final JobTable jobs;
  private final Transfers transfers;
  private final Residents residents;
  private final CellMessenger messenger;
  private final JobEnds ends;
  private final CellExpiry expiry;
  private final ArrivingImages images;
  private final Map<CellId, Integer> moves = new HashMap<>();
  private final Map<CellId, NodeMessage> moveRequests = new HashMap<>();
  private final Set<CellId> freezing = new HashSet<>();
  private final Set<CellId> arriving = new HashSet<>();
  private final Map<CellId, List<Consumer<Optional<StackView>>>> onlookers = new HashMap<>();

  CellHost(
      Loop loop,
      NodeProcess self,
      CoordinatorGateway coordinator,
      PeerGateway peers,
      JobTable jobs,
      JobEnds ends) {
    this.loop = loop;
    this.machine = new NodeMachine(self);
    this.coordinator = coordinator;
    this.jobs = jobs;
    this.transfers = new Transfers(peers);
    this.residents = new Residents(machine, jobs, ends, this::isArriving);
    this.messenger = new CellMessenger(loop, coordinator, peers, residents);
    this.ends = ends;
    this.expiry = new CellExpiry(loop, machine, this::expired);
    this.images = new ArrivingImages(machine, transfers, this::jobOf, this::apply);
  }

  NodeMachine machine() {
    return machine;
  }

  CellMessenger messenger() {
    return messenger;
  }

  ArrivingImages images() {
    return images;
  }

  /** How often a cell here has moved. */
  int movesOf(CellId cell) {
    return moves.getOrDefault(cell, 0);
  }

  /** Whether a cell is ours but not running yet: its root starts, or its image is thawed. */
  boolean isArriving(CellId cell) {
    return arriving.contains(cell);
  }

  /** Whether this node owns a cell and runs it, or is about to. */
  boolean isOwned(CellId cell) {
    CellState state = machine.state(cell);
    return state instanceof CellState.Live || state instanceof CellState.Freezing;
  }

  /** The name of the node a cell is on, as far as known here; from any thread. */
  String placeOf(CellId cell) {
    String elsewhere = messenger.lastFoundOn(cell);
    return elsewhere == null ? machine.process().node().name() : elsewhere;
  }

  /** The job of a cell that is known here, or null. */
  @Nullable HostedJob jobOf(CellId cell) {
    return residents.jobOf(cell);
  }

  /** Whether that is this process. */
  boolean isThisNode(NodeRef node) {
    return residents.isThisNode(node);
  }

  /** Something happened to a cell. */
  void apply(CellId cell, CellEvent event) {
    List<CellEffect> effects = machine.apply(cell, event);
    changed(cell);
    perform(effects);
  }

  private void changed(CellId cell) {
    expiry.watch(cell);
    images.changed(cell);
  }

  /** Time is over for what is known of a cell. */
  private void expired(CellId cell) {
    apply(cell, new CellEvent.Expired());
    transfers.forget(cell);
  }

  /** A new session: reports that the last one may have lost go again. */
  void sessionBegan() {
    redrive();
    moveRequests.values().forEach(coordinator::tell);
    messenger.askAgain();
  }

  /** Reports that may have been lost go again; to be called every few seconds. */
  void redrive() {
    perform(machine.redrive());
  }

  /** A tasklet asks to be moved. */
  void requestMove(CellId cell, String target) {
    NodeMessage request = Reports.moveRequest(cell, target);
    moveRequests.put(cell, request);
    coordinator.tell(request);
  }

  /** The coordinator has answered such a request. */
  void moveAnswered(CellId cell, boolean accepted, String reason) {
    HostedJob job = jobOf(cell);
    if (moveRequests.remove(cell) != null && !accepted && job != null) {
      JobRuntime runtime = job.runtime();
      if (runtime != null) {
        runtime.moveRefused(Cells.toRuntime(cell), reason);
      }
    }
  }

  /** Everything of a run goes. */
  void drop(JobRun run) {
    Set<CellId> cells = new HashSet<>(machine.cells().keySet());
    cells.removeIf(cell -> !machine.runOf(cell).filter(run::equals).isPresent());
    perform(machine.dropRun(machine.process(), run));
    messenger.forget(run, cells);
    transfers.forget(run);
    ends.forget(run);
    cells.forEach(moves::remove);
    cells.forEach(moveRequests::remove);
    arriving.removeAll(cells);
    jobs.drop(run);
    cells.forEach(this::changed);
  }

  private void perform(List<CellEffect> effects) {
    effects.forEach(this::perform);
  }

  private void perform(CellEffect effect) {
    switch (effect) {
      case CellEffect.FreezeAtSafepoint it -> freeze(it.cell());
      case CellEffect.CancelFreeze _ -> {
        // When the freeze is through, the cell's state says that it is not wanted.
      }
      case CellEffect.SendTransfer it -> transfer(it);
      case CellEffect.CheckImage it -> images.check(it);
      case CellEffect.ThawAndRun it -> thaw(it);
      case CellEffect.ResumeLocally it -> withRuntime(it.cell(), JobRuntime::resumeLocally);
      case CellEffect.DropImage it -> discard(it.cell());
      case CellEffect.StopTasklets _ -> {
        // Their job is closed as a whole.
      }
      case CellEffect.SendStaged it -> coordinator.tell(Reports.staged(it.cell(), it.attempt()));
      case CellEffect.SendRefused it -> refuse(it);
      case CellEffect.SendOrderDone it ->
          coordinator.tell(Reports.orderDone(it.cell(), it.order(), it.attempt()));
      case CellEffect.SendEnded it -> coordinator.tell(Reports.cellEnded(it.cell(), it.epoch()));
    }
  }

  private void refuse(CellEffect.SendRefused refused) {
    transfers.answer(refused.cell(), refused.attempt(), refused.refusal().toString());
    coordinator.tell(Reports.refused(refused.cell(), refused.attempt(), refused.refusal()));
  }

  // ---- the source's side

  private void freeze(CellId cell) {
    HostedJob job = jobOf(cell);
    if (job != null) {
      job.whenOpened(opened -> {
        // A cell that is still arriving is frozen when it is here.
        if (opened instanceof HostedJob.Opened.Ready ready
            && !arriving.contains(cell)
            && freezing.add(cell)) {
          ready
              .runtime()
              .freeze(Cells.toRuntime(cell))
              .whenComplete((outcome, failure) ->
                  loop.execute(() -> freezeEnded(job, cell, outcome, failure)));
        }
      });
    }
  }

  /**
   * The stack of a cell here. One that is on a carrier is frozen for it at its next safepoint, and
   * goes on.
   */
  void withStack(CellId cell, Consumer<Optional<StackView>> action) {
    HostedJob job = jobOf(cell);
    JobRuntime runtime = job == null ? null : job.runtime();
    Optional<StackView> now =
        runtime == null ? Optional.empty() : runtime.stack(Cells.toRuntime(cell));
    if (now.isPresent() || runtime == null) {
      action.accept(now);
      return;
    }
    onlookers.computeIfAbsent(cell, _ -> new ArrayList<>()).add(action);
    freeze(cell);
  }

  private void showStack(CellId cell) {
    List<Consumer<Optional<StackView>>> waiting = onlookers.remove(cell);
    if (waiting != null) {
      HostedJob job = jobOf(cell);
      JobRuntime runtime = job == null ? null : job.runtime();
      Optional<StackView> stack =
          runtime == null ? Optional.empty() : runtime.stack(Cells.toRuntime(cell));
      waiting.forEach(action -> action.accept(stack));
    }
  }

  private void freezeEnded(
      HostedJob job, CellId cell, @Nullable FreezeOutcome outcome, @Nullable Throwable failure) {
    showStack(cell);
    switch (outcome) {
      case FreezeOutcome.Frozen frozen ->
          job.shipper().whenShipped(() -> frozen(job, cell, frozen));
      case FreezeOutcome.Anchored anchored ->
          cannotFreeze(cell, Refusal.Kind.ANCHORED, anchored.path() + ": " + anchored.why());
      case FreezeOutcome.Pinned pinned ->
          cannotFreeze(
              cell,
              Refusal.Kind.PINNED,
              "at " + pinned.site().site() + ": " + pinned.site().reason().text());
      case FreezeOutcome.Absent _ -> freezeLater(cell);
      case null -> cannotFreeze(cell, Refusal.Kind.PINNED, "freezing failed: " + failure);
    }
  }

  /** A cell that was spawned a moment ago is announced before the runtime has it. */
  private void freezeLater(CellId cell) {
    freezing.remove(cell);
    loop.after(
        FREEZE_RETRY,
        () -> {
          if (machine.state(cell) instanceof CellState.Freezing) {
            freeze(cell);
          }
        });
  }

  private void frozen(HostedJob job, CellId cell, FreezeOutcome.Frozen frozen) {
    freezing.remove(cell);
    if (jobOf(cell) != job || !(machine.state(cell) instanceof CellState.Freezing wanted)) {
      withRuntime(cell, JobRuntime::resumeLocally);
      return;
    }
    if (ends.isReporting(job.run(), cell)) {
      withRuntime(cell, JobRuntime::resumeLocally);
      cannotFreeze(cell, Refusal.Kind.PINNED, "its job's end is being reported");
      return;
    }
    CellEnvelope envelope =
        new CellEnvelope(
            job.shipper().offset(cell),
            job.standardInput().position(),
            movesOf(cell),
            frozen.ended(),
            frozen.image());
    apply(cell, new CellEvent.SafepointReached(wanted.attempt(), Bytes.adopt(envelope.encode())));
  }

  private void cannotFreeze(CellId cell, Refusal.Kind kind, String detail) {
    freezing.remove(cell);
    if (machine.state(cell) instanceof CellState.Freezing wanted) {
      apply(cell, new CellEvent.CannotFreeze(wanted.attempt(), new Refusal(kind, detail)));
    }
  }

  private void transfer(CellEffect.SendTransfer order) {
    HostedJob job = jobOf(order.cell());
    if (job != null) {
      transfers.send(
          order, job.definition(), why -> loop.execute(() -> transferFailed(order, why)));
    }
  }

  private void transferFailed(CellEffect.SendTransfer order, String why) {
    LOG.debug("{} did not reach {}: {}", order.cell(), order.target(), why);
    transfers.failed(order.targetAddress());
    loop.after(
        TRANSFER_RETRY,
        () -> {
          if (machine.state(order.cell()) instanceof CellState.Frozen frozen
              && frozen.attempt().equals(order.attempt())) {
            transfer(order);
          }
        });
  }

  private void discard(CellId cell) {
    withRuntime(cell, JobRuntime::discard);
    HostedJob job = jobOf(cell);
    if (job != null && machine.state(cell) instanceof CellState.Released released) {
      job.shipper().forget(cell);
      left(cell, released);
    }
  }

  private void left(CellId cell, CellState.Released released) {
    moves.remove(cell);
    moveRequests.remove(cell);
    NodeProcess owner = released.newOwner();
    if (owner != null) {
      messenger.left(cell, address(owner, released.newOwnerAddress()));
    }
  }

  private static PeerAddress address(NodeProcess process, String where) {
    return PeerAddress.newBuilder()
        .setNode(
            NodeRef.newBuilder()
                .setName(process.node().name())
                .setIncarnation(process.incarnation().number()))
        .setAddress(where)
        .build();
  }

  // ---- the target's side

  /** Starts a root, aside; the cell counts as arriving until that is done. */
  void startRoot(HostedJob job, JobRuntime runtime, CellId root, Epoch epoch) {
    arrive(
        job, root, () -> job.start(runtime, root), cause -> ends.broken(job, root, epoch, cause));
  }

  private void thaw(CellEffect.ThawAndRun order) {
    CellId cell = order.cell();
    HostedJob job = jobOf(cell);
    JobRuntime runtime = job == null ? null : job.runtime();
    if (job == null || runtime == null) {
      return;
    }
    CellEnvelope envelope = CellEnvelope.decode(order.image().toByteArray());
    job.shipper().begin(cell, envelope.outputOffset());
    job.standardInput().atLeast(envelope.inputPosition());
    moves.put(cell, envelope.moves() + 1);
    if (envelope.ended()) {
      apply(cell, new CellEvent.TaskletEnded());
    }
    arrive(
        job,
        cell,
        () -> runtime.thaw(envelope.image()),
        cause -> ends.broken(job, cell, order.epoch(), cannotGoOn(cell, cause)));
  }

  private IllegalStateException cannotGoOn(CellId cell, Exception cause) {
    return new IllegalStateException(
        "tasklet "
            + cell
            + " has moved to node "
            + machine.process().node()
            + " and cannot go on there: "
            + cause,
        cause);
  }

  private void arrive(HostedJob job, CellId cell, Runnable step, Consumer<Exception> failed) {
    arriving.add(cell);
    job.aside(() -> {
      Exception failure = null;
      try {
        step.run();
      } catch (Exception e) {
        failure = e;
      } catch (Throwable t) { // The job's own code runs here: its stack and its heap can be full.
        failure = new IllegalStateException(t.toString(), t);
      }
      Exception outcome = failure;
      loop.execute(() -> arrived(job, cell, outcome, failed));
    });
  }

  private void arrived(
      HostedJob job, CellId cell, @Nullable Exception failure, Consumer<Exception> failed) {
    arriving.remove(cell);
    if (failure != null) {
      LOG.debug("{} of job {} cannot run here", cell, job.run(), failure);
      failed.accept(failure);
      return;
    }
    messenger.arrived(cell);
    if (machine.state(cell) instanceof CellState.Freezing || onlookers.containsKey(cell)) {
      freeze(cell);
    }
  }

  private void withRuntime(CellId cell, RuntimeStep step) {
    HostedJob job = jobOf(cell);
    JobRuntime runtime = job == null ? null : job.runtime();
    if (runtime != null) {
      step.on(runtime, Cells.toRuntime(cell));
    }
  }

  /** One of the runtime's steps on a cell. */
  @FunctionalInterface
  private interface RuntimeStep {
    void on(JobRuntime runtime, dev.stint.runtime.CellId cell);
  }
}
