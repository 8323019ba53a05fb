package dev.stint.cli;

import dev.stint.client.DrainView;
import dev.stint.client.EventView;
import dev.stint.client.JobView;
import dev.stint.client.NodeView;
import dev.stint.client.Operator;
import dev.stint.client.StintClient;
import dev.stint.client.StintException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Shows a running job on its cluster, and drains a node once the job is well under way. */
final class DemoWatch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration DRAIN_DEADLINE = Duration.ofSeconds(60);
  private static final Duration PLAIN_LINES = Duration.ofSeconds(5);

  /** Moves after which a node is drained, or else the part of the work after which it is. */
  private static final int DRAIN_AFTER_HOPS = 12;

  private static final double DRAIN_AT = 0.3;

  private final StintClient client;
  private final Operator operator;
  private final LiveView view;
  private final boolean live;
  private final Stream<EventView> events;
  private final HopLines hops = new HopLines();
  private boolean drained;
  private long lastPlainLine = System.nanoTime();

  private DemoWatch(StintClient client, LiveView view, boolean live) {
    this.client = client;
    this.operator = client.operator();
    this.view = view;
    this.live = live;
    this.events = operator.events(0, true);
  }

  static DemoWatch start(Shell shell, String address) {
    boolean live = shell.colours();
    DemoWatch watch =
        new DemoWatch(StintClient.connect(address), new LiveView(shell.out(), live), live);
    Thread.ofPlatform().daemon().name("stint-demo-events").start(watch::collectMoves);
    return watch;
  }

  private void collectMoves() {
    try {
      events.filter(event -> event.kind().equals("move")).forEach(hops::add);
    } catch (StintException | CancellationException e) {
      // The cluster has been stopped, which ends what there is to show.
    }
  }

  /** Draws the nodes once, and drains one when it is time; takes half a second. */
  void look() {
    try {
      hops.take().forEach(view::add);
      List<NodeView> nodes = operator.nodes();
      List<JobView> jobs = operator.jobs(1);
      if (!jobs.isEmpty()) {
        draw(nodes, jobs.get(0));
        drainWhenItIsTime(nodes, jobs.get(0));
      }
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted");
    }
  }

  /** Once the tasklets have spread, takes away a node that has some, if another is left. */
  private void drainWhenItIsTime(List<NodeView> nodes, JobView job) {
    List<NodeView> up = nodes.stream().filter(node -> node.state().equals("up")).toList();
    List<NodeView> busy = up.stream().filter(node -> node.tasklets() > 0).toList();
    boolean underWay = hops.count() >= DRAIN_AFTER_HOPS || done(job) >= DRAIN_AT;
    if (!drained && underWay && up.size() > 1 && !busy.isEmpty()) {
      drained = true;
      String node = busy.get(busy.size() - 1).name();
      Thread.ofPlatform().daemon().name("stint-demo-drain").start(() -> drain(node));
    }
  }

  private void draw(List<NodeView> nodes, JobView job) {
    String progress = JobCommands.progress(job.progress());
    if (live) {
      List<String> lines = new ArrayList<>(NodeBars.render(nodes));
      lines.add(progress);
      view.show(lines);
    } else if (System.nanoTime() - lastPlainLine > PLAIN_LINES.toNanos()) {
      lastPlainLine = System.nanoTime();
      view.add("  " + NodeBars.oneLine(nodes) + "   " + progress);
    }
  }

  private static double done(JobView job) {
    long total = job.progress().total();
    return total == 0 ? 0 : (double) job.progress().done() / total;
  }

  private void drain(String node) {
    view.add("draining " + node + " while the job runs ...");
    try (Stream<DrainView> figures = operator.drain(node, DRAIN_DEADLINE)) {
      figures.filter(DrainView::finished).forEach(figure -> view.add(DrainText.of(node, figure)));
    } catch (StintException | CancellationException e) {
      view.add("the drain of " + node + " was cut short: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    hops.take().forEach(view::add);
    view.close();
    events.close();
    client.close();
  }
}
