package dev.stint.runtime;

import dev.stint.Tasklet;
import dev.stint.TaskletStatus;
import dev.stint.abi.Frame;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One job on this node: its cells, and the ways between them. It is long because it answers each
 * call of {@link JobRuntime}, mostly by passing it on.
 */
final class ResidentJob implements JobRuntime {
  private final Scheduler scheduler;
  private final JobHost host;
  private final List<JobSide> sides;
  private final JobEnvironment environment;
  private final JobThreads threads;
  private final PinLog pins = new PinLog();
  private final Torture torture;
  private final CellFreezer freezer = new CellFreezer(this);
  private final CellMail mail = new CellMail(this);
  private final JobEnding ending = new JobEnding(this);
  private final EndedCells endedCells = new EndedCells(this);
  private final Deadlocks deadlocks = new Deadlocks(this);
  private final ConcurrentHashMap<CellId, Cell> cells = new ConcurrentHashMap<>();
  private volatile @Nullable Cell root;
  private volatile @Nullable BundleSource source;

  /** Whether some of its tasklets may be, or have been, elsewhere. */
  private volatile boolean scattered;

  /**
   * @param loadSides makes the job's class loaders: one, or two under torture
   */
  ResidentJob(Scheduler scheduler, JobHost host, JobSettings settings, SideFactory loadSides) {
    this.scheduler = scheduler;
    this.host = host;
    this.environment = new JobEnvironment(this, settings, scheduler.clock());
    this.threads = new JobThreads(this);
    this.torture = new Torture(settings.tortureEvery());
    this.sides = loadSides.make(this, torture.isOn() ? 2 : 1);
    scheduler.deadlocks().add(this);
  }

  /** Makes the class loaders of a job, whose handles lead back to it. */
  @FunctionalInterface
  interface SideFactory {
    List<JobSide> make(ResidentJob job, int count);
  }

