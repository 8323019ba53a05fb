package dev.stint.cli;

import dev.stint.client.DrainView;
import dev.stint.client.NodeView;
import dev.stint.client.StintClient;
import java.time.Duration;
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
  private final Shell shell;

  NodeCommands(Shell shell) {
    this.shell = shell;
  }

  @Command(name = "ls", description = "Lists the nodes.")
  int list(@Mixin ClusterOptions options) {
    try (StintClient client = shell.connect(options)) {
      new Answers(shell, options)
          .list(
              client.operator().nodes(),
              NodeView::name,
              table(),
              "no nodes. Start one with 'stint node start --coordinator " + client.address() + "'");
    }
    return ExitCode.OK;
  }

  @Command(name = "cordon", description = "Gives a node no new work.")
  int cordon(@Mixin ClusterOptions options, @Parameters(paramLabel = "NODE") String node) {
    return cordon(options, node, true);
  }

  @Command(name = "uncordon", description = "Gives a node work again.")
  int uncordon(@Mixin ClusterOptions options, @Parameters(paramLabel = "NODE") String node) {
    return cordon(options, node, false);
  }

  @Command(name = "drain", description = "Cordons a node and moves everything away from it.")
  int drain(
      @Mixin ClusterOptions options,
      @Parameters(paramLabel = "NODE") String node,
      @Option(
              names = "--seconds",
              paramLabel = "N",
              defaultValue = "25",
              description = "How long it may take; 25 unless said otherwise.")
          int seconds) {
    Answers answers = new Answers(shell, options);
    try (StintClient client = shell.connect(options);
        Stream<DrainView> drain = client.operator().drain(node, Duration.ofSeconds(seconds))) {
      Last last = new Last();
      drain.forEach(view -> {
        last.view = view;
        answers.next(view, node, DrainText.of(node, view));
      });
      return last.exitCode();
    }
  }

  private int cordon(ClusterOptions options, String node, boolean cordoned) {
    try (StintClient client = shell.connect(options)) {
      client.operator().cordon(node, cordoned);
    }
    shell.out().println(node + (cordoned ? " cordoned" : " uncordoned"));
    return ExitCode.OK;
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
        .figure(
            "HEAP",
            each ->
                Shown.mebibytes(each.heapUsedBytes())
                    + " of "
                    + Shown.mebibytes(each.heapMaxBytes()))
        .text("SINCE", each -> Shown.dayAndTime(each.since()));
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
