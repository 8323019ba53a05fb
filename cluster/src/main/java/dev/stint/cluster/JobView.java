package dev.stint.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as the authority knows it.
 *
 * @param run the present run, or the one that starts next
 * @param root the root's cell; null while queued
 * @param rootStarted whether the owner has confirmed that it took the root
 * @param cancelReason why it was asked to end; null if it was not
 * @param outcome how it ended; null before, and when it was cancelled before it ran
 */
public record JobView(
    JobRequest request,
    JobState state,
    JobRun run,
    @Nullable CellId root,
    boolean rootStarted,
    @Nullable String cancelReason,
    @Nullable JobOutcome outcome,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /** Its id. */
  public JobId id() {
    return request.id();
  }
}
