package dev.stint.coordinator;

import dev.stint.cluster.JobId;
import dev.stint.proto.InputChunk;
import dev.stint.proto.OutputChunk;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What jobs print and read, for clients. Calls come from any thread, never from the loop. */
public final class OutputDesk {
  private final JobDesk jobs;
  private final OutputStore outputs;
  private final InputRelay inputs;

  OutputDesk(JobDesk jobs, OutputStore outputs, InputRelay inputs) {
    this.jobs = jobs;
    this.outputs = outputs;
    this.inputs = inputs;
  }

  /** A job's output, to be read on from any position. Refuses an unknown job. */
  public Reader open(String id) throws IOException {
    JobId job = Names.job(id);
    jobs.stateOf(job);
    return new Reader(job, outputs.of(job));
  }

  /** The client typed something; the feeder hears when there is room for more. */
  public void input(InputChunk chunk, InputFeeder feeder) {
    JobId job = Names.job(chunk.getJobId());
    if (!jobs.stateOf(job).isFinal()) {
      inputs.add(job, chunk, feeder);
    }
    if (jobs.stateOf(job).isFinal()) {
      inputs.forget(job);
      feeder.over();
    }
  }

  /** The client is away. */
  public void inputBroken(String id, InputFeeder feeder) {
    inputs.away(Names.job(id), feeder);
  }

  /** One job's output. */
  public final class Reader {
    private final JobId job;
    private final JobOutput output;

    private Reader(JobId job, JobOutput output) {
      this.job = job;
      this.output = output;
    }

    /** About as many bytes as asked for, from a position; empty if there are none yet. */
    public List<OutputChunk> read(long offset, int max) throws IOException {
      return output.read(offset, max);
    }

    /** How many bytes there are. */
    public long length() {
      return output.length();
    }

    /** Whether nothing comes after a position any more. */
    public boolean isAtEnd(long offset) {
      // The job's end first: what it printed before is all there once it has ended.
      return (output.isFinished() || jobs.stateOf(job).isFinal()) && offset >= output.length();
    }

    /** Completes when there is more, or the job has ended. */
    public CompletableFuture<@Nullable Void> whenMore(long offset) {
      return output.whenMore(offset);
    }
  }
}
