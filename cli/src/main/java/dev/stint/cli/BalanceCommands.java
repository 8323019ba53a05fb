package dev.stint.cli;

import dev.stint.client.BalanceView;
import dev.stint.client.StintClient;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "balance",
    description = "Shows what the balancer would move and why, does it now, or stops it.",
    synopsisSubcommandLabel = "VERB",
    footer = {"  stint balance plan", "  stint balance pause"})
final class BalanceCommands extends Verbs {
  private final Shell shell;

  BalanceCommands(Shell shell) {
    this.shell = shell;
  }

  @Command(
      name = "plan",
      description = {
        "Shows which moves pay at this moment, and why nothing else moves.",
        "10 if there is a move, 0 if there is none."
      },
      footer = {"  stint balance plan", "  stint balance plan -o json --fields moves.tasklet"})
  int plan(@Mixin ClusterOptions options) {
    try (StintClient client = shell.connect(options)) {
      BalanceView plan = client.operator().balance(false);
      new Answers(shell, options).one(plan, names(plan), lines(plan));
      return plan.moves().isEmpty() ? ExitCode.OK : ExitCode.PLAN_HAS_CHANGES;
    }
  }

  @Command(
      name = "apply",
      description = "Begins the moves that pay at this moment, also while balancing is paused.",
      footer = {"  stint balance apply", "  stint balance apply --dry-run"})
  int apply(@Mixin ClusterOptions options, @Mixin ChangeOptions change) {
    if (change.dryRun) {
      return plan(options);
    }
    try (StintClient client = shell.connect(options)) {
      BalanceView plan = client.operator().balance(true);
      new Answers(shell, options).one(plan, names(plan), lines(plan));
      return ExitCode.OK;
    }
  }

  @Command(
      name = "pause",
      description = {
        "Moves nothing for balance until 'stint balance resume', or until the coordinator restarts.",
        "Nodes that are drained are emptied all the same."
      },
      footer = "  stint balance pause")
  int pause(@Mixin ClusterOptions options, @Mixin ChangeOptions change) {
    return pause(options, change, true);
  }

  @Command(name = "resume", description = "Balances again.", footer = "  stint balance resume")
  int resume(@Mixin ClusterOptions options, @Mixin ChangeOptions change) {
    return pause(options, change, false);
  }

  private int pause(ClusterOptions options, ChangeOptions change, boolean paused) {
    try (StintClient client = shell.connect(options)) {
      if (!change.dryRun) {
        client.operator().pauseBalance(paused);
      }
      String what = paused ? "paused" : "on";
      shell.out().println("balancing " + (change.dryRun ? "would be " : "is ") + what);
    }
    return ExitCode.OK;
  }

  private static String names(BalanceView plan) {
    return String.join("\n", plan.moves().stream().map(each -> each.tasklet().value()).toList());
  }

  private List<String> lines(BalanceView plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Shown.count(plan.moves().size(), "move")
            + " would pay now"
            + (plan.paused() ? "; balancing is paused" : ""));
    if (!plan.moves().isEmpty()) {
      lines.addAll(table().render(plan.moves(), true, shell.screen().width()));
    }
    lines.addAll(plan.remarks());
    return lines;
  }

  private static Table<BalanceView.Move> table() {
    return new Table<BalanceView.Move>()
        .text("TASKLET", each -> each.tasklet().value())
        .text("FROM", BalanceView.Move::from)
        .text("TO", BalanceView.Move::to)
        .figure("GAIN", each -> Shown.shortTime(each.gain()))
        .figure("COST", each -> Shown.shortTime(each.cost()))
        .text("WHY", BalanceView.Move::reason);
  }
}
