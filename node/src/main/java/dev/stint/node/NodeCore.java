package dev.stint.node;

import dev.stint.cluster.CellEvent;
import dev.stint.cluster.CellId;
import dev.stint.cluster.CellRange;
import dev.stint.cluster.CellState;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.NodeProcess;
import dev.stint.proto.CellMessage;
import dev.stint.proto.CellsCreatedAck;
import dev.stint.proto.CellsGranted;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.JobDefinition;
import dev.stint.proto.JobGone;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.NodeRef;
import dev.stint.proto.OutputAck;
import dev.stint.proto.Prepare;
import dev.stint.proto.Query;
import dev.stint.proto.QueryAnswer;
import dev.stint.proto.Release;
import dev.stint.proto.StartJob;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import dev.stint.runtime.CellOutcome;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a node does with each thing it hears: from the coordinator, from other nodes, from its own
 * tasklets. Begins with the first Welcome, which says who this process is. Owned by the loop.
 */
final class NodeCore implements JobEvents {
  private final CoordinatorGateway coordinator;
  private final MapRequests maps;
  private final JobTable jobs;
  private final JobEnds ends;
  private final CellHost cells;
  private final TaskletViews views;

  NodeCore(
      NodeProcess self,
      Loop loop,
      CoordinatorGateway coordinator,
      PeerGateway peers,
      BlobGateway blobs,
      JobFiles files,
      JobOpening opening) {
    this.coordinator = coordinator;
    this.ends = new JobEnds(loop, coordinator, blobs);
    this.maps = new MapRequests(coordinator);
    this.jobs =
        new JobTable(
            self.node().name(), loop, coordinator, opening, files, this, this::placeOf, maps);
    this.cells = new CellHost(loop, self, coordinator, peers, jobs, ends);
    this.views = new TaskletViews(loop, jobs, cells);
  }

  CellHost cells() {
    return cells;
  }

  TaskletViews views() {
    return views;
  }

  JobTable jobs() {
    return jobs;
  }

  // ---- from the coordinator

  /** A new session: what the last one may have lost goes again, output before what follows it. */
  void sessionBegan() {
    jobs.all().forEach(HostedJob::sessionBegan);
    maps.sessionBegan();
    cells.sessionBegan();
    ends.redrive();
  }

  /** What may have been lost, or could not be written, goes again; every few seconds. */
  void redrive() {
    jobs.all().forEach(HostedJob::redrive);
    maps.redrive();
    cells.redrive();
    ends.redrive();
  }

  void received(CoordinatorMessage message) {
    switch (message.getKindCase()) {
      case START_JOB -> startJob(message.getStartJob());
      case CANCEL -> cancel(message.getCancel().getJobId(), message.getCancel().getRun());
      case PREPARE -> prepare(message.getPrepare());
      case ACTIVATE -> {
        CellId cell = new CellId(message.getActivate().getCell());
        cells.apply(cell, new CellEvent.Activate(new Epoch(message.getActivate().getAttempt())));
      }
      case RELEASE -> release(message.getRelease());
      case RESUME ->
          cells.apply(
              new CellId(message.getResume().getCell()),
              new CellEvent.Resume(
                  new Epoch(message.getResume().getEpoch()),
                  new Epoch(message.getResume().getAttempt())));
      case DISCARD ->
          cells.apply(
              new CellId(message.getDiscard().getCell()),
              new CellEvent.Discard(new Epoch(message.getDiscard().getAttempt())));
      case CELLS_GRANTED -> granted(message.getCellsGranted());
      case CELLS_CREATED_ACK -> recorded(message.getCellsCreatedAck());
      case LOCATED ->
          cells
              .messenger()
              .located(
                  new CellId(message.getLocated().getCell()),
                  message.getLocated().hasOwner() ? message.getLocated().getOwner() : null);
      case QUERY -> query(message.getQuery());
      case JOB_GONE -> jobGone(message.getJobGone());
      case OUTPUT_ACK -> outputKept(message.getOutputAck());
      case MOVE_ANSWER ->
          cells.moveAnswered(
              new CellId(message.getMoveAnswer().getCell()),
              message.getMoveAnswer().getAccepted(),
              message.getMoveAnswer().getReason());
      case INPUT ->
          jobs.runsOf(message.getInput().getJobId())
              .forEach(job -> job.standardInput().arrived(message.getInput()));
      case MAP_ANSWER -> maps.answered(message.getMapAnswer());
      case FACT_ACK -> ends.acknowledged(message.getFactAck().getJobId());
      case CELL_END_ACK ->
          cells.apply(new CellId(message.getCellEndAck().getCell()), new CellEvent.EndRecorded());
      default -> {
        // Meant for another part of the node, or newer than this one.
      }
    }
  }

