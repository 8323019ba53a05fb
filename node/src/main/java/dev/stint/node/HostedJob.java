package dev.stint.node;

import dev.stint.cluster.CellId;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobRun;
import dev.stint.proto.Artifact;
import dev.stint.proto.CellsRequest;
import dev.stint.proto.Entry;
import dev.stint.proto.InputRequest;
import dev.stint.proto.JobDefinition;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.Progress;
import dev.stint.proto.ProgressReport;
import dev.stint.runtime.CellOutcome;
import dev.stint.runtime.JobHost;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.MapPort;
import dev.stint.runtime.OutputChunk;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job on this node: what its tasklets ask of the world beyond the runtime, turned into
 * events of the node's loop.
 */
final class HostedJob implements JobHost {
  private final JobRun run;
  private final JobDefinition definition;
  private final String nodeName;
  private final Loop loop;
  private final CoordinatorGateway coordinator;
  private final JobEvents events;
  private final JobFiles files;
  private final Function<CellId, String> places;
  private final MapPort maps;
  private final OutputShipper output;
  private final CellGrants grants;
  private final JobInput input;
  private final ThreadPoolExecutor aside;
  private final AtomicReference<@Nullable Progress> progress = new AtomicReference<>();

  // Owned by the loop.
  private final List<Consumer<Opened>> awaiting = new ArrayList<>();
  private @Nullable Opened opened;
  private boolean over;

  HostedJob(
      JobDefinition definition,
      String nodeName,
      Loop loop,
      CoordinatorGateway coordinator,
      JobEvents events,
      JobFiles files,
      Function<CellId, String> places,
      MapPort maps) {
    this.maps = maps;
    this.run = runOf(definition);
    this.definition = definition;
    this.nodeName = nodeName;
    this.loop = loop;
    this.coordinator = coordinator;
    this.events = events;
    this.files = files;
    this.places = places;
    this.output = new OutputShipper(run.job().value(), loop, coordinator);
    this.grants = new CellGrants(this::requestCells);
    this.input = new JobInput(definition.getHasInput(), this::requestInput);
    this.aside =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("stint-job-" + run).factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    aside.allowCoreThreadTimeOut(true);
  }

  /** Which run a definition is of. */
  static JobRun runOf(JobDefinition definition) {
    return new JobRun(new JobId(definition.getJobId()), Math.max(1, definition.getRun()));
  }

  /** How opening the job's code went. */
  sealed interface Opened {
    /** It can run. */
    record Ready(JobRuntime runtime) implements Opened {}

    /** It cannot; the message is for the user. */
    record Broken(Exception cause) implements Opened {}
  }

  JobRun run() {
    return run;
  }

  JobDefinition definition() {
    return definition;
  }

  /** The root tasklet's cell. */
  CellId root() {
    return new CellId(definition.getRootCell());
  }

  /** Starts the root tasklet; may run the job's own code. */
  void start(JobRuntime runtime, CellId root) {
    Entry entry = definition.getEntry();
    if (entry.hasMain()) {
      runtime.startMain(
          Cells.toRuntime(root),
          entry.getMain().getClassName(),
          entry.getMain().getArgumentsList());
    } else {
      runtime.startBody(Cells.toRuntime(root), entry.getBody().getImage().toByteArray());
    }
  }

  /**
   * Runs what may run the job's own code, such as its class initialisers, on a thread of the job's
   * own, one after the other: the node's loop must not wait for users' code.
   */
  void aside(Runnable work) {
    aside.execute(work);
  }

  /** Asks the tasklets here to end; on the loop. */
  void cancel() {
    whenOpened(result -> {
      if (result instanceof Opened.Ready ready) {
        ready.runtime().cancelAll();
      }
    });
  }

  OutputShipper shipper() {
    return output;
  }

  CellGrants cellGrants() {
    return grants;
  }

  JobInput standardInput() {
    return input;
  }

  /** The job's runtime if it is open; on the loop. */
  @Nullable JobRuntime runtime() {
    return opened instanceof Opened.Ready ready ? ready.runtime() : null;
  }

  /** Runs something when the job's code has been opened or found broken; on the loop. */
  void whenOpened(Consumer<Opened> action) {
    Opened now = opened;
    if (now == null) {
      awaiting.add(action);
    } else {
      action.accept(now);
    }
  }

  /**
   * Forgets that opening failed if that was for a file or a connection, which may be there now. On
   * the loop.
   *
   * @return whether the job is to be opened again
   */
  boolean forgetPassingFailure() {
    if (opened instanceof Opened.Broken broken && broken.cause() instanceof IOException) {
      opened = null;
      return true;
    }
    return false;
  }

