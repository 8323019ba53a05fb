package dev.stint.coordinator;

import dev.stint.cluster.Applied;
import dev.stint.cluster.CellView;
import dev.stint.cluster.Fact;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobView;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeProcess;
import dev.stint.cluster.NodeState;
import dev.stint.cluster.balance.LoadView;
import dev.stint.cluster.balance.NodeLoad;
import dev.stint.cluster.balance.Placement;
import dev.stint.proto.Event;
import dev.stint.proto.Hello;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desks of a coordinator and what connects them: what the log brings about goes to the nodes as
 * orders and to the desks as facts, on the loop, in the order of the log.
 */
final class CoordinatorCore {
  private static final Logger LOG = LoggerFactory.getLogger(CoordinatorCore.class);
  private static final Duration BALANCE_PERIOD = Duration.ofMillis(500);
  private static final Duration WATCH_PERIOD = Duration.ofMillis(500);
  private static final Duration REDRIVE_PERIOD = Duration.ofSeconds(2);
  private static final Duration DRAIN_PERIOD = Duration.ofMillis(100);

  final Authority authority;
  final AuthorityLog log;
  final Loop loop;
  final Clock clock;
  final EventLog events;
  final GridDesk grid;
  final OutputStore outputs;
  final InputRelay inputs;
  final NodeSessions sessions;
  final NodeQueries queries;
  final JobViews jobViews;
  final JobDesk jobs;
  final JobReports reports;
  final JobHistory history;
  final Orders orders;
  final Registrar registrar;
  final MoveTrails trails = new MoveTrails();
  final LoadViews loads;
  final Mover mover;
  final Drainer drainer;
  final Balancer balancer;
  final Placer placer;
  final NodeDesk nodes;
  private boolean balanceAsked;

  CoordinatorCore(
      Authority authority,
      AuthorityLog log,
      BlobStore blobs,
      OutputStore outputs,
      CompletableFuture<Grid> grid,
      Loop loop,
      Clock clock) {
    this.authority = authority;
    this.log = log;
    this.loop = loop;
    this.clock = clock;
    this.outputs = outputs;
    this.inputs = new InputRelay(clock);
    this.grid = new GridDesk(grid);
    this.events = new EventLog(clock, this.grid::show);
    this.sessions = new NodeSessions(clock);
    this.queries = new NodeQueries(sessions, loop);
    this.jobViews = new JobViews(authority, blobs);
    this.jobs = new JobDesk(authority, log, blobs, jobViews, clock);
    this.reports = new JobReports(log, jobViews, outputs, clock, loop);
    this.history = new JobHistory(authority, log, loop, JobHistory.KEPT, this::forgotten);
    this.orders = new Orders(sessions, blobs);
    this.registrar = new Registrar(authority, log, sessions, orders, clock, loop);
    this.loads = new LoadViews(authority, sessions, trails, clock);
    this.mover = new Mover(authority, log, loop, clock);
    this.drainer = new Drainer(authority, log, loads, trails, events, clock, loop);
    this.balancer = new Balancer(authority, log, loads, events, clock);
    this.placer = new Placer(authority, log, loads, events, clock, loop);
    this.nodes = new NodeDesk(this);
  }

  /** Takes up work where the log left it. */
  void start() {
    loop.execute(registrar::expectThoseOfTheLog);
    authority.listen(applied -> loop.execute(() -> applied(applied)));
    loop.every(WATCH_PERIOD, this::watch);
    loop.every(BALANCE_PERIOD, this::balance);
    loop.every(REDRIVE_PERIOD, registrar::redrive);
    loop.every(DRAIN_PERIOD, drainer::look);
  }

  /** What is to be done as time goes by. */
  void watch() {
    registrar.declareSilentOnesGone();
    mover.abortOverdue();
    mover.lookAtStarts();
    placer.place();
    history.trim();
    inputs.look();
  }

  /** Looks at the load and moves what pays. */
  void balance() {
    balanceAsked = false;
    balancer.balance();
  }

  /** A process opens a stream; once it is let in, what waits for a node is placed. */
  void hello(Hello hello, NodeLink link, Consumer<NodeProcess> admitted) {
    registrar.hello(
        hello,
        link,
        process -> {
          admitted.accept(process);
          placer.place();
        });
  }

  /** Facts are told first: who has been ordered something finds it noted. */
  private void applied(Applied applied) {
    applied.facts().forEach(this::tell);
    tellLosses(applied.facts());
    orders.send(applied.effects());
    mover.lookAtStarts();
  }

