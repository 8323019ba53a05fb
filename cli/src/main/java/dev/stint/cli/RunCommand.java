package dev.stint.cli;

import dev.stint.client.Job;
import dev.stint.client.JobId;
import dev.stint.client.MainProgram;
import dev.stint.client.StintClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description = {
      "Runs a program as a job: its output and its exit status are those of this command.",
      "A program is one or more .java files, compiled first, or a .jar. Ctrl-C cancels the job."
    },
    footer = {
      "  stint run Count.java 5000000",
      "  stint run app.jar --main com.acme.Main --classpath lib/x.jar -- -v",
      "  stint run Report.java --file data.csv=today.csv --detach"
    })
final class RunCommand implements Callable<Integer> {
  /** How long Ctrl-C waits for the cluster to take the cancellation. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Shell shell;

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Mixin private final ProgramOptions source = new ProgramOptions();

  @Option(names = "--detach", description = "Print the job's id and leave it running.")
  private boolean detach;

  RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Program program = source.prepare(shell);
        StintClient client = shell.connect(options)) {
      MainProgram shipped = ProgramOptions.shipped(program, !detach);
      if (detach) {
        Job<?> job = client.submitMain(source.spec(program), shipped);
        new Answers(shell, options)
            .one(job.describe(), job.id().value(), List.of(job.id().value()));
        return ExitCode.OK;
      }
      return follow(program, () -> client.submitMain(source.spec(program), shipped));
    }
  }

  /** Ctrl-C while the job is on its way to the cluster cancels it too, as soon as it is there. */
  private int follow(Program program, Supplier<Job<?>> submission) {
    CompletableFuture<Job<?>> submitted = new CompletableFuture<>();
    try (Interruption _ =
        Interruption.calls(
            PATIENCE, () -> cancel(submitted, program), () -> leave(submitted, program))) {
      Job<?> job = submit(submission, submitted);
      InputPump.start(shell.in(), job);
      new OutputPump(shell).copy(job, true);
      return JobOutcome.await(shell, job);
    }
  }

  private static Job<?> submit(Supplier<Job<?>> submission, CompletableFuture<Job<?>> submitted) {
    try {
      Job<?> job = submission.get();
      submitted.complete(job);
      return job;
    } catch (RuntimeException e) {
      submitted.completeExceptionally(e);
      throw e;
    }
  }

  private void cancel(CompletableFuture<Job<?>> submitted, Program program) {
    try {
      Job<?> job = submitted.join();
      job.cancel();
      shell.say("stint: job " + job.id() + " is being cancelled");
    } catch (CompletionException e) {
      // The cluster has not taken it, and the command says why.
    } finally {
      program.close();
    }
  }

  private void leave(CompletableFuture<Job<?>> submitted, Program program) {
    try {
      if (submitted.isDone() && !submitted.isCompletedExceptionally()) {
        JobId id = submitted.join().id();
        shell.say(
            "stint: the cluster does not answer, so job "
                + id
                + " may go on. Cancel it later with 'stint job cancel "
                + id
                + "'");
      }
    } finally {
      program.close();
    }
  }
}