  /** The job's code has been opened; on the loop. */
  void opened(Opened result) {
    if (over) {
      if (result instanceof Opened.Ready ready) {
        ready.runtime().close();
      }
      return;
    }
    opened = result;
    awaiting.forEach(action -> action.accept(result));
    awaiting.clear();
  }

  /** Ends all that is here of the run; on the loop. */
  void close() {
    over = true;
    output.close();
    grants.close();
    input.close();
    aside.shutdown();
    awaiting.clear();
    JobRuntime runtime = runtime();
    if (runtime != null) {
      runtime.close();
    }
  }

  /** A new session has begun: what the last one may have lost goes again; on the loop. */
  void sessionBegan() {
    List<CellId> taken = grants.lastTaken();
    if (!taken.isEmpty()) {
      coordinator.tell(Reports.cellsCreatedAgain(run, taken));
    }
    output.resend();
    grants.askAgain();
    input.askAgain();
  }

  /** What the coordinator has had for a while and not answered goes again; on the loop. */
  void redrive() {
    output.redrive();
    grants.redrive();
  }

  /** Tells how far the job is, if that has changed since the last call. */
  void reportProgress() {
    Progress latest = progress.getAndSet(null);
    if (latest != null) {
      coordinator.tell(
          NodeMessage.newBuilder()
              .setProgress(
                  ProgressReport.newBuilder().setJobId(run.job().value()).setProgress(latest))
              .build());
    }
  }

  // ---- what the runtime asks

  @Override
  public String jobId() {
    return run.job().value();
  }

  @Override
  public String nodeName() {
    return nodeName;
  }

  @Override
  public dev.stint.runtime.CellId newCell() {
    return Cells.toRuntime(grants.take());
  }

  @Override
  public void spawned(dev.stint.runtime.CellId parent, dev.stint.runtime.CellId child) {
    loop.execute(() -> events.spawned(this, Cells.fromRuntime(child)));
  }

  @Override
  public void ended(dev.stint.runtime.CellId cell, CellOutcome outcome) {
    loop.execute(() -> events.ended(this, Cells.fromRuntime(cell)));
  }

  @Override
  public void released(dev.stint.runtime.CellId cell) {
    loop.execute(() -> events.released(this, Cells.fromRuntime(cell)));
  }

  @Override
  public void jobEnded(CellOutcome outcome) {
    loop.execute(() -> events.jobEnded(this, outcome));
  }

  @Override
  public void output(OutputChunk chunk) {
    output.write(Cells.fromRuntime(chunk.cell()), chunk.error(), chunk.bytes());
  }

  @Override
  public void progress(long done, long total, String what) {
    progress.set(
        Progress.newBuilder().setDone(done).setTotal(total).setWhat(Clipped.text(what)).build());
  }

  @Override
  public void send(dev.stint.runtime.CellId from, dev.stint.runtime.CellId to, byte[] message) {
    loop.execute(() -> events.sent(this, Cells.fromRuntime(from), Cells.fromRuntime(to), message));
  }

  @Override
  public boolean takesTasklets(String node) {
    // Only the coordinator knows; it answers the request itself.
    return true;
  }

  @Override
  public void moveRequested(dev.stint.runtime.CellId cell, String node) {
    loop.execute(() -> events.moveRequested(this, Cells.fromRuntime(cell), node));
  }

  @Override
  public String nodeOf(dev.stint.runtime.CellId cell) {
    return places.apply(Cells.fromRuntime(cell));
  }

  @Override
  public Path file(String name) throws IOException {
    Artifact file = definition.getSettings().getFilesMap().get(name);
    if (file == null) {
      throw new FileNotFoundException(
          "no file '"
              + name
              + "' was shipped with this job. Ship it with JobSpec.file(\""
              + name
              + "\", path) or --file "
              + name
              + "=path");
    }
    return files.provide(run, name, file);
  }

  @Override
  public int readInput(byte[] buffer, int offset, int length) throws IOException {
    return input.read(buffer, offset, length);
  }

  @Override
  public MapPort maps() {
    return maps;
  }

  private void requestCells(int count) {
    coordinator.tell(
        NodeMessage.newBuilder()
            .setCellsRequest(
                CellsRequest.newBuilder()
                    .setCount(count)
                    .setJobId(run.job().value())
                    .setRun(run.run()))
            .build());
  }

  private void requestInput(long offset) {
    coordinator.tell(
        NodeMessage.newBuilder()
            .setInputRequest(
                InputRequest.newBuilder().setJobId(run.job().value()).setOffset(offset))
            .build());
  }
}
