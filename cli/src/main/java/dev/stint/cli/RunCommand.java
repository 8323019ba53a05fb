package dev.stint.cli;

import dev.stint.client.Job;
import dev.stint.client.JobSpec;
import dev.stint.client.MainProgram;
import dev.stint.client.StintClient;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = {
      "Runs a program as a job: its output and its exit status are those of this command.",
      "A program is one or more .java files, compiled first, or a .jar. Ctrl-C cancels the job."
    })
final class RunCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE [ARGUMENT...]",
      description = "The program, then its own arguments; put -- before those that begin with -.")
  private List<String> words = List.of();

  @Option(names = "--main", paramLabel = "CLASS", description = "The main class.")
  private String main = "";

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATH",
      description = "Jars and folders that the program needs, as for java.")
  private String classpath = "";

  @Option(
      names = "--file",
      paramLabel = "NAME=PATH",
      description = "Ship a file; Tasklet.file(NAME) is its path on every node.")
  private Map<String, Path> files = new LinkedHashMap<>();

  @Option(
      names = "--torture",
      paramLabel = "N",
      description = "Freeze at every N-th safepoint and go on elsewhere.")
  private int torture;

  @Option(names = "--detach", description = "Print the job's id and leave it running.")
  private boolean detach;

  @Option(names = "--name", paramLabel = "NAME", description = "What the job is called.")
  private String name = "";

  RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Program program = Program.of(words, main, Classpaths.split(classpath), shell.err());
        StintClient client = shell.connect(options)) {
      MainProgram shipped =
          new MainProgram(program.mainClass(), program.arguments(), program.classpath(), !detach);
      Job<?> job = client.submitMain(spec(program), shipped);
      if (detach) {
        new Answers(shell, options)
            .one(job.describe(), job.id().value(), List.of(job.id().value()));
        return ExitCode.OK;
      }
      return follow(job);
    }
  }

  private JobSpec spec(Program program) {
    JobSpec spec = JobSpec.named(name.isEmpty() ? program.name() : name).torture(torture);
    for (Map.Entry<String, Path> file : files.entrySet()) {
      spec = spec.file(file.getKey(), file.getValue());
    }
    return spec;
  }

  private int follow(Job<?> job) {
    try (Interruption _ = Interruption.calls(() -> cancel(job))) {
      InputPump.start(shell.in(), job);
      new OutputPump(shell).copy(job, true);
      return JobOutcome.await(shell, job);
    }
  }

  private void cancel(Job<?> job) {
    job.cancel();
    shell.say("stint: job " + job.id() + " is being cancelled");
  }
}