  private void recorded(CellsCreatedAck ack) {
    List<CellId> taken = ack.getCellsList().stream().map(CellId::new).toList();
    jobs.runsOf(ack.getJobId()).forEach(job -> job.cellGrants().recorded(taken));
  }

  private void startJob(StartJob order) {
    CellId root = new CellId(order.getCell());
    Epoch epoch = new Epoch(order.getEpoch());
    JobRun run = HostedJob.runOf(order.getJob());
    boolean first =
        cells.machine().state(root) instanceof CellState.Absent && !cells.machine().isDropped(run);
    if (first) {
      JobDefinition definition = order.getJob().toBuilder().setRootCell(root.number()).build();
      HostedJob job = jobs.provide(definition);
      cells.apply(root, new CellEvent.Started(run, epoch));
      job.whenOpened(opened -> startRoot(job, root, epoch, opened));
    }
    coordinator.tell(Reports.rootStarted(run, root));
  }

  private void startRoot(HostedJob job, CellId root, Epoch epoch, HostedJob.Opened opened) {
    switch (opened) {
      case HostedJob.Opened.Ready ready -> cells.startRoot(job, ready.runtime(), root, epoch);
      case HostedJob.Opened.Broken broken -> ends.broken(job, root, epoch, broken.cause());
    }
  }

  private void cancel(String jobId, int run) {
    for (HostedJob job : jobs.runsOf(jobId)) {
      if (run == 0 || job.run().run() == run) {
        job.cancel();
      }
    }
  }

  private void prepare(Prepare order) {
    cells.apply(
        new CellId(order.getCell()),
        new CellEvent.Prepare(
            new Epoch(order.getEpoch()),
            new Epoch(order.getAttempt()),
            process(order.getTarget().getNode()),
            order.getTarget().getAddress()));
  }

  private void release(Release order) {
    cells.apply(
        new CellId(order.getCell()),
        new CellEvent.Release(
            new Epoch(order.getEpoch()),
            new Epoch(order.getAttempt()),
            process(order.getOwner().getNode()),
            order.getOwner().getAddress()));
  }

  private void granted(CellsGranted grant) {
    HostedJob job = jobs.get(new JobRun(new JobId(grant.getJobId()), Math.max(1, grant.getRun())));
    if (job != null) {
      job.cellGrants().granted(new CellRange(new CellId(grant.getFirst()), grant.getCount()));
    }
  }

  private void query(Query query) {
    views.describe(
        new CellId(query.getCell()),
        query.getWithStack(),
        description -> {
          QueryAnswer.Builder answer = QueryAnswer.newBuilder().setId(query.getId());
          description.ifPresent(answer::setTasklet);
          coordinator.tell(NodeMessage.newBuilder().setAnswer(answer).build());
        });
  }

  private void jobGone(JobGone gone) {
    List<JobRun> runs =
        gone.getRun() == 0
            ? jobs.runsOf(gone.getJobId()).stream().map(HostedJob::run).toList()
            : List.of(new JobRun(new JobId(gone.getJobId()), gone.getRun()));
    for (JobRun run : runs) {
      cells.drop(run);
      coordinator.tell(Reports.jobDropped(run));
    }
  }

