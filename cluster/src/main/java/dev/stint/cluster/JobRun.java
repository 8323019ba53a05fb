package dev.stint.cluster;

import java.util.Comparator;

/**
 * One run of a job: a job that is started again after a loss is the same job in a new run, with new
 * cells. Runs count from 1.
 */
public record JobRun(JobId job, int run) implements Comparable<JobRun> {
  private static final Comparator<JobRun> ORDER =
      Comparator.comparing(JobRun::job).thenComparingInt(JobRun::run);

  /** Refuses runs below 1 with {@link IllegalArgumentException}. */
  public JobRun {
    if (run < 1) {
      throw new IllegalArgumentException("A job's runs count from 1, not " + run);
    }
  }

  @Override
  public int compareTo(JobRun other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return run == 1 ? job.toString() : job + "/" + run;
  }
}
