package dev.stint.runtime;

import dev.stint.AnchoredException;
import dev.stint.abi.Continuation;
import dev.stint.abi.Frame;
import dev.stint.image.NotSerializableStateException;
import dev.stint.runtime.SavedCell.SavedChannel;
import dev.stint.runtime.SavedCell.SavedWait;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes cells plain data and back. The caller has the tasklet in state FREEZING, so nobody else
 * touches its stack.
 */
final class CellFreezer {
  private final ResidentJob job;

  CellFreezer(ResidentJob job) {
    this.job = job;
  }

  // ---- to leave

  /** Freezes a cell whose tasklet lives, or lets it stay, and answers who asked for that. */
  void freeze(Cell cell) {
    LiveTasklet tasklet = cell.tasklet();
    Wait wait = tasklet.waiting();
    SavedForms forms = forms(cell.side());
    SavedWait saved = null;
    boolean detached = false;
    try {
      detached = wait != null && wait.detach();
      if (wait != null) {
        saved = detached ? forms.save(wait.what()) : SavedForms.save(wait.result());
      }
      FreezeOutcome.Frozen image = image(cell, stackOf(tasklet), saved);
      cell.setFrozen(image);
      tasklet.frozen();
      cell.finishFreeze(image);
    } catch (NotSerializableStateException e) {
      stay(cell, detached ? wait : null, e);
    } catch (RuntimeException | LinkageError e) {
      String what = "it cannot be written: " + e;
      stay(
          cell,
          detached ? wait : null,
          new NotSerializableStateException("", e.getClass().getName(), what));
    }
  }

  /** Answers before the tasklet goes on: what it asks for then is not what was refused here. */
  private void stay(Cell cell, @Nullable Wait detached, NotSerializableStateException why) {
    AnchoredException anchored = why.toAnchored();
    cell.channels().forEach(ChannelHome::stay);
    if (detached != null) {
      Wait again = new Wait(cell.tasklet(), detached.what());
      cell.tasklet().replace(stack(cell), again);
      if (detached.what() instanceof WaitFor.Moving) {
        Turns.refuseMove(again, anchored);
      } else {
        cell.turns().askAgain(again);
      }
    }
    cell.finishFreeze(new FreezeOutcome.Anchored(cell.id(), why.path(), why.reason()));
    cell.tasklet().settle();
    job.peerMoved(cell.id());
  }

  /** Freezes what is left of a cell whose tasklet has ended. */
  FreezeOutcome freezeEnded(Cell cell) {
    if (cell.end() == null) {
      return new FreezeOutcome.Absent(cell.id());
    }
    FreezeOutcome.Frozen image = image(cell, null, null);
    cell.setFrozen(image);
    return image;
  }

  private FreezeOutcome.Frozen image(Cell cell, @Nullable Frame top, @Nullable SavedWait wait) {
    JobSide side = cell.side();
    SavedForms forms = forms(side);
    List<SavedChannel> channels = new ArrayList<>();
    for (ChannelHome channel : cell.channels()) {
      channels.add(forms.save(channel.id().number(), channel.leave()));
    }
    cell.counts().countFreeze();
    boolean withStatics = cell.isRoot() && top != null;
    List<Statics.ClassState> statics = withStatics ? side.saveStatics() : List.of();
    if (withStatics) {
      job.threads().requireNoHooks();
    }
    CellEnd end = cell.end();
    SavedCell saved =
        new SavedCell(
            countsOf(cell),
            top,
            wait,
            cell.locals().save(),
            channels,
            cell.joiners(),
            cell.scopes().save(),
            forms.saveOrNull(cell.tasklet().requests().toThrow()),
            cell.throwers(),
            end == null ? null : forms.save(end),
            statics,
            withStatics ? job.environment().changes() : null,
            job.environment().nanoTime(),
            job.environment().currentTimeMillis());
    byte[] graph = cell.isRoot() ? side.encodeRoot(saved) : side.encode(saved, "");
    List<String> initialized = statics.stream().map(Statics.ClassState::className).toList();
    byte[] bytes = new CellImage(cell.id(), cell.parent(), initialized, graph).toBytes();
    return new FreezeOutcome.Frozen(
        cell.id(), bytes, cell.tasklet().cpuNanos(), cell.end() != null);
  }

