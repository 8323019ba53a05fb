package dev.stint.cli;

import dev.stint.client.Job;
import dev.stint.client.StintClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "submit",
    description = "Ships a program as a job and prints the job's id; as 'stint run --detach'.",
    footer = {
      "  stint job submit Count.java 5000000",
      "  stint job wait $(stint job submit app.jar --main com.acme.Main -- -v)"
    })
final class JobSubmitCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Mixin private final ProgramOptions program = new ProgramOptions();

  JobSubmitCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Program prepared = program.prepare(shell);
        StintClient client = shell.connect(options)) {
      Job<?> job =
          client.submitMain(program.spec(prepared), ProgramOptions.shipped(prepared, false));
      String id = job.id().value();
      new Answers(shell, options).one(job.describe(), id, List.of(id));
      return ExitCode.OK;
    }
  }
}
