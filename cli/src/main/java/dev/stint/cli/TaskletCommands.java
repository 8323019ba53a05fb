package dev.stint.cli;

import dev.stint.TaskletId;
import dev.stint.client.MoveView;
import dev.stint.client.StintClient;
import dev.stint.client.TaskletView;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "tasklet",
    description = "Shows and moves tasklets.",
    synopsisSubcommandLabel = "VERB")
final class TaskletCommands extends Verbs {
  private static final Pattern ID = Pattern.compile("c\\d+\\.\\d+");

  private final Shell shell;

  TaskletCommands(Shell shell) {
    this.shell = shell;
  }

  @Command(
      name = "ls",
      description = "Lists tasklets.",
      footer = {
        "  stint tasklet ls --node node-2",
        "  stint tasklet ls --job 4f1c -w",
        "  stint tasklet ls -o name"
      })
  int list(
      @Mixin ClusterOptions options,
      @Mixin WatchOption watch,
      @Option(
              names = "--job",
              paramLabel = "JOB",
              defaultValue = "",
              description = "Of this job only.")
          String job,
      @Option(
              names = "--node",
              paramLabel = "NODE",
              defaultValue = "",
              description = "On this node only.")
          String node,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "At most so many; 100 unless said otherwise.")
          int limit) {
    try (StintClient client = shell.connect(options)) {
      new Answers(shell, options)
          .list(
              new Listing<>(
                  TaskletView.class,
                  () -> client.operator().tasklets(job, node, limit),
                  each -> each.id().value(),
                  table(),
                  "no tasklets"),
              watch);
    }
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      description = "Shows a tasklet: where it is, where it has been, why it does not move.",
      footer = {"  stint tasklet show c42.0", "  stint tasklet show c42.0 -o yaml"})
  int show(
      @Mixin ClusterOptions options,
      @Parameters(paramLabel = "TASKLET", description = "Its id, for example c42.0.") String id) {
    try (StintClient client = shell.connect(options)) {
      TaskletView tasklet = client.operator().tasklet(tasklet(id), false);
      new Answers(shell, options).one(tasklet, id, describe(tasklet));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "stack",
      description = "Shows a tasklet's Java stack; a running one at its next safepoint.",
      footer = "  stint tasklet stack c42.0")
  int stack(
      @Mixin ClusterOptions options,
      @Parameters(paramLabel = "TASKLET", description = "Its id, for example c42.0.") String id) {
    try (StintClient client = shell.connect(options)) {
      TaskletView tasklet = client.operator().tasklet(tasklet(id), true);
      new Answers(shell, options).one(tasklet, id, stack(tasklet));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "move",
      description = "Moves a tasklet while it runs.",
      footer = {"  stint tasklet move c42.0", "  stint tasklet move c42.0 node-2 --dry-run"})
  int move(
      @Mixin ClusterOptions options,
      @Mixin ChangeOptions change,
      @Parameters(index = "0", paramLabel = "TASKLET", description = "Its id, for example c42.0.")
          String id,
      @Parameters(
              index = "1",
              paramLabel = "NODE",
              arity = "0..1",
              defaultValue = "",
              description = "Where to; the balancer chooses if left out.")
          String node) {
    try (StintClient client = shell.connect(options)) {
      if (change.dryRun) {
        return wouldMove(client.operator().tasklet(tasklet(id), false), node);
      }
      MoveView move = client.operator().move(tasklet(id), node);
      new Answers(shell, options)
          .one(
              move,
              id,
              List.of(
                  id
                      + " moved: "
                      + move.from()
                      + " -> "
                      + move.to()
                      + ", frozen for "
                      + Shown.shortTime(move.frozen())));
    }
    return ExitCode.OK;
  }

  private int wouldMove(TaskletView tasklet, String node) {
    String target = node.isEmpty() ? "where the balancer chooses" : node;
    String way = tasklet.id() + " would move: " + Shown.orDash(tasklet.node()) + " -> " + target;
    shell.out().println(way);
    if (tasklet.stuck().isEmpty()) {
      return ExitCode.OK;
    }
    shell.say("stint: " + tasklet.id() + " cannot move now: " + tasklet.stuck());
    return ExitCode.CONFLICT;
  }

  private static TaskletId tasklet(String id) {
    if (!ID.matcher(id).matches()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "'" + id + "' is no tasklet id; it looks like c42.0, as 'stint tasklet ls' shows");
    }
    return new TaskletId(id);
  }

  private static Table<TaskletView> table() {
    return new Table<TaskletView>()
        .text("ID", each -> each.id().value())
        .text("JOB", each -> each.job().value())
        .text("NODE", each -> Shown.orDash(each.node()))
        .text("STATE", each -> Shown.word(each.status()))
        .figure("CPU", each -> Shown.duration(each.cpu()))
        .figure("MOVES", TaskletView::moves)
        .text("WAITS FOR", each -> Shown.orDash(each.waitsFor()))
        .text("STUCK", each -> Shown.orDash(each.stuck()));
  }

  private static List<String> describe(TaskletView tasklet) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(tasklet));
    lines.add(
        "used " + Shown.duration(tasklet.cpu()) + " of CPU, moved " + tasklet.moves() + " times");
    if (!tasklet.waitsFor().isEmpty()) {
      lines.add("waits for " + tasklet.waitsFor());
    }
    lines.add(tasklet.stuck().isEmpty() ? "can move" : "cannot move now: " + tasklet.stuck());
    for (TaskletView.Hop hop : tasklet.route()) {
      lines.add(
          "  "
              + Shown.time(hop.at())
              + "  "
              + Shown.orDash(hop.from())
              + " -> "
              + hop.to()
              + (hop.reason().isEmpty() ? "" : "  (" + hop.reason() + ")"));
    }
    return lines;
  }

  private static List<String> stack(TaskletView tasklet) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(tasklet));
    if (tasklet.stack().isEmpty()) {
      lines.add(
          tasklet.stuck().isEmpty()
              ? "no stack: it has not begun, or has ended"
              : "no stack now: " + tasklet.stuck());
    }
    for (TaskletView.Line line : tasklet.stack()) {
      lines.add("    at " + line.text());
      line.locals().forEach(local -> lines.add("         " + local));
    }
    return lines;
  }

  private static String heading(TaskletView tasklet) {
    return "tasklet "
        + tasklet.id()
        + " of job "
        + tasklet.job()
        + ", "
        + Shown.word(tasklet.status())
        + " on "
        + Shown.orDash(tasklet.node());
  }
}
