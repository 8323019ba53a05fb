package dev.stint.cli;

import dev.stint.Tasklet;
import dev.stint.TaskletId;
import dev.stint.TaskletStatus;
import dev.stint.client.BalanceView;
import dev.stint.client.ClusterView;
import dev.stint.client.DrainView;
import dev.stint.client.EventView;
import dev.stint.client.FailureView;
import dev.stint.client.Job;
import dev.stint.client.JobFailedException;
import dev.stint.client.JobId;
import dev.stint.client.JobInput;
import dev.stint.client.JobSpec;
import dev.stint.client.JobStatus;
import dev.stint.client.JobView;
import dev.stint.client.MainProgram;
import dev.stint.client.MoveView;
import dev.stint.client.NodeView;
import dev.stint.client.NotFoundException;
import dev.stint.client.Operator;
import dev.stint.client.OutputPart;
import dev.stint.client.Progress;
import dev.stint.client.RefusedException;
import dev.stint.client.StintClient;
import dev.stint.client.Submission;
import dev.stint.client.TaskletView;
import dev.stint.client.TortureReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A cluster with two nodes, one job and one tasklet. */
class FakeCluster implements StintClient, Operator {
  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  final List<MainProgram> programs = new ArrayList<>();
  final List<JobSpec> specs = new ArrayList<>();
  final List<String> cancelled = new ArrayList<>();
  JobStatus status = JobStatus.DONE;
  int exitStatus;
  FailureView failure;
  List<OutputPart> output = List.of();

  BalanceView balance =
      new BalanceView(List.of(), List.of("nothing moves: no tasklet waits for a carrier"), false);

  /** What was asked for that changes something. */
  final List<String> changes = new ArrayList<>();

  /** What it says of its nodes when asked one time after another; the last goes on. */
  List<List<NodeView>> nodes =
      List.of(List.of(node("node-1", "UP", 2, 1.97), node("node-2", "CORDONED", 0, 0)));

  @Override
  public <T> Job<T> submit(JobSpec spec, Tasklet.Body<T> body) {
    throw new AssertionError("the command ships programs only");
  }

  @Override
  public Job<Void> submitMain(JobSpec spec, MainProgram program) {
    specs.add(spec);
    programs.add(program);
    return new FakeJob<>(new JobId("j7"));
  }

  @Override
  public <A, R> List<Job<R>> map(
      String name, Collection<? extends A> items, Tasklet.Function<? super A, ? extends R> f) {
    throw new AssertionError("the command ships programs only");
  }

  @Override
  public <T> Job<T> job(JobId id) {
    return new FakeJob<>(id);
  }

  @Override
  public Operator operator() {
    return this;
  }

  @Override
  public String address() {
    return "fake:7400";
  }

  @Override
  public void close() {}

  @Override
  public ClusterView status() {
    return new ClusterView("0.1", 2, 1, 3, 12, List.of("DEGRADED: one coordinator only"));
  }

  @Override
  public List<NodeView> nodes() {
    if (nodes.size() > 1) {
      return nodes.removeFirst();
    }
    return nodes.getFirst();
  }

  static NodeView node(String name, String state, long tasklets, double cpu) {
    return new NodeView(
        name, 4, "10.0.0.1:7401", state, 2, tasklets, 1, cpu, 64 << 20, 512 << 20, Map.of(), START);
  }

  @Override
  public List<JobView> jobs(int limit) {
    return List.of(view(new JobId("j7")));
  }

  @Override
  public List<TaskletView> tasklets(String job, String node, int limit) {
    return List.of(tasklet(new TaskletId("c1.0"), false));
  }

  @Override
  public TaskletView tasklet(TaskletId id, boolean withStack) {
    if (!id.value().equals("c1.0")) {
      throw new NotFoundException("no tasklet " + id, null);
    }
    return new TaskletView(
        id,
        new JobId("j7"),
        "node-1",
        TaskletStatus.RUNNING,
        Duration.ofMillis(83_250),
        2,
        "pinned at Count.java:12 (synchronized)",
        "",
        withStack
            ? List.of(
                new TaskletView.Line("Count.count(Count.java:12)", List.of("n = 7")),
                new TaskletView.Line("Count.main(Count.java:4)", List.of()))
            : List.of(),
        List.of(new TaskletView.Hop("", "node-2", START, "spawned")));
  }

  @Override
  public MoveView move(TaskletId id, String node) {
    if (node.equals("nowhere")) {
      throw new NotFoundException("there is no node nowhere", null);
    }
    if (node.equals("node-2")) {
      throw new RefusedException(id + " cannot move: pinned at Count.java:12 (synchronized)", null);
    }
    return new MoveView("node-1", node.isEmpty() ? "node-3" : node, Duration.ofNanos(412_000));
  }

  @Override
  public void cordon(String node, boolean cordoned) {
    changes.add((cordoned ? "cordon " : "uncordon ") + node);
  }

  @Override
  public Stream<DrainView> drain(String node, Duration deadline) {
    changes.add("drain " + node);
    return Stream.of(
        new DrainView(10, 405, 3, 0, false, List.of("c9.0 pinned at A.java:1")),
        new DrainView(412, node.equals("node-2") ? 3 : 0, 3, 0, true, List.of()));
  }

  @Override
  public BalanceView balance(boolean apply) {
    if (apply) {
      changes.add("balance");
    }
    return balance;
  }

  @Override
  public void pauseBalance(boolean paused) {
    changes.add(paused ? "pause" : "resume");
  }

  @Override
  public void forgetNode(String node) {
    changes.add("forget " + node);
  }

  @Override
  public void forgetJob(JobId job) {
    changes.add("forget " + job);
  }

  @Override
  public Stream<EventView> events(long after, boolean follow) {
    return Stream.of(
        new EventView(1, START, "node", "node-1 joined", "", "", ""),
        new EventView(2, START, "move", "node-1 is busier", "c1.0", "node-1", "node-2"));
  }

  private JobView view(JobId id) {
    return new JobView(
        id,
        "count",
        status,
        START,
        START,
        status.isTerminal() ? START.plusSeconds(90) : null,
        new Progress(3, 10, "files"),
        1,
        5,
        12,
        Duration.ofSeconds(83),
        exitStatus,
        failure,
        new TortureReport(0, 0, List.of()));
  }

  /** The one job, under any id but {@code j404}. */
  private final class FakeJob<T> implements Job<T> {
    private final JobId id;

    FakeJob(JobId id) {
      this.id = id;
    }

    @Override
    public JobId id() {
      return id;
    }

    @Override
    public T get() {
      if (status == JobStatus.FAILED) {
        throw new JobFailedException("job failed", null);
      }
      return null;
    }

    @Override
    public T get(Duration timeout) {
      return get();
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
      throw new AssertionError("the command waits");
    }

    @Override
    public JobView describe() {
      if (id.value().equals("j404")) {
        throw new NotFoundException("no job j404", null);
      }
      return view(id);
    }

    @Override
    public Stream<String> output() {
      throw new AssertionError("the command copies bytes");
    }

    @Override
    public Stream<OutputPart> outputParts(long offset, boolean follow) {
      return output.stream();
    }

    @Override
    public JobInput input() {
      return new JobInput() {
        @Override
        public boolean write(byte[] data, int offset, int length) {
          return true;
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void cancel() {
      cancelled.add(id.value());
    }

    @Override
    public Optional<Submission> submission() {
      return Optional.empty();
    }
  }
}
