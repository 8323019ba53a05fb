package dev.stint.runtime;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.abi.Continuation;
import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A cell on this node: its tasklet, the channels that the tasklet created, and once it has ended,
 * its result for those who join it.
 */
final class Cell implements TaskletOwner {
  private final CellId id;
  private final CellId parent;
  private final ResidentJob job;
  private final LiveTasklet tasklet;
  private final Turns turns;
  private final ConcurrentHashMap<Integer, ChannelHome> channels = new ConcurrentHashMap<>();
  private final List<Joiner> joiners = new ArrayList<>();
  private final CellCounts counts;
  private final TaskletLocals locals = new TaskletLocals();
  private final CellScopes scopes = new CellScopes();
  private final Map<CellId, Long> throwers = new HashMap<>();
  private volatile JobSide side;
  private volatile @Nullable CellEnd end;
  private volatile @Nullable CompletableFuture<FreezeOutcome> freezing;
  private volatile FreezeOutcome.@Nullable Frozen frozen;
  private volatile String lastPin = "";
  private volatile @Nullable String threadName;
  private volatile int scope;
  private volatile @Nullable HandleClaim claim;
  private boolean left;

  /** One who waits for the end of this cell's tasklet; on this node if {@code here} is set. */
  record Joiner(OpKey key, @Nullable Wait here) {}

  /** A cell whose tasklet begins, or goes on, with {@code top}. */
  Cell(CellId id, CellId parent, ResidentJob job, JobSide side, Frame top, CellCounts counts) {
    this.id = id;
    this.parent = parent;
    this.job = job;
    this.side = side;
    this.counts = counts;
    this.turns = new Turns(this, job);
    this.tasklet = new LiveTasklet(job.scheduler(), this, new Continuation(top));
  }

  /** The cell of the tasklet on a context. */
  static Cell on(Ctx ctx) {
    LiveTasklet mounted = LiveTasklet.on(ctx);
    if (mounted != null && mounted.owner() instanceof Cell cell) {
      return cell;
    }
    throw new IllegalStateException(
        "this thread runs no tasklet: threads that a job starts itself cannot wait as tasklets do."
            + " Use Tasklet.spawn instead of a thread");
  }

  /** The cell of the tasklet on the calling thread. */
  static Cell current() {
    return on(Ctx.PINNED);
  }

  CellId id() {
    return id;
  }

  CellId parent() {
    return parent;
  }

  ResidentJob job() {
    return job;
  }

  LiveTasklet tasklet() {
    return tasklet;
  }

  Turns turns() {
    return turns;
  }

  JobSide side() {
    return side;
  }

  /** Goes on in another class loader; only while its tasklet is being frozen. */
  void changeSide(JobSide newSide) {
    side = newSide;
  }

  CellCounts counts() {
    return counts;
  }

  /** What its tasklet has in thread locals. */
  TaskletLocals locals() {
    return locals;
  }

  /** The name of its thread, as the program sees it. */
  String threadName() {
    String given = threadName;
    if (given != null) {
      return given;
    }
    return isRoot() ? "main" : "tasklet-" + id.tasklet();
  }

  /** The name that the program has given to its thread, or null. */
  @Nullable String givenThreadName() {
    return threadName;
  }

  void setThreadName(@Nullable String name) {
    threadName = name;
  }

  /** The scopes that its tasklet has open. */
  CellScopes scopes() {
    return scopes;
  }

  /** The number of its parent's scope that its tasklet was forked in, or 0. */
  int scope() {
    return scope;
  }

  void setScope(int number) {
    scope = number;
  }

  /** Who may name its tasklet; null if that is not known, because it came from elsewhere. */
  @Nullable HandleClaim claim() {
    return claim;
  }

  void setClaim(HandleClaim newClaim) {
    claim = newClaim;
  }

  boolean isRoot() {
    return id.equals(parent);
  }

  /** How its tasklet ended, or null while it lives. */
  @Nullable CellEnd end() {
    return end;
  }

