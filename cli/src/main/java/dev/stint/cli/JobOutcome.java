package dev.stint.cli;

import dev.stint.client.FailureView;
import dev.stint.client.Job;
import dev.stint.client.JobFailedException;
import dev.stint.client.JobView;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** What the end of a job means for the command that waited for it. */
final class JobOutcome {
  private JobOutcome() {}

  /** Waits for the end, tells about a failure, and returns the exit status. */
  static int await(Shell shell, Job<?> job) {
    return await(shell, job, Duration.ZERO);
  }

  /**
   * @param patience how long to wait; zero for without end
   * @throws dev.stint.client.JobTimeoutException if that was too short
   */
  static int await(Shell shell, Job<?> job, Duration patience) {
    try {
      if (patience.isPositive()) {
        job.get(patience);
      } else {
        job.get();
      }
    } catch (JobFailedException | CancellationException e) {
      // Told below, from what the cluster knows about the job.
    }
    JobView view = job.describe();
    FailureView failure = view.failure();
    return switch (view.status()) {
      case DONE -> view.exitStatus();
      case FAILED -> {
        if (failure != null) {
          shell.err().print("Exception in thread \"main\" ");
          FailureText.lines(failure).forEach(shell.err()::println);
        }
        yield view.exitStatus() == 0 ? ExitCode.JOB_FAILED : view.exitStatus();
      }
      case CANCELLED -> {
        shell.say("stint: job " + view.id() + " was cancelled");
        yield ExitCode.JOB_FAILED;
      }
      case LOST -> {
        shell.say("stint: job " + view.id() + " was lost with its node. Run it again");
        yield ExitCode.JOB_FAILED;
      }
      case QUEUED, RUNNING -> ExitCode.INTERRUPTED;
    };
  }
}
