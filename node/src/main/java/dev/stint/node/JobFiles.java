package dev.stint.node;

import dev.stint.cluster.JobRun;
import dev.stint.proto.Artifact;
import java.io.IOException;
import java.nio.file.Path;

/** The files shipped with jobs, under the names that their code asks for. */
public interface JobFiles {
  /** The local path of a file; waits until it is here. */
  Path provide(JobRun run, String name, Artifact file) throws IOException;

  /** The run is over: its names go, shared content stays. */
  void forget(JobRun run);
}
