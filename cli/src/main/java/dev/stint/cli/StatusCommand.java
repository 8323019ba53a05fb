package dev.stint.cli;

import dev.stint.client.ClusterView;
import dev.stint.client.StintClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    description = "Shows the cluster at a glance.",
    footer = {"  stint status", "  stint status -w", "  stint status -o json --fields nodesUp"})
final class StatusCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Mixin private final WatchOption watch = new WatchOption();

  StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (StintClient client = shell.connect(options)) {
      Answers answers = new Answers(shell, options);
      String address = client.address();
      if (watch.on) {
        answers.follow(
            client.operator()::status, status -> lines(address, status), address, _ -> false);
      } else {
        ClusterView status = client.operator().status();
        answers.one(status, address, lines(address, status));
      }
    }
    return ExitCode.OK;
  }

  private static List<String> lines(String address, ClusterView status) {
    List<String> lines = new ArrayList<>();
    lines.add("cluster at " + address + ", version " + Shown.orDash(status.version()));
    lines.add(
        Shown.count(status.nodesUp(), "node")
            + " up, "
            + Shown.count(status.jobsRunning(), "job")
            + " running, "
            + Shown.count(status.taskletsLive(), "tasklet")
            + ", "
            + Shown.count(status.movesTotal(), "move")
            + " so far");
    lines.addAll(status.notes());
    return lines;
  }
}
