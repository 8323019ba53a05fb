package dev.stint.coordinator.dashboard;

import dev.stint.proto.JobState;
import dev.stint.proto.TaskletState;
import java.util.Locale;

/** States as the pages say them: lower case, without a prefix. */
public final class Words {
  private Words() {}

  /** Of any of the authority's states. */
  public static String of(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** Of a job. */
  public static String of(JobState state) {
    return state.name().replace("JOB_STATE_", "").toLowerCase(Locale.ROOT);
  }

  /** Of a tasklet. */
  public static String of(TaskletState state) {
    return state.name().replace("TASKLET_STATE_", "").toLowerCase(Locale.ROOT);
  }
}
