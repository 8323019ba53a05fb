package dev.stint.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster tells about a job.
 *
 * @param started when its first tasklet began; null while queued
 * @param ended when it ended; null until then
 * @param taskletsLive tasklets that exist now
 * @param taskletsTotal tasklets that ever existed
 * @param moves how many times a tasklet of the job went to another node
 * @param cpu processor time its tasklets used
 * @param exitStatus exit status of a main program
 * @param failure why it failed; null unless it did
 */
public record JobView(
    JobId id,
    String name,
    JobStatus status,
    Instant submitted,
    @Nullable Instant started,
    @Nullable Instant ended,
    Progress progress,
    int taskletsLive,
    long taskletsTotal,
    long moves,
    Duration cpu,
    int exitStatus,
    @Nullable FailureView failure,
    TortureReport torture) {}
