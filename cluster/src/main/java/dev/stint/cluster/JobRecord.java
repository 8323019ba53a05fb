package dev.stint.cluster;

import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The authority's record of a job. */
final class JobRecord {
  final JobRequest request;
  final Instant submittedAt;
  JobState state = JobState.QUEUED;
  JobRun run;
  @Nullable CellId root;
  boolean rootStarted;
  @Nullable String cancelReason;
  @Nullable JobOutcome outcome;
  @Nullable Instant startedAt;
  @Nullable Instant endedAt;

  /** The processes that may hold something of the run: each is told when it is over. */
  final TreeSet<NodeProcess> hosts = new TreeSet<>();

  JobRecord(JobRequest request, Instant submittedAt) {
    this.request = request;
    this.submittedAt = submittedAt;
    this.run = new JobRun(request.id(), 1);
  }

  boolean isRunning(JobRun which) {
    return state == JobState.RUNNING && run.equals(which);
  }

  JobView view() {
    return new JobView(
        request,
        state,
        run,
        root,
        rootStarted,
        cancelReason,
        outcome,
        submittedAt,
        startedAt,
        endedAt);
  }
}