  /** A node that is gone may have had thousands of cells: they are one event for each job. */
  private void tellLosses(List<Fact> facts) {
    Map<String, Integer> losses = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.CellLost lost) {
        losses.merge(" of job " + lost.run() + " lost with " + lost.process(), 1, Integer::sum);
      }
    }
    losses.forEach((text, count) ->
        events.add("node", count + (count == 1 ? " tasklet" : " tasklets") + text));
  }

  private void tell(Fact fact) {
    switch (fact) {
      case Fact.NodeChanged changed -> nodeChanged(changed);
      case Fact.JobChanged changed -> jobChanged(changed);
      case Fact.MoveChanged changed -> moveChanged(changed.move());
      case Fact.CellLost _ -> {} // Told together by tellLosses.
    }
  }

  private void nodeChanged(Fact.NodeChanged changed) {
    String why = changed.why().isEmpty() ? "" : ": " + changed.why();
    String state = changed.state().name().toLowerCase(java.util.Locale.ROOT);
    events.add("node", changed.process() + " is " + state + why);
    if (changed.state() == NodeState.GONE) {
      sessions.dismiss(changed.process(), "it was declared gone" + why);
      drainer.gone(changed.process());
    }
    if (changed.state() == NodeState.UP) {
      placer.place();
    }
    if (changed.state() == NodeState.DRAINING) {
      askForBalance();
    }
  }

  private void jobChanged(Fact.JobChanged changed) {
    JobId id = changed.run().job();
    Optional<JobView> job = authority.read(machine -> machine.job(id));
    String name = job.map(view -> view.request().name()).orElse("");
    String state = changed.state().name().toLowerCase(java.util.Locale.ROOT);
    events.add("job", name + " (" + changed.run() + ") is " + state);
    if (changed.state() == dev.stint.cluster.JobState.QUEUED) {
      placer.place();
    }
    if (changed.state().isFinal()) {
      ended(id, job);
    }
  }

  private void ended(JobId id, Optional<JobView> job) {
    outputs.finish(id);
    inputs.forget(id);
    trails.jobEnded(id);
    jobs.ended(id);
    job.ifPresent(view -> {
      try {
        grid.show(jobViews.describe(view));
      } catch (IOException e) {
        LOG.warn("the end of job {} cannot be shown: {}", id, e.getMessage());
      }
    });
  }

  private void forgotten(JobId id) {
    outputs.forget(id);
    jobViews.forget(id);
    trails.forget(id);
  }

  private void moveChanged(MoveView move) {
    if (move.outcome() == MoveView.Outcome.PENDING) {
      return;
    }
    trails.ended(move);
    mover.ended(move);
    boolean committed = move.outcome() == MoveView.Outcome.COMMITTED;
    if (committed) {
      jobViews.moved(move.run().job());
      drainer.moved(move);
    }
    String way = move.cell() + " " + move.from().node() + " -> " + move.to().node();
    events.add(
        Event.newBuilder()
            .setKind("move")
            .setTaskletId(Wire.tasklet(move.cell()))
            .setFrom(move.from().node().name())
            .setTo(committed ? move.to().node().name() : move.from().node().name())
            .setText(
                way
                    + (committed
                        ? ": " + move.reason().text()
                        : " did not happen: " + move.detail())));
    if (drainer.isActive()) {
      askForBalance();
    }
  }

  /** A drain need not wait for the next look at the load; many moves ask for one look. */
  private void askForBalance() {
    if (!balanceAsked) {
      balanceAsked = true;
      loop.execute(this::balance);
    }
  }

  /** Where a cell should go: the named node, or if none is named, the least pressed other one. */
  Optional<NodeId> targetFor(CellView cell, String named) {
    if (!named.isEmpty()) {
      return Optional.of(Names.node(named));
    }
    LoadView load = loads.now();
    List<NodeLoad> others =
        load.nodes().stream().filter(node -> !node.node().equals(cell.owner().node())).toList();
    var labels =
        authority
            .read(machine -> machine.job(cell.run().job()))
            .map(job -> JobSpecs.labels(job.request()))
            .orElseThrow();
    return Placement.of(new LoadView(load.now(), others, load.cells()), labels)
        .map(Placement::node);
  }

  /** What users are told of a failure. */
  static String messageOf(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