  /** Where it could not be unwound when last asked; empty if it never was. */
  String lastPin() {
    return lastPin;
  }

  OpKey nextOp() {
    return new OpKey(id, counts.nextOp());
  }

  long deadlineAfter(Duration duration) {
    return job.scheduler().clock().nanos() + saturatedNanos(duration);
  }

  private static long saturatedNanos(Duration duration) {
    return duration.toSeconds() >= Integer.MAX_VALUE
        ? Duration.ofSeconds(Integer.MAX_VALUE).toNanos()
        : duration.toNanos();
  }

  // ---- channels

  /** Makes a channel at home here. */
  ChannelId newChannel(int capacity) {
    ChannelId channel = new ChannelId(id, counts.nextChannel());
    channels.put(channel.number(), new ChannelHome(channel, capacity, job));
    return channel;
  }

  void addChannel(ChannelHome channel) {
    channels.put(channel.id().number(), channel);
  }

  @Nullable ChannelHome channel(int number) {
    return channels.get(number);
  }

  Collection<ChannelHome> channels() {
    return channels.values();
  }

  // ---- its end

  /** Tells a joiner when the tasklet has ended; at once if it has. */
  void join(OpKey key, @Nullable Wait here) {
    CellEnd ended;
    synchronized (joiners) {
      ended = end;
      if (ended == null) {
        // A tasklet waits for one thing at a time: an older question has been given up.
        Joiner before = joinerIn(key.cell());
        if (before == null || before.key().number() <= key.number()) {
          joiners.remove(before);
          joiners.add(new Joiner(key, here));
        }
        return;
      }
    }
    tell(new Joiner(key, here), ended);
  }

  @GuardedBy("joiners")
  private @Nullable Joiner joinerIn(CellId cell) {
    for (Joiner joiner : joiners) {
      if (joiner.key().cell().equals(cell)) {
        return joiner;
      }
    }
    return null;
  }

  private void tell(Joiner joiner, CellEnd ended) {
    Wait here = joiner.here();
    if (here == null) {
      job.mail().joined(id, joiner.key(), ended);
    } else {
      here.complete(new Outcome.Value(ended));
    }
  }

  /** Those who wait for the end. */
  List<OpKey> joiners() {
    synchronized (joiners) {
      return joiners.stream().map(Joiner::key).toList();
    }
  }

  /** It has ended, here or before it came here. */
  void setEnd(CellEnd newEnd) {
    List<Joiner> waiting;
    synchronized (joiners) {
      end = newEnd;
      waiting = List.copyOf(joiners);
      joiners.clear();
    }
    for (Joiner joiner : waiting) {
      tell(joiner, newEnd);
    }
  }

  /**
   * Leaves, if its tasklet has ended, nobody can ask for its result or has one of its channels, and
   * it is not on its way elsewhere. From then on it is as if it were absent.
   */
  synchronized boolean leaveIfUnknown() {
    HandleClaim known = claim;
    left |=
        end != null
            && known != null
            && known.isGivenUp()
            && counts.channels() == 0
            && freezing == null
            && frozen == null;
    return left;
  }

  @Override
  public TaskletState ended(LiveTasklet ended, Outcome outcome) {
    counts.flush();
    boolean asAsked =
        outcome instanceof Outcome.Thrown thrown
            && thrown.throwable() instanceof CancellationException
            && ended.requests().wasCancelled();
    TaskletState state = asAsked ? TaskletState.CANCELLED : job.ended(this, outcome);
    if (asAsked) {
      job.endedCancelled(this);
    }
    if (freezing != null) {
      finishFreeze(job.freezer().freezeEnded(this));
    }
    locals.clear();
    job.settled(this);
    return state;
  }

  @Override
  public void dropped(LiveTasklet dropped) {
    counts.flush();
    if (freezing != null) {
      finishFreeze(new FreezeOutcome.Absent(id));
    }
  }

