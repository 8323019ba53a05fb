package dev.stint.cli;

import dev.stint.client.FailureView;
import dev.stint.client.Job;
import dev.stint.client.JobStatus;
import dev.stint.client.JobView;
import dev.stint.client.Progress;
import dev.stint.client.StintClient;
import dev.stint.client.TortureReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "job",
    description = "Shows, follows and cancels jobs.",
    synopsisSubcommandLabel = "VERB")
final class JobCommands extends Verbs {
  private final Shell shell;

  JobCommands(Shell shell) {
    this.shell = shell;
  }

  @Command(
      name = "ls",
      description = "Lists jobs, newest first.",
      footer = {
        "  stint job ls",
        "  stint job ls -w",
        "  stint job ls --fields id,status,progress.done"
      })
  int list(
      @Mixin ClusterOptions options,
      @Mixin WatchOption watch,
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
                  JobView.class,
                  () -> client.operator().jobs(limit),
                  each -> each.id().value(),
                  table(),
                  "no jobs"),
              watch);
    }
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      description = "Shows a job; with -w until it has ended.",
      footer = {
        "  stint job show 4f1c",
        "  stint job show 4f1c -w",
        "  stint job show 4f1c -o yaml"
      })
  int show(
      @Mixin ClusterOptions options,
      @Mixin WatchOption watch,
      @Parameters(paramLabel = "JOB") String id) {
    try (StintClient client = shell.connect(options)) {
      Job<?> job = client.job(id);
      Answers answers = new Answers(shell, options);
      if (watch.on) {
        answers.follow(
            job::describe, JobCommands::describe, id, view -> view.status().isTerminal());
      } else {
        JobView view = job.describe();
        answers.one(view, id, describe(view));
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "wait",
      description = {
        "Waits until a job has ended; its exit status is the job's.",
        "124 if that takes longer than --seconds; the job goes on then."
      },
      footer = {"  stint job wait 4f1c", "  stint job wait 4f1c --seconds 60"})
  int await(
      @Mixin ClusterOptions options,
      @Parameters(paramLabel = "JOB") String id,
      @Option(
              names = "--seconds",
              paramLabel = "N",
              defaultValue = "0",
              description = "How long to wait; without end unless said otherwise.")
          int seconds) {
    try (StintClient client = shell.connect(options)) {
      return JobOutcome.await(shell, client.job(id), Duration.ofSeconds(seconds));
    }
  }

  @Command(
      name = "result",
      description = {
        "Waits until a job has ended and prints what its body returned.",
        "Values of the JDK's own classes only; a main program returns nothing."
      },
      footer = "  stint job result 4f1c")
  int result(@Mixin ClusterOptions options, @Parameters(paramLabel = "JOB") String id) {
    try (StintClient client = shell.connect(options)) {
      Object result = client.job(id).get();
      if (result != null) {
        shell.out().println(Shown.value(result));
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "cancel",
      description = "Asks a job to end.",
      footer = {"  stint job cancel 4f1c", "  stint job cancel 4f1c --dry-run"})
  int cancel(
      @Mixin ClusterOptions options,
      @Mixin ChangeOptions change,
      @Parameters(paramLabel = "JOB") String id) {
    try (StintClient client = shell.connect(options)) {
      Job<?> job = client.job(id);
      if (change.dryRun) {
        JobView view = job.describe();
        String unless = view.status().isTerminal() ? ", which has ended already" : "";
        shell.out().println("job " + id + " '" + view.name() + "' would be cancelled" + unless);
      } else {
        job.cancel();
        shell.out().println("job " + id + " is being cancelled");
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "rm",
      description = "Drops a job that has ended, with its output and result.",
      footer = {"  stint job rm 4f1c", "  stint job rm 4f1c --dry-run"})
  int remove(
      @Mixin ClusterOptions options,
      @Mixin ChangeOptions change,
      @Parameters(paramLabel = "JOB") String id) {
    try (StintClient client = shell.connect(options)) {
      JobView job = client.job(id).describe();
      String what = "job " + id + " '" + job.name() + "', " + Shown.word(job.status());
      if (change.dryRun) {
        shell.out().println(what + ", would be removed" + unlessLive(job));
        return ExitCode.OK;
      }
      Confirmation.require(shell, change, "Remove " + what + ", with its output?");
      client.operator().forgetJob(job.id());
      shell.out().println("job " + id + " removed");
    }
    return ExitCode.OK;
  }

  private static String unlessLive(JobView job) {
    return job.status().isTerminal() ? "" : " once it has ended";
  }

  private static Table<JobView> table() {
    return new Table<JobView>()
        .text("ID", each -> each.id().value())
        .text("NAME", JobView::name)
        .text("STATE", each -> Shown.word(each.status()))
        .wide("STARTED", each -> Shown.dayAndTime(each.started()))
        .wide("ENDED", each -> Shown.dayAndTime(each.ended()))
        .text("PROGRESS", each -> Shown.orDash(progress(each.progress())))
        .figure("TASKLETS", JobView::taskletsLive)
        .figure("MOVES", JobView::moves)
        .figure("CPU", each -> Shown.duration(each.cpu()))
        .text("SUBMITTED", each -> Shown.dayAndTime(each.submitted()));
  }

  static String progress(Progress progress) {
    String figures =
        progress.total() > 0
            ? progress.done() + "/" + progress.total()
            : progress.done() > 0 ? String.valueOf(progress.done()) : "";
    return (figures + " " + progress.what()).strip();
  }

  private static List<String> describe(JobView job) {
    List<String> lines = new ArrayList<>();
    lines.add("job " + job.id() + " '" + job.name() + "', " + Shown.word(job.status()));
    lines.add(
        "submitted "
            + Shown.dayAndTime(job.submitted())
            + ", started "
            + Shown.dayAndTime(job.started())
            + ", ended "
            + Shown.dayAndTime(job.ended()));
    if (job.started() != null && job.ended() != null) {
      lines.add("ran for " + Shown.duration(Duration.between(job.started(), job.ended())));
    }
    lines.add(
        Shown.count(job.taskletsLive(), "tasklet")
            + " live of "
            + job.taskletsTotal()
            + ", "
            + Shown.count(job.moves(), "move")
            + ", "
            + Shown.duration(job.cpu())
            + " of CPU");
    String progress = progress(job.progress());
    if (!progress.isEmpty()) {
      lines.add("progress " + progress);
    }
    boolean ownStatus = job.status() == JobStatus.DONE || job.status() == JobStatus.FAILED;
    if (ownStatus && job.exitStatus() != 0) {
      lines.add("exit status " + job.exitStatus());
    }
    lines.addAll(torture(job.torture()));
    FailureView failure = job.failure();
    if (failure != null) {
      lines.addAll(FailureText.lines(failure));
    }
    return lines;
  }

  private static List<String> torture(TortureReport torture) {
    List<String> lines = new ArrayList<>();
    if (torture.taken() + torture.missed() > 0) {
      lines.add("tortured: " + torture.taken() + " freezes taken, " + torture.missed() + " missed");
      for (TortureReport.Site site : torture.sites()) {
        String reason = site.reason().isEmpty() ? "" : " (" + site.reason() + ")";
        lines.add(
            "  "
                + site.place()
                + ": "
                + site.taken()
                + " taken, "
                + site.missed()
                + " missed"
                + reason);
      }
    }
    return lines;
  }
}
