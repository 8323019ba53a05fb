package dev.stint.coordinator.dashboard;

import dev.stint.proto.Artifact;
import dev.stint.proto.JobDescription;
import dev.stint.proto.OutputChunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One job.
 *
 * @param stack of the exception that it failed with; empty otherwise
 * @param bundle the names of its class path's parts
 * @param outputBytes how much it has printed
 * @param output the end of what it printed
 */
public record JobPage(
    String id,
    String name,
    String state,
    long submittedMillis,
    long startedMillis,
    long endedMillis,
    int exitStatus,
    int live,
    long tasklets,
    long moves,
    long cpuMillis,
    String failure,
    String stack,
    List<String> bundle,
    long outputBytes,
    List<Text> output) {
  /** How much of a job's output is shown: its end. */
  public static final int MAX_OUTPUT = 64 * 1024;

  private static final int MAX_BUNDLE = 100;

  /** A run of output of one stream. */
  public record Text(boolean error, String text) {}

  /** The page. */
  public static JobPage of(JobDescription job, long outputBytes, List<OutputChunk> output) {
    return new JobPage(
        job.getJobId(),
        job.getName(),
        Words.of(job.getState()),
        job.getSubmittedMillis(),
        job.getStartedMillis(),
        job.getEndedMillis(),
        job.getExitStatus(),
        job.getTaskletsLive(),
        job.getTaskletsTotal(),
        job.getMoves(),
        job.getCpuNanos() / 1_000_000,
        job.getFailure().getMessage(),
        job.getFailure().getStack(),
        job.getBundle().getArtifactsList().stream()
            .limit(MAX_BUNDLE)
            .map(Artifact::getName)
            .toList(),
        outputBytes,
        texts(output));
  }

  private static List<Text> texts(List<OutputChunk> output) {
    List<Text> texts = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    boolean error = false;
    for (OutputChunk chunk : output) {
      if (chunk.getErrorStream() != error && !run.isEmpty()) {
        texts.add(new Text(error, run.toString()));
        run.setLength(0);
      }
      error = chunk.getErrorStream();
      run.append(chunk.getData().toString(StandardCharsets.UTF_8));
    }
    if (!run.isEmpty()) {
      texts.add(new Text(error, run.toString()));
    }
    return texts;
  }
}