  /** {@link System#exit}: this tasklet never goes on, and neither does any other of the job. */
  void exit(int status, Ctx ctx) {
    counts.flush();
    job.exit(status);
    tasklet.requestDrop();
    if (ctx == Ctx.PINNED || tasklet.ties().locksHeld() > 0) {
      throw new JobOver();
    }
    tasklet.yielding(ctx);
  }

  @Override
  public Outcome understand(WaitFor what, Outcome raw) {
    return new Meanings(this, job).understand(what, raw);
  }

  @Override
  public Throwable open(Parcel exception) {
    return exception.open(side) instanceof Throwable thrown
        ? thrown
        : new IllegalStateException("what was to be thrown is no exception");
  }

  /** Whether this request to throw, or order, comes the first time: a message may come twice. */
  boolean isNewRequest(OpKey request) {
    synchronized (throwers) {
      Long before = throwers.put(request.cell(), request.number());
      if (before == null || before < request.number()) {
        return true;
      }
      throwers.put(request.cell(), before);
      return false;
    }
  }

  /** The last request to throw from each tasklet on another node. */
  List<OpKey> throwers() {
    synchronized (throwers) {
      List<OpKey> all = new ArrayList<>();
      throwers.forEach((cell, number) -> all.add(new OpKey(cell, number)));
      return all;
    }
  }

  // ---- freezing

  /** Asks for a freeze; a second request joins the first. */
  CompletableFuture<FreezeOutcome> freeze() {
    CompletableFuture<FreezeOutcome> answer;
    synchronized (this) {
      if (left) {
        return CompletableFuture.completedFuture(new FreezeOutcome.Absent(id));
      }
      FreezeOutcome.Frozen before = frozen;
      answer = before == null ? freezing : CompletableFuture.completedFuture(before);
      if (answer != null) {
        return answer;
      }
      answer = new CompletableFuture<>();
      freezing = answer;
    }
    if (end != null) {
      finishFreeze(job.freezer().freezeEnded(this));
    } else if (tasklet.requestFreeze()) {
      job.freezer().freeze(this);
    } else if (tasklet.state().status().isTerminal()) {
      finishFreeze(job.freezer().freezeEnded(this));
    }
    return answer;
  }

  /** Its image, while it is frozen here. */
  FreezeOutcome.@Nullable Frozen frozen() {
    return frozen;
  }

  void setFrozen(FreezeOutcome.@Nullable Frozen image) {
    frozen = image;
  }

  /** Answers all that have asked for a freeze so far. */
  void finishFreeze(FreezeOutcome outcome) {
    CompletableFuture<FreezeOutcome> waiting;
    synchronized (this) {
      waiting = freezing;
      freezing = null;
    }
    if (waiting != null) {
      waiting.complete(outcome);
    }
  }

  @Override
  public void unwoundForFreeze(LiveTasklet unwound) {
    counts.flush();
    if (freezing != null) {
      job.freezer().freeze(this);
    } else if (job.tortureLog().isOn()) {
      job.freezer().torture(this);
    } else {
      unwound.settle();
    }
  }

  @Override
  public void freezeMissed(LiveTasklet missed, PinReason reason, @Nullable StackTraceElement site) {
    PinnedSite pinned = job.pins().count(reason, site);
    lastPin = pinned.site() + ": " + reason.text();
    if (freezing != null) {
      finishFreeze(new FreezeOutcome.Pinned(id, pinned));
    } else {
      job.tortureLog().missed(site, reason.text());
    }
  }

  /** It is about to wait where it cannot be unwound; the caller is on its thread. */
  void pinned(PinReason reason) {
    PinnedSite site = job.pins().count(reason, UserFrames.here());
    lastPin = site.site() + ": " + reason.text();
  }

  @Override
  public void mounted(LiveTasklet mounted) {
    locals.mounted(job, side.loader());
  }

  @Override
  public void safepoint(LiveTasklet at, boolean pinned) {
    job.tortureLog().safepoint(this, pinned);
  }

  @Override
  public boolean wantsEverySafepoint() {
    return job.tortureLog().isOn();
  }
}
