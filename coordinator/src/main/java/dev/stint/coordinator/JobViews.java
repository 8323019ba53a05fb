package dev.stint.coordinator;

import com.google.protobuf.ByteString;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobOutcome;
import dev.stint.cluster.JobState;
import dev.stint.cluster.JobView;
import dev.stint.cluster.Payload;
import dev.stint.proto.Failure;
import dev.stint.proto.JobDefinition;
import dev.stint.proto.JobDescription;
import dev.stint.proto.JobReport;
import dev.stint.proto.Progress;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jobs as clients see them: from the authority what is certain, from the nodes' latest reports the
 * figures. Thread-safe.
 */
final class JobViews {
  /** A command line's exit status for a job that threw. */
  private static final int FAILED_STATUS = 1;

  private final Authority authority;
  private final BlobStore blobs;

  private static final class Figures {
    Progress progress = Progress.getDefaultInstance();
    long started;
    final Map<Long, Long> cpuOfCells = new HashMap<>();
    long cpuNanos;
    long moves;
  }

  private final Map<JobId, Figures> figures = new HashMap<>();

  JobViews(Authority authority, BlobStore blobs) {
    this.authority = authority;
    this.blobs = blobs;
  }

  /** How far the job says it is. */
  synchronized void progress(JobId job, Progress progress) {
    of(job).progress = progress;
  }

  /** Cells of the job have been put to use. */
  synchronized void started(JobId job, long cells) {
    of(job).started += cells;
  }

  /** CPU time that one of the job's cells has used since it began. */
  synchronized void cpu(JobId job, long cell, long nanos) {
    Figures known = of(job);
    Long before = known.cpuOfCells.put(cell, nanos);
    known.cpuNanos += Math.max(0, nanos - (before == null ? 0 : before));
  }

  /** CPU time of the job that has ended, as its root's node knows it; others may have had more. */
  synchronized void cpuAtEnd(JobId job, long nanos) {
    Figures known = of(job);
    known.cpuNanos = Math.max(known.cpuNanos, nanos);
    known.cpuOfCells.clear();
  }

  /** A cell of the job has moved. */
  synchronized void moved(JobId job) {
    of(job).moves++;
  }

  /** The job is no longer known. */
  synchronized void forget(JobId job) {
    figures.remove(job);
  }

  private synchronized Figures of(JobId job) {
    return figures.computeIfAbsent(job, _ -> new Figures());
  }

  /** The job in full. Reads its result from disk if that is large. */
  JobDescription describe(JobView job) throws IOException {
    JobDescription.Builder description = brief(job).toBuilder();
    JobOutcome outcome = job.outcome();
    if (outcome instanceof JobOutcome.Done done) {
      JobReport report = report(done.result());
      description.setResult(report.getResult()).setTorture(report.getTorture());
      if (report.hasResultBlob()) {
        description.setResultBlob(report.getResultBlob());
      }
    } else if (outcome instanceof JobOutcome.Failed failed) {
      JobReport report = report(failed.failure());
      description.setFailure(report.getFailure()).setTorture(report.getTorture());
    }
    JobDefinition definition =
        JobDefinition.parseFrom(
            blobs.readAll(new dev.stint.cluster.Digest(JobSpecs.definition(job.request()))));
    return description.setBundle(definition.getBundle()).build();
  }

  /** The job without its result and bundle. */
  JobDescription brief(JobView job) {
    JobDescription.Builder description =
        JobDescription.newBuilder()
            .setJobId(job.id().value())
            .setName(job.request().name())
            .setState(Wire.state(job.state()))
            .setSubmittedMillis(millis(job.submittedAt()))
            .setStartedMillis(millis(job.startedAt()))
            .setEndedMillis(millis(job.endedAt()));
    addOutcome(description, job);
    long live =
        job.state() == JobState.RUNNING
            ? authority.read(machine -> machine.cellsOf(job.run()).size())
            : 0;
    synchronized (this) {
      Figures known = of(job.id());
      return description
          .setProgress(known.progress)
          .setTaskletsLive((int) live)
          .setTaskletsTotal(Math.max(live, known.started + (job.startedAt() == null ? 0 : 1)))
          .setMoves(known.moves)
          .setCpuNanos(known.cpuNanos)
          .build();
    }
  }

  private static void addOutcome(JobDescription.Builder description, JobView job) {
    switch (job.outcome()) {
      case null -> {
        if (job.state() == JobState.CANCELLED) {
          description.setFailure(failure(job.cancelReason()));
        }
      }
      case JobOutcome.Done done -> description.setExitStatus(done.exitStatus());
      case JobOutcome.Failed failed ->
          description
              .setFailure(Failure.newBuilder().setMessage(failed.text()))
              .setExitStatus(failed.exitStatus());
      case JobOutcome.Cancelled cancelled ->
          description.setFailure(failure(cancelled.text())).setExitStatus(FAILED_STATUS);
      case JobOutcome.Lost lost ->
          description.setFailure(failure(lost.text())).setExitStatus(FAILED_STATUS);
    }
  }

  private static Failure failure(@Nullable String text) {
    return Failure.newBuilder().setMessage(text == null ? "" : text).build();
  }

  private static long millis(@Nullable Instant at) {
    return at == null ? 0 : at.toEpochMilli();
  }

  private JobReport report(Payload payload) throws IOException {
    return switch (payload) {
      case Payload.None _ -> JobReport.getDefaultInstance();
      case Payload.Inline inline -> JobReport.parseFrom(inline.bytes().toByteArray());
      case Payload.Stored stored -> JobReport.parseFrom(blobs.readAll(stored.digest()));
    };
  }

  /** What a node reported, as the log keeps it: small in the log itself, large as a blob. */
  Payload payload(JobReport report) throws IOException {
    ByteString bytes = report.toByteString();
    if (bytes.size() <= Payload.MAX_INLINE) {
      return new Payload.Inline(dev.stint.cluster.Bytes.adopt(bytes.toByteArray()));
    }
    return new Payload.Stored(blobs.put(bytes.toByteArray()), bytes.size());
  }
}
