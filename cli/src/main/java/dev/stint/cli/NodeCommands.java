package dev.stint.cli;

import dev.stint.client.DrainView;
import dev.stint.client.NodeView;
import dev.stint.client.StintClient;
import dev.stint.client.TaskletView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "node",
    description = "Shows, empties and starts nodes.",
    synopsisSubcommandLabel = "VERB")
final class NodeCommands extends Verbs {
  /** Most tasklets that are looked at before a drain. */
  private static final int TOUCHED = 10_000;

  private final Shell shell;

  NodeCommands(Shell shell) {
    this.shell = shell;
  }

  @Command(
      name = "ls",
      description = "Lists the nodes.",
      footer = {
        "  stint node ls",
        "  stint node ls -w",
        "  stint node ls --fields name,cpu,labels"
      })
  int list(@Mixin ClusterOptions options, @Mixin WatchOption watch) {
    try (StintClient client = shell.connect(options)) {
      String nothing =
          "no nodes. Start one with 'stint node start --coordinator " + client.address() + "'";
      new Answers(shell, options)
          .list(
              new Listing<>(
                  NodeView.class, client.operator()::nodes, NodeView::name, table(), nothing),
              watch);
    }
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      description = "Shows a node.",
      footer = {"  stint node show node-2", "  stint node show node-2 -o yaml"})
  int show(
      @Mixin ClusterOptions options,
      @Mixin WatchOption watch,
      @Parameters(paramLabel = "NODE") String name) {
    try (StintClient client = shell.connect(options)) {
      Answers answers = new Answers(shell, options);
      if (watch.on) {
        answers.follow(() -> node(client, name), NodeText::lines, name, _ -> false);
      } else {
        NodeView node = node(client, name);
        answers.one(node, name, NodeText.lines(node));
      }
    }
    return ExitCode.OK;
  }

  /** The node of this name; if there were several lives of it, the last. */
  private static NodeView node(StintClient client, String name) {
    return client.operator().nodes().stream()
        .filter(node -> node.name().equals(name))
        .max(Comparator.comparingLong(NodeView::incarnation))
        .orElseThrow(() ->
            new CommandFailure(
                ExitCode.NOT_FOUND,
                "there is no node " + name + "; 'stint node ls' shows those there are"));
  }

  @Command(
      name = "cordon",
      description = "Gives a node no new work.",
      footer = "  stint node cordon node-2")
  int cordon(
      @Mixin ClusterOptions options,
      @Mixin ChangeOptions change,
      @Parameters(paramLabel = "NODE") String node) {
    return cordon(options, change, node, true);
  }

  @Command(
      name = "uncordon",
      description = "Gives a node work again.",
      footer = "  stint node uncordon node-2")
  int uncordon(
      @Mixin ClusterOptions options,
      @Mixin ChangeOptions change,
      @Parameters(paramLabel = "NODE") String node) {
    return cordon(options, change, node, false);
  }

  private int cordon(ClusterOptions options, ChangeOptions change, String name, boolean cordoned) {
    String done = cordoned ? "cordoned" : "uncordoned";
    try (StintClient client = shell.connect(options)) {
      if (change.dryRun) {
        node(client, name);
        shell.out().println(name + " would be " + done);
      } else {
        client.operator().cordon(name, cordoned);
        shell.out().println(name + " " + done);
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "drain",
      description = {
        "Cordons a node and moves everything away from it.",
        "Shows first what that touches, and waits until it is done: 124 if something is left then."
      },
      footer = {
        "  stint node drain node-2",
        "  stint node drain node-2 --dry-run",
        "  stint node drain node-2 --yes --seconds 60"
      })
  int drain(
      @Mixin ClusterOptions options,
      @Mixin ChangeOptions change,
      @Parameters(paramLabel = "NODE") String name,
      @Option(
              names = "--seconds",
              paramLabel = "N",
              defaultValue = "25",
              description = "How long it may take; 25 unless said otherwise.")
          int seconds) {
    try (StintClient client = shell.connect(options)) {
      node(client, name);
      List<TaskletView> touched = client.operator().tasklets("", name, TOUCHED);
      DrainText.touched(name, touched).forEach(change.dryRun ? shell.out()::println : shell::say);
      if (change.dryRun) {
        return ExitCode.OK;
      }
      Confirmation.require(shell, change, "Drain " + name + "?");
      return drain(client, new Answers(shell, options), name, Duration.ofSeconds(seconds));
    }
  }

  @Command(
      name = "rm",
      description = "Drops the record of a node that is gone.",
      footer = {"  stint node rm node-2", "  stint node rm node-2 --dry-run"})
  int remove(
      @Mixin ClusterOptions options,
      @Mixin ChangeOptions change,
      @Parameters(paramLabel = "NODE") String name) {
    try (StintClient client = shell.connect(options)) {
      node(client, name);
      if (change.dryRun) {
        shell.out().println(name + " would be removed, if it is gone");
        return ExitCode.OK;
      }
      Confirmation.require(shell, change, "Remove the record of " + name + "?");
      client.operator().forgetNode(name);
      shell.out().println(name + " removed");
    }
    return ExitCode.OK;
  }

  private static int drain(StintClient client, Answers answers, String name, Duration time) {
    try (Stream<DrainView> drain = client.operator().drain(name, time)) {
      Last last = new Last();
      drain.forEach(view -> {
        last.view = view;
        answers.step(view, name, DrainText.of(name, view), view.finished());
      });
      return last.exitCode();
    }
  }

  private static Table<NodeView> table() {
    return new Table<NodeView>()
        .text("NAME", NodeView::name)
        .text("STATE", NodeView::state)
        .text("ADDRESS", NodeView::address)
        .figure("CARRIERS", NodeView::carriers)
        .figure("TASKLETS", NodeView::tasklets)
        .figure("READY", NodeView::ready)
        .figure("CPU", each -> Shown.cpu(each.cpu()))
        .figure("HEAP", each -> Shown.heap(each.heapUsedBytes(), each.heapMaxBytes()))
        .wide("LABELS", each -> Shown.labels(each.labels()))
        .wide("SINCE", each -> Shown.dayAndTime(each.since()));
  }

  /** The figures that came last. */
  private static final class Last {
    private @Nullable DrainView view;

    int exitCode() {
      DrainView last = view;
      boolean empty = last != null && last.finished() && last.left() == 0 && last.lost() == 0;
      return empty ? ExitCode.OK : ExitCode.TIMEOUT;
    }
  }
}
