package dev.stint.node;

import com.google.protobuf.ByteString;
import dev.stint.cluster.CellId;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobRun;
import dev.stint.proto.JobReport;
import dev.stint.proto.NodeMessage;
import dev.stint.runtime.CellOutcome;
import dev.stint.runtime.JobRuntime;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reports how jobs ended, until the coordinator has made it durable. A report goes after all output
 * that came before it. Owned by the loop.
 */
final class JobEnds {
  /** Largest result that goes in the report itself, in bytes; others become blobs. */
  static final int MAX_INLINE = 256 * 1024;

  private final Loop loop;
  private final CoordinatorGateway coordinator;
  private final BlobGateway blobs;
  private final Map<JobRun, JobReport> reports = new HashMap<>();

  /** Those of them that may go, because the output before the end is kept. */
  private final Map<JobRun, JobReport> due = new HashMap<>();

  JobEnds(Loop loop, CoordinatorGateway coordinator, BlobGateway blobs) {
    this.loop = loop;
    this.coordinator = coordinator;
    this.blobs = blobs;
  }

  /** The job's root has ended here. */
  void ended(HostedJob job, CellId root, Epoch epoch, CellOutcome outcome) {
    JobReport.Builder report = Reports.jobEnded(job.run(), outcome);
    JobRuntime runtime = job.runtime();
    if (runtime != null) {
      report.setTorture(TortureFigures.of(runtime.torture()));
      report.setCpuNanos(runtime.cpuNanos());
    }
    report(job, root, epoch, report);
  }

  /** A tasklet on another node has ended the job, whose root is here. */
  void reportedElsewhere(HostedJob job, CellId root, Epoch epoch, JobReport end) {
    if (!isReporting(job.run(), root)) {
      report(job, root, epoch, end.toBuilder());
    }
  }

  /** The job cannot run here. */
  void broken(HostedJob job, CellId cell, Epoch epoch, Exception cause) {
    report(job, cell, epoch, Reports.jobBroken(job.run(), cause));
  }

  /** Whether the end of a run is under way, with this cell as its root. */
  boolean isReporting(JobRun run, CellId root) {
    JobReport report = reports.get(run);
    return report != null && report.getCell() == root.number();
  }

  /** The coordinator keeps the report. */
  void acknowledged(String jobId) {
    reports.keySet().removeIf(run -> run.job().value().equals(jobId));
    due.keySet().retainAll(reports.keySet());
  }

  /** The run is over. */
  void forget(JobRun run) {
    reports.remove(run);
    due.remove(run);
  }

  /**
   * Reports that are not known to be kept go again: with each new session, and every few seconds,
   * since the coordinator may not have been able to write one.
   */
  void redrive() {
    due.values().forEach(this::tell);
  }

  private void report(HostedJob job, CellId root, Epoch epoch, JobReport.Builder report) {
    report.setCell(root.number()).setEpoch(epoch.number());
    reports.put(job.run(), report.build());
    due.remove(job.run());
    if (report.getResult().size() <= MAX_INLINE) {
      send(job, report.build());
    } else {
      Thread.ofVirtual().name("stint-result-" + job.run()).start(() -> store(job, report));
    }
  }

  private void store(HostedJob job, JobReport.Builder report) {
    JobReport stored;
    try {
      byte[] result = report.getResult().toByteArray();
      stored = report.setResult(ByteString.EMPTY).setResultBlob(blobs.put(result)).build();
    } catch (IOException e) {
      stored =
          Reports.jobBroken(
                  job.run(),
                  new IOException(
                      "the job's result cannot be stored: "
                          + e.getMessage()
                          + ". Make room on the coordinator's disk and run the job again",
                      e))
              .setCell(report.getCell())
              .setEpoch(report.getEpoch())
              .build();
    }
    JobReport outcome = stored;
    loop.execute(() -> send(job, outcome));
  }

  private void send(HostedJob job, JobReport report) {
    reports.put(job.run(), report);
    job.shipper()
        .whenShipped(() -> {
          job.reportProgress();
          if (reports.get(job.run()) == report) {
            due.put(job.run(), report);
            tell(report);
          }
        });
  }

  private void tell(JobReport report) {
    coordinator.tell(NodeMessage.newBuilder().setJobReport(report).build());
  }
}