  /** Keeps the class path open until the job is closed. */
  void closeLast(BundleSource classPath) {
    source = classPath;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  JobHost host() {
    return host;
  }

  JobEnvironment environment() {
    return environment;
  }

  JobThreads threads() {
    return threads;
  }

  PinLog pins() {
    return pins;
  }

  CellFreezer freezer() {
    return freezer;
  }

  JobEnding ending() {
    return ending;
  }

  Torture tortureLog() {
    return torture;
  }

  CellMail mail() {
    return mail;
  }

  /** The class loader that is not this one; the same if there is only one. */
  JobSide otherSide(JobSide side) {
    return sides.get((sides.indexOf(side) + 1) % sides.size());
  }

  JobSide primarySide() {
    return sides.get(0);
  }

  /** Whether a loader is one of the job, or made by its program on top of one. */
  boolean isLoader(@Nullable ClassLoader loader) {
    for (ClassLoader one = loader; one != null; one = one.getParent()) {
      ClassLoader parent = one;
      if (sides.stream().anyMatch(side -> side.loader() == parent)) {
        return true;
      }
    }
    return false;
  }

  /** The root cell if it is here, or any cell. */
  @Nullable Cell anyRoot() {
    Cell known = root;
    return known != null ? known : cells.values().stream().findAny().orElse(null);
  }

  // ---- JobRuntime: starting

  @Override
  public ClassLoader loader() {
    return primarySide().loader();
  }

  @Override
  public void startMain(CellId cell, String mainClass, List<String> arguments) {
    MainMethod.of(mainClass, loader());
    startRoot(cell, StartFrame.ofMain(mainClass, arguments));
  }

  @Override
  public void startBody(CellId cell, byte[] body) {
    if (!(primarySide().decode(body) instanceof Callable<?> callable)) {
      throw new IllegalArgumentException("the image of the job's body holds no body");
    }
    startRoot(cell, StartFrame.of(callable));
  }

  private void startRoot(CellId id, StartFrame start) {
    start(id, id, primarySide(), start);
  }

  void start(CellId id, CellId parent, JobSide side, Frame start) {
    Cell cell = newCell(id, parent, side, start);
    register(cell);
    cell.tasklet().start();
  }

  private Cell newCell(CellId id, CellId parent, JobSide side, Frame start) {
    return new Cell(id, parent, this, side, start, new CellCounts(id, host));
  }

  private void register(Cell cell) {
    cells.put(cell.id(), cell);
    if (cell.isRoot()) {
      root = cell;
    }
  }

  /** {@link Tasklet#spawn}. */
  <T extends @Nullable Object> Tasklet<T> spawn(Cell parent, Tasklet.Body<T> body) {
    return spawn(parent, body, 0);
  }

  /**
   * Starts a tasklet in a scope of {@code parent}.
   *
   * @param scope the scope's number; 0 is none
   */
  @SuppressWarnings("unchecked") // The body's type is the handle's.
  <T extends @Nullable Object> Tasklet<T> spawn(Cell parent, Tasklet.Body<T> body, int scope) {
    Cell child = child(parent, body);
    boolean failed = scope != 0 && parent.scopes().fork(scope, child.id());
    child.setScope(scope);
    TaskletHandle<?> handle = endedCells.claim(child);
    child.tasklet().start();
    if (failed) {
      cancelFrom(parent, child.id());
    }
    return (Tasklet<T>) handle;
  }

  /** {@link Tasklet#unstarted}. */
  @SuppressWarnings("unchecked") // The body's type is the handle's.
  <T extends @Nullable Object> Tasklet<T> unstarted(Cell parent, Tasklet.Body<T> body) {
    Cell child = child(parent, body);
    TaskletHandle<?> handle = endedCells.claim(child);
    child.tasklet().beUnstarted();
    return (Tasklet<T>) handle;
  }

  private Cell child(Cell parent, Tasklet.Body<?> body) {
    endedCells.letGo();
    JobSide side = parent.side();
    Callable<?> copy = (Callable<?>) side.copy(body, "capture");
    CellId id = host.newCell();
    host.spawned(parent.id(), id);
    Cell child = newCell(id, parent.id(), side, StartFrame.of(copy));
    child.counts().descendFrom(parent.counts());
    register(child);
    return child;
  }

  // ---- JobRuntime: moving

  @Override
  public CellId thaw(byte[] image) {
    scattered = true;
    Cell cell = freezer.thaw(CellImage.of(image), primarySide());
    register(cell);
    freezer.resume(cell);
    return cell.id();
  }

  @Override
  public CompletionStage<FreezeOutcome> freeze(CellId id) {
    scattered = true;
    Cell cell = cells.get(id);
    return cell == null
        ? CompletableFuture.completedFuture(new FreezeOutcome.Absent(id))
        : cell.freeze();
  }

  @Override
  public void discard(CellId id) {
    Cell cell = cells.get(id);
    if (cell == null) {
      return;
    }
    if (cell.frozen() == null) {
      throw new IllegalStateException(id + " is not frozen, so it cannot have left");
    }
    cells.remove(id);
    if (root == cell) {
      root = null;
    }
    cell.tasklet().gone();
  }

  @Override
  public void resumeLocally(CellId id) {
    Cell cell = cells.get(id);
    if (cell != null && cell.frozen() != null) {
      freezer.resumeLocally(cell);
    }
  }

  @Override
  public void moveRefused(CellId id, String why) {
    Cell cell = cells.get(id);
    Wait wait = cell == null ? null : cell.tasklet().waiting();
    if (wait != null && wait.what() instanceof WaitFor.Moving) {
      wait.complete(new Outcome.Thrown(new IllegalArgumentException(why)));
    }
  }

  /** Throws in the root if no tasklet can ever go on; returns whether that is so. */
  boolean breakDeadlock() {
    Cell known = root;
    return known != null
        && known.end() == null
        && !scattered
        && deadlocks.breakIfStuck(known, cells.values());
  }

  // ---- JobRuntime: messages

  /** The cell, unless it is absent or on its way elsewhere. */
  @Nullable Cell resident(CellId id) {
    Cell cell = cells.get(id);
    return cell == null || cell.frozen() != null ? null : cell;
  }

  @Override
  public boolean deliver(CellId from, CellId to, byte[] message) {
    Cell cell = resident(to);
    return cell != null && mail.deliver(cell, message);
  }

  @Override
  public void peerMoved(CellId moved) {
    for (Cell cell : cells.values()) {
      Wait wait = cell.tasklet().waiting();
      if (wait != null && CellMail.isAsked(moved, wait.what())) {
        cell.turns().peerMoved(wait);
      }
    }
  }

  // ---- JobRuntime: ending

  @Override
  public void cancel(CellId id) {
    Cell cell = cells.get(id);
    if (cell != null) {
      cancel(cell);
    }
  }

  void cancel(Cell cell) {
    cell.tasklet().requestCancel();
    endWait(cell);
  }

  /** Makes a tasklet throw, as its program sees it. */
  void interrupt(Cell cell, Parcel exception) {
    cell.tasklet().requestThrow(exception);
    endWait(cell);
  }

  /**
   * Ends the wait that a tasklet is in, for it to throw. If the request is gone once the wait is
   * known, the tasklet has thrown already, and this is another wait.
   */
  private static void endWait(Cell cell) {
    LiveTasklet tasklet = cell.tasklet();
    Wait wait = tasklet.waiting();
    if (wait != null && !wait.isDone() && tasklet.requests().wantThrow()) {
      cell.turns().giveUp(wait);
    }
  }

  /** {@link Tasklet#interruptWith}, by a tasklet of this job. */
  void interruptFrom(Cell asker, CellId target, Throwable exception) {
    Parcel parcel = Parcel.thrown(exception, asker.side());
    Cell here = resident(target);
    if (here != null) {
      interrupt(here, parcel);
    } else {
      mail.interrupt(asker.nextOp(), target, parcel);
    }
  }

  /** {@link Tasklet#cancel}, by a tasklet of this job. */
  void cancelFrom(Cell asker, CellId target) {
    Cell here = resident(target);
    if (here != null) {
      cancel(here);
    } else {
      mail.cancel(asker.id(), target);
    }
  }

  @Override
  public void cancelAll() {
    for (Cell cell : cells.values()) {
      cancel(cell);
    }
    ending.cancel();
  }

  /** A tasklet has ended by itself; returns its final state. */
  TaskletState ended(Cell cell, Outcome outcome) {
    TaskletEnding end = TaskletEnding.of(cell.side(), outcome);
    leaveScopes(cell, end.state() == TaskletState.FAILED);
    if (cell.isRoot()) {
      ending.rootEnds();
    }
    cell.setEnd(end.forJoiners());
    host.ended(cell.id(), end.forHost());
    if (cell.isRoot()) {
      ending.rootEnded(end.forHost());
    }
    endedCells.letGo();
    return end.state();
  }

  /** A tasklet has ended because it was asked to. */
  void endedCancelled(Cell cell) {
    leaveScopes(cell, true);
    if (cell.isRoot()) {
      ending.rootEnds();
    }
    cell.setEnd(new CellEnd.Cancelled());
    CellOutcome outcome = new CellOutcome.Cancelled();
    host.ended(cell.id(), outcome);
    if (cell.isRoot()) {
      ending.rootEnded(outcome);
    }
  }

  /** A handle is being written to bytes; returns what stands for it there. */
  CellId handleTravels(TaskletHandle<?> handle) {
    EndedCells.handleTravels(cells.get(handle.cell()));
    return handle.cell();
  }

  /** Takes a cell out of those that can be found; false if it was taken out before. */
  boolean forget(Cell cell) {
    return cells.remove(cell.id(), cell);
  }

  /** A tasklet's last state shows: nothing of it runs here any more. */
  void settled(Cell cell) {
    endedCells.letGo(cell);
  }

  /** Before its end shows: whoever joins it shall find its siblings' scope as failed. */
  private void leaveScopes(Cell cell, boolean failed) {
    int scope = cell.scope();
    if (failed && scope != 0) {
      Cell owner = resident(cell.parent());
      if (owner == null) {
        mail.forkFailed(cell.id(), cell.parent(), scope);
      } else {
        cancelSiblings(owner, scope, cell.id());
      }
    }
    cell.scopes().closeAll().forEach(child -> cancelFrom(cell, child));
  }

  /** A tasklet that {@code owner} forked in a scope has failed. */
  void cancelSiblings(Cell owner, int scope, CellId failed) {
    owner.scopes().fail(scope, failed).forEach(sibling -> cancelFrom(owner, sibling));
  }

  /** {@link System#exit}. */
  void exit(int status) {
    ending.exit(status);
  }

  /** No tasklet goes on any more. */
  void dropAll() {
    for (Cell cell : cells.values()) {
      cell.tasklet().requestDrop();
    }
  }

  @Override
  public void release(CellId id) {
    Cell cell = cells.get(id);
    if (cell != null && cell.end() != null) {
      cells.remove(id);
    }
  }

  @Override
  public void close() {
    scheduler.deadlocks().remove(this);
    environment.cutOff();
    dropAll();
    cells.clear();
    for (JobSide side : sides) {
      side.loader().closeQuietly();
    }
    BundleSource classPath = source;
    if (classPath != null) {
      classPath.close();
    }
  }

  // ---- JobRuntime: looking

  TaskletStatus statusOf(CellId id) {
    Cell cell = cells.get(id);
    return cell == null ? TaskletStatus.FROZEN : CellViews.statusOf(cell);
  }

  String nodeOf(CellId id) {
    return cells.containsKey(id) ? host.nodeName() : host.nodeOf(id);
  }

  @Override
  public long cpuNanos() {
    return endedCells.cpuNanos()
        + cells.values().stream().mapToLong(cell -> cell.tasklet().cpuNanos()).sum();
  }

  @Override
  public List<TaskletView> tasklets() {
    endedCells.letGo();
    return cells.values().stream()
        .map(CellViews::of)
        .sorted(Comparator.comparing(TaskletView::cell))
        .toList();
  }

  @Override
  public Optional<StackView> stack(CellId id) {
    Cell cell = cells.get(id);
    return cell == null ? Optional.empty() : CellViews.stackOf(cell);
  }

  @Override
  public List<PinnedSite> pinnedSites() {
    return pins.sites();
  }

  @Override
  public TortureReport torture() {
    return torture.report();
  }
}
