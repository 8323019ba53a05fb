package dev.stint.coordinator;

import dev.stint.cluster.CellId;
import dev.stint.cluster.Command;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobOutcome;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.NodeProcess;
import dev.stint.cluster.Payload;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.FactAck;
import dev.stint.proto.JobReport;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in how jobs end: output first, then the log, then the acknowledgement. A report is repeated
 * until it is acknowledged, so one that cannot be written is not lost. On the loop.
 */
final class JobReports {
  /** How long the end of a job waits for output that came early to become whole. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(JobReports.class);

  private final AuthorityLog log;
  private final JobViews views;
  private final OutputStore outputs;
  private final Clock clock;
  private final Loop loop;
  private final Set<JobRun> underWay = new HashSet<>();

  JobReports(AuthorityLog log, JobViews views, OutputStore outputs, Clock clock, Loop loop) {
    this.log = log;
    this.views = views;
    this.outputs = outputs;
    this.clock = clock;
    this.loop = loop;
  }

  /** The root has ended, says its node. */
  void take(NodeProcess process, NodeLink link, JobReport report) {
    JobRun run = Wire.run(report.getJobId(), report.getRun());
    if (!underWay.add(run)) {
      return;
    }
    outputs
        .whenWhole(run.job(), PATIENCE)
        .handleAsync((_, _) -> propose(process, run, report), loop)
        .thenCompose(proposed -> proposed)
        .whenCompleteAsync(
            (_, failure) -> {
              underWay.remove(run);
              if (failure == null) {
                link.send(ack(report));
              } else {
                LOG.warn("the end of job {} is not recorded: {}", run, failure.getMessage());
              }
            },
            loop);
  }

  private CompletableFuture<?> propose(NodeProcess process, JobRun run, JobReport report) {
    try {
      views.cpuAtEnd(run.job(), report.getCpuNanos());
      return log.propose(
          new Command.JobEnded(
              run,
              process,
              new CellId(report.getCell()),
              new Epoch(report.getEpoch()),
              outcome(report),
              clock.now()));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private JobOutcome outcome(JobReport report) throws IOException {
    Payload payload = views.payload(report);
    return switch (report.getState()) {
      case JOB_STATE_DONE -> new JobOutcome.Done(payload, report.getExitStatus());
      case JOB_STATE_CANCELLED -> new JobOutcome.Cancelled(report.getFailure().getMessage());
      default -> new JobOutcome.Failed(text(report), payload, report.getExitStatus());
    };
  }

  private static String text(JobReport report) {
    String type = report.getFailure().getType();
    String message = report.getFailure().getMessage();
    return type.isEmpty() ? message : message.isEmpty() ? type : type + ": " + message;
  }

  private static CoordinatorMessage ack(JobReport report) {
    return CoordinatorMessage.newBuilder()
        .setFactAck(FactAck.newBuilder().setJobId(report.getJobId()))
        .build();
  }
}