  private static SavedCell.Counts countsOf(Cell cell) {
    CellCounts counts = cell.counts();
    LiveTasklet tasklet = cell.tasklet();
    return new SavedCell.Counts(
        counts.ops(),
        counts.channels(),
        counts.outputs(),
        counts.freezes(),
        tasklet.cpuNanos(),
        tasklet.requests().wasCancelled(),
        tasklet.requests().has(Requests.CANCEL),
        tasklet.ties().isInterrupted(),
        cell.givenThreadName(),
        cell.scope(),
        new SavedCell.Run(
            tasklet.requests().staying(),
            tasklet.ties().atomicSections(),
            counts.lineage(),
            counts.children(),
            counts.effects()));
  }

  // ---- to arrive

  /** Makes a cell of its image; it has yet to be registered and to {@link #resume}. */
  Cell thaw(CellImage image, JobSide side) {
    boolean root = image.cell().equals(image.parent());
    Object decoded = decode(image, side, root);
    if (!(decoded instanceof SavedCell saved)) {
      throw new dev.stint.image.ImageFormatException("the image is not one of a cell");
    }
    if (root) {
      side.statics().restore(saved.statics());
    }
    JobEnvironment.Changes environment = saved.environment();
    if (environment != null) {
      job.environment().restore(environment);
    }
    job.environment().notBefore(saved.nanoTime(), saved.currentTimeMillis());
    CellCounts counts = new CellCounts(image.cell(), job.host());
    SavedCell.Counts numbers = saved.counts();
    counts.restore(numbers.ops(), numbers.channels(), numbers.outputs(), numbers.freezes());
    Frame top = saved.top();
    Cell cell =
        new Cell(
            image.cell(),
            image.parent(),
            job,
            side,
            top == null ? new Continuation.EmptyFrame() : top,
            counts);
    cell.tasklet().addCpu(numbers.cpuNanos());
    cell.tasklet().ties().keepInterrupt(numbers.interrupted());
    SavedCell.Run run = numbers.run();
    counts.restore(run.lineage(), run.children(), run.effects());
    cell.tasklet()
        .requests()
        .restore(run.requests(), numbers.wasCancelled(), numbers.cancelPending());
    cell.tasklet().ties().countAtomic(run.atomicSections());
    cell.setThreadName(numbers.threadName());
    cell.setScope(numbers.scope());
    cell.scopes().restore(saved.scopes());
    cell.locals().restore(saved.locals());
    saved.throwers().forEach(cell::isNewRequest);
    SavedCell.SavedParcel toThrow = saved.toThrow();
    if (toThrow != null) {
      cell.tasklet().requestThrow(SavedForms.restored(toThrow));
    }
    arrive(cell, saved);
    return cell;
  }

  private @Nullable Object decode(CellImage image, JobSide side, boolean root) {
    if (!root) {
      return side.decode(image.graph());
    }
    side.requireFits(image.graph());
    job.environment().muted(() -> side.statics().initialize(image.initialized()));
    return side.decodeRoot(image.graph());
  }

  private void arrive(Cell cell, SavedCell saved) {
    SavedForms forms = forms(cell.side());
    for (SavedChannel channel : saved.channels()) {
      ChannelId id = new ChannelId(cell.id(), channel.number());
      cell.addChannel(new ChannelHome(id, SavedForms.restore(channel), job));
    }
    for (OpKey joiner : saved.joiners()) {
      cell.join(joiner, null);
    }
    SavedCell.SavedEnd end = saved.end();
    if (end != null) {
      cell.setEnd(SavedForms.restore(end));
      cell.tasklet().endedBefore();
      return;
    }
    SavedWait wait = saved.waiting();
    if (wait != null) {
      cell.tasklet().arrive(forms.restore(wait, cell.tasklet()));
    }
  }

