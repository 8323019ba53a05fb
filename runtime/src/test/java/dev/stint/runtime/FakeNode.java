package dev.stint.runtime;

import dev.stint.abi.Frame;
import dev.stint.transformer.IntrinsicTable;
import dev.stint.transformer.Program;
import dev.stint.transformer.TransformedProgram;
import dev.stint.transformer.Transformer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A scheduler with one job that has no code of its own: its tasklets run frames written by hand.
 */
final class FakeNode implements AutoCloseable {
  final Scheduler scheduler;
  final FakeHost host;
  final ResidentJob job;

  private FakeNode(Scheduler scheduler, FakeHost host, JobSettings settings) {
    this.scheduler = scheduler;
    this.host = host;
    TransformedProgram program =
        Transformer.transform(Program.of(name -> null, Map.of()), IntrinsicTable.EMPTY);
    this.job =
        new ResidentJob(
            scheduler, host, settings, (resident, count) -> sides(resident, count, program));
    host.job = job;
  }

  private static List<JobSide> sides(ResidentJob job, int count, TransformedProgram program) {
    List<JobSide> sides = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JobClassLoader loader =
          new JobClassLoader(program, List.of(), FakeNode.class.getClassLoader());
      sides.add(JobSide.of(job, loader, "", program));
    }
    return sides;
  }

  static FakeNode carriers(int n) {
    return in(new FakeHost.Cluster(), "n1", n, JobSettings.named("test"));
  }

  static FakeNode in(FakeHost.Cluster cluster, String name, int carriers, JobSettings settings) {
    return new FakeNode(Scheduler.start(options(carriers)), new FakeHost(cluster, name), settings);
  }

  static FakeNode deterministic() {
    return new FakeNode(
        Scheduler.deterministic(options(1)),
        new FakeHost(new FakeHost.Cluster(), "n1"),
        JobSettings.named("test"));
  }

  private static EngineOptions options(int carriers) {
    return new EngineOptions(carriers, Duration.ofMillis(10), 16, Path.of("unused"));
  }

  /** Starts a tasklet that is no root. */
  CellId start(Frame top) {
    CellId cell = host.newCell();
    job.start(cell, new CellId(0), job.primarySide(), top);
    return cell;
  }

  /** Starts the job's root. */
  CellId startRoot(Frame top) {
    CellId cell = host.newCell();
    job.start(cell, cell, job.primarySide(), top);
    return cell;
  }

  CellOutcome endOf(CellId cell) throws Exception {
    return host.endOf(cell).get();
  }

  ChannelHandle<Object> channel(CellId home, int capacity) {
    return new ChannelHandle<>(job.resident(home).newChannel(capacity));
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
