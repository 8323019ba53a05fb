package dev.stint.node;

import dev.stint.runtime.JobCode;
import dev.stint.runtime.JobHost;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.JobSettings;
import dev.stint.runtime.SchedulerView;
import java.io.IOException;

/** What runs tasklets on this node. */
interface Engine extends AutoCloseable {
  /**
   * Opens a job: reads its code, which may take a while.
   *
   * @throws IOException if the code cannot be read, naming the file
   */
  JobRuntime open(JobCode code, JobSettings settings, JobHost host) throws IOException;

  /** The load at this moment. */
  SchedulerView load();

  @Override
  void close();
}
