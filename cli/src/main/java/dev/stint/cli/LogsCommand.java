package dev.stint.cli;

import dev.stint.client.StintClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "logs",
    description = "Shows what a job has written.",
    footer = {"  stint logs 4f1c", "  stint logs -f 4f1c"})
final class LogsCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Parameters(paramLabel = "JOB", description = "Its id, as 'stint job ls' shows it.")
  private String id = "";

  @Option(
      names = {"-f", "--follow", "-w", "--watch"},
      description = "Go on until the job has ended.")
  private boolean follow;

  LogsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (StintClient client = shell.connect(options)) {
      new OutputPump(shell).copy(client.job(id), follow);
    }
    return ExitCode.OK;
  }
}
