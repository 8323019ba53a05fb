package dev.stint.coordinator.dashboard;

import dev.stint.proto.JobDescription;
import dev.stint.proto.JobState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Jobs, and why some failed.
 *
 * @param counts of all jobs, by state
 * @param jobs the newest
 * @param failures of the listed jobs, the most frequent first
 */
public record JobsPage(Map<String, Integer> counts, List<Job> jobs, List<FailureGroup> failures) {
  /** Most jobs listed. */
  public static final int MAX_JOBS = 200;

  private static final int MAX_FAILURES = 20;
  private static final int MAX_MESSAGE = 300;
  private static final int MAX_IDS = 10;

  /**
   * A job.
   *
   * @param failure why it did not end well; empty otherwise
   * @param cpuMillis CPU time of its tasklets
   */
  public record Job(
      String id,
      String name,
      String state,
      long submittedMillis,
      long startedMillis,
      long endedMillis,
      long done,
      long total,
      String what,
      int live,
      long tasklets,
      long moves,
      long cpuMillis,
      int exitStatus,
      String failure) {}

  /**
   * Jobs that failed at the same place.
   *
   * @param frame the first of the user's own frames
   * @param message of the newest of them
   * @param jobs some of their ids, newest first
   */
  public record FailureGroup(
      String type, String frame, String message, int count, List<String> jobs) {}

  /** The page. */
  public static JobsPage of(ClusterRecords records, OverviewPage overview) {
    List<Job> jobs = records.jobs().stream().limit(MAX_JOBS).map(JobsPage::job).toList();
    return new JobsPage(overview.jobs(), jobs, failures(records));
  }

  private static Job job(JobDescription job) {
    return new Job(
        job.getJobId(),
        job.getName(),
        Words.of(job.getState()),
        job.getSubmittedMillis(),
        job.getStartedMillis(),
        job.getEndedMillis(),
        job.getProgress().getDone(),
        job.getProgress().getTotal(),
        job.getProgress().getWhat(),
        job.getTaskletsLive(),
        job.getTaskletsTotal(),
        job.getMoves(),
        job.getCpuNanos() / 1_000_000,
        job.getExitStatus(),
        shortened(job.getFailure().getMessage()));
  }

  private static List<FailureGroup> failures(ClusterRecords records) {
    Map<List<String>, List<JobDescription>> groups = new LinkedHashMap<>();
    for (JobDescription job : records.jobs()) {
      if (job.getState() == JobState.JOB_STATE_FAILED
          || job.getState() == JobState.JOB_STATE_LOST) {
        String frame = records.topFrames().getOrDefault(job.getJobId(), "");
        groups.computeIfAbsent(List.of(typeOf(job), frame), _ -> new ArrayList<>()).add(job);
      }
    }
    return groups.entrySet().stream()
        .map(group ->
            new FailureGroup(
                group.getKey().getFirst(),
                group.getKey().getLast(),
                shortened(group.getValue().getFirst().getFailure().getMessage()),
                group.getValue().size(),
                group.getValue().stream().limit(MAX_IDS).map(JobDescription::getJobId).toList()))
        .sorted(Comparator.comparingInt(FailureGroup::count).reversed())
        .limit(MAX_FAILURES)
        .toList();
  }

  /** The exception's class, which a failure's message begins with. */
  private static String typeOf(JobDescription job) {
    if (job.getState() == JobState.JOB_STATE_LOST) {
      return "lost";
    }
    String message = job.getFailure().getMessage();
    int end = message.indexOf(':');
    return end < 0 ? message : message.substring(0, end);
  }

  /** The first of a stack's frames: what follows "at" in its first such line; empty if none. */
  public static String topFrame(String stack) {
    return stack
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("at "))
        .map(line -> line.substring("at ".length()))
        .findFirst()
        .orElse("");
  }

  private static String shortened(String text) {
    return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
  }
}