  private void outputKept(OutputAck ack) {
    CellId cell = new CellId(ack.getCell());
    jobs.all().forEach(job -> job.shipper().acknowledged(cell, ack.getOffset()));
  }

  private static NodeProcess process(NodeRef node) {
    return NodeProcess.of(node.getName(), node.getIncarnation());
  }

  // ---- from other nodes

  void transferChunk(TransferChunk chunk, Consumer<TransferAnswer> answers) {
    if (!cells.isThisNode(chunk.getTarget())) {
      answers.accept(notTaken(chunk, "this is another process than the one meant"));
      return;
    }
    if (!Transfers.isPossible(chunk)) {
      answers.accept(notTaken(chunk, "it is no piece of an image of the size it names"));
      return;
    }
    CellId cell = new CellId(chunk.getCell());
    JobRun run;
    if (chunk.hasJob()) {
      run = HostedJob.runOf(chunk.getJob());
      if (chunk.getJob().hasBundle() && !cells.machine().isDropped(run)) {
        jobs.provide(chunk.getJob());
      }
    } else {
      run = cells.machine().runOf(cell).orElse(null);
    }
    if (run == null || jobs.get(run) == null) {
      answers.accept(notTaken(chunk, "the job is not known here"));
      return;
    }
    cells.images().arrived(run, chunk, answers);
  }

  private static TransferAnswer notTaken(TransferChunk chunk, String why) {
    return TransferAnswer.newBuilder()
        .setCell(chunk.getCell())
        .setAttempt(chunk.getAttempt())
        .setReason(why)
        .build();
  }

  void cellMessage(CellMessage message, Consumer<CellMessage> replies) {
    cells.messenger().incoming(message, replies);
  }

  void cellMessagesEnded(Consumer<CellMessage> replies) {
    cells.messenger().correspondentGone(replies);
  }

  void cellReply(CellMessage reply) {
    cells.messenger().replied(reply);
  }

  // ---- from this node's tasklets

  @Override
  public void spawned(HostedJob job, CellId cell) {
    if (jobs.get(job.run()) == job) {
      cells.apply(cell, new CellEvent.Started(job.run(), Epoch.FIRST));
      coordinator.tell(Reports.cellCreated(job.run(), cell));
    }
  }

  @Override
  public void ended(HostedJob job, CellId cell) {
    if (jobs.get(job.run()) == job) {
      cells.apply(cell, new CellEvent.TaskletEnded());
    }
  }

  @Override
  public void released(HostedJob job, CellId cell) {
    // What it has written gets its place in the tasklet's output first.
    job.shipper()
        .whenShipped(() -> {
          if (jobs.get(job.run()) == job) {
            job.shipper().forget(cell);
            cells.apply(cell, new CellEvent.ResultTaken());
          }
        });
  }

  @Override
  public void jobEnded(HostedJob job, CellOutcome outcome) {
    if (jobs.get(job.run()) != job) {
      return;
    }
    CellId root = job.root();
    switch (cells.machine().state(root)) {
      case CellState.Live live -> ends.ended(job, root, live.epoch(), outcome);
      case CellState.Freezing freezing -> ends.ended(job, root, freezing.epoch(), outcome);
      default ->
          cells
              .messenger()
              .sendJobEnd(job.run(), root, Reports.jobEnded(job.run(), outcome).build());
    }
  }

  @Override
  public void sent(HostedJob job, CellId from, CellId to, byte[] message) {
    job.shipper().whenShipped(() -> cells.messenger().send(job.run(), from, to, message));
  }

  @Override
  public void moveRequested(HostedJob job, CellId cell, String node) {
    cells.requestMove(cell, node);
  }

  /** The name of the node a cell is on, as far as known; asked from any thread. */
  private String placeOf(CellId cell) {
    return cells.placeOf(cell);
  }
}
