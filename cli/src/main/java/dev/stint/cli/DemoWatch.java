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
import org.jspecify.annotations.Nullable;

/** Shows a running job on its cluster, and drains a node once the job is well under way. */
final class DemoWatch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration DRAIN_DEADLINE = Duration.ofSeconds(60);
  private static final Duration PLAIN_LINES = Duration.ofSeconds(5);

  /** Part of the tasklets ended after which the node is drained. */
  private static final double DRAIN_AT = 0.3;

  private final StintClient client;
  private final Operator operator;
  private final LiveView view;
  private final boolean live;
  private final Stream<EventView> events;
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
    Thread.ofPlatform().daemon().name("stint-demo-events").start(watch::showMoves);
    return watch;
  }

  private void showMoves() {
    try {
      events
          .filter(event -> event.kind().equals("move"))
          .forEach(event -> view.add("  " + EventText.what(event)));
    } catch (StintException | CancellationException e) {
      // The cluster has been stopped, which ends what there is to show.
    }
  }

  /** Draws the nodes once, and drains one when it is time; takes half a second. */
  void look() {
    try {
      List<NodeView> nodes = operator.nodes();
      List<JobView> jobs = operator.jobs(1);
      draw(nodes, jobs.isEmpty() ? null : jobs.get(0));
      if (!drained && !jobs.isEmpty() && done(jobs.get(0)) >= DRAIN_AT) {
        drained = true;
        String node = nodes.get(nodes.size() - 1).name();
        Thread.ofPlatform().daemon().name("stint-demo-drain").start(() -> drain(node));
      }
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted");
    }
  }

  private void draw(List<NodeView> nodes, @Nullable JobView job) {
    String progress = job == null ? "" : JobCommands.progress(job.progress());
    if (live) {
      List<String> lines = new ArrayList<>(NodeBars.render(nodes));
      lines.add(progress);
      view.show(lines);
    } else if (System.nanoTime() - lastPlainLine > PLAIN_LINES.toNanos()) {
      lastPlainLine = System.nanoTime();
      view.add("  " + NodeBars.oneLine(nodes) + "   " + progress);
    }
  }

  /** Which part of its tasklets has ended; what it says itself counts them in their order only. */
  private static double done(JobView job) {
    long children = job.taskletsTotal() - 1;
    return children <= 0 ? 0 : 1 - Math.max(0, job.taskletsLive() - 1.0) / children;
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
    view.close();
    events.close();
    client.close();
  }
}