  /** Lets a cell go on that has been thawed, or was frozen and stays. */
  void resume(Cell cell) {
    cell.channels().forEach(ChannelHome::stay);
    cell.setFrozen(null);
    if (cell.end() == null) {
      Wait wait = cell.tasklet().waiting();
      if (wait != null && !wait.isDone()) {
        cell.turns().askAgain(wait);
      }
      cell.tasklet().settle();
    }
    job.peerMoved(cell.id());
  }

  /** Lets a frozen cell go on here after all: what it waited for must be asked for anew. */
  void resumeLocally(Cell cell) {
    Wait wait = cell.tasklet().waiting();
    if (wait != null && !wait.isDone()) {
      cell.tasklet().replace(stack(cell), new Wait(cell.tasklet(), wait.what()));
    }
    resume(cell);
  }

  // ---- torture

  /**
   * Freezes a tasklet's stack to bytes and thaws it in the job's other class loader. Its wait stays
   * as it is: an outcome that comes meanwhile is opened in the new loader.
   */
  void torture(Cell cell) {
    LiveTasklet tasklet = cell.tasklet();
    JobSide from = cell.side();
    JobSide to = job.otherSide(from);
    StackTraceElement site = Torture.siteOf(tasklet.continuation());
    try {
      Moved moved = cell.isRoot() ? transferRoot(cell, from, to) : transfer(cell, from, to);
      cell.changeSide(to);
      cell.locals().restore(moved.locals());
      tasklet.replace(new Continuation(moved.top()), tasklet.waiting());
      cell.counts().countFreeze();
      job.tortureLog().taken(site);
    } catch (NotSerializableStateException e) {
      job.tortureLog().missed(site, "anchored: " + e.path() + " " + e.reason());
    }
    tasklet.settle();
  }

  private Moved transfer(Cell cell, JobSide from, JobSide to) {
    return (Moved) present(to.decode(from.encode(moved(cell, List.of(), null), "")));
  }

  private Moved transferRoot(Cell cell, JobSide from, JobSide to) {
    List<Statics.ClassState> statics = from.saveStatics();
    List<String> initialized = statics.stream().map(Statics.ClassState::className).toList();
    byte[] bytes = from.encodeRoot(moved(cell, statics, job.environment().changes()));
    job.environment().muted(() -> to.statics().initialize(initialized));
    Moved moved = (Moved) present(to.decodeRoot(bytes));
    to.statics().restore(moved.statics());
    job.environment().restoreStreams((JobEnvironment.Changes) present(moved.environment()));
    return moved;
  }

  private static Moved moved(
      Cell cell, List<Statics.ClassState> statics, JobEnvironment.@Nullable Changes environment) {
    return new Moved(stackOf(cell.tasklet()), cell.locals().save(), statics, environment);
  }

  /**
   * What goes to the other class loader, in one graph; statics and environment only with the root.
   */
  record Moved(
      Frame top,
      List<TaskletLocals.Saved> locals,
      List<Statics.ClassState> statics,
      JobEnvironment.@Nullable Changes environment) {}

  private static Object present(@Nullable Object decoded) {
    if (decoded == null) {
      throw new IllegalStateException("an image of a stack holds nothing");
    }
    return decoded;
  }

  private static Frame stackOf(LiveTasklet tasklet) {
    Continuation stack = tasklet.continuation();
    Frame top = stack == null ? null : stack.top();
    if (top == null) {
      throw new IllegalStateException("an ended tasklet has no stack to freeze");
    }
    return top;
  }

  private static Continuation stack(Cell cell) {
    Continuation stack = cell.tasklet().continuation();
    if (stack == null) {
      throw new IllegalStateException("an ended tasklet cannot go on");
    }
    return stack;
  }

  private SavedForms forms(JobSide side) {
    return new SavedForms(side, job.scheduler().clock().nanos());
  }
}
