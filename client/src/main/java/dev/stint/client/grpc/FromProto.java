package dev.stint.client.grpc;

import dev.stint.TaskletId;
import dev.stint.TaskletStatus;
import dev.stint.client.BalanceView;
import dev.stint.client.ClusterView;
import dev.stint.client.ContentDigest;
import dev.stint.client.DrainView;
import dev.stint.client.EventView;
import dev.stint.client.FailureView;
import dev.stint.client.JobEnd;
import dev.stint.client.JobId;
import dev.stint.client.JobStatus;
import dev.stint.client.JobView;
import dev.stint.client.MoveView;
import dev.stint.client.NodeView;
import dev.stint.client.OutputPart;
import dev.stint.client.Progress;
import dev.stint.client.TaskletView;
import dev.stint.client.TortureReport;
import dev.stint.proto.BalanceReply;
import dev.stint.proto.Digest;
import dev.stint.proto.DrainProgress;
import dev.stint.proto.Event;
import dev.stint.proto.Failure;
import dev.stint.proto.JobDescription;
import dev.stint.proto.JobState;
import dev.stint.proto.MoveTaskletReply;
import dev.stint.proto.NodeDescription;
import dev.stint.proto.OutputChunk;
import dev.stint.proto.StatusReply;
import dev.stint.proto.TaskletDescription;
import dev.stint.proto.TaskletState;
import dev.stint.proto.TortureFigures;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Messages as the client's words. */
final class FromProto {
  private FromProto() {}

  static JobView job(JobDescription job) {
    dev.stint.proto.Progress progress = job.getProgress();
    return new JobView(
        new JobId(job.getJobId()),
        job.getName(),
        status(job.getState()),
        Instant.ofEpochMilli(job.getSubmittedMillis()),
        time(job.getStartedMillis()),
        time(job.getEndedMillis()),
        new Progress(progress.getDone(), progress.getTotal(), progress.getWhat()),
        job.getTaskletsLive(),
        job.getTaskletsTotal(),
        job.getMoves(),
        Duration.ofNanos(job.getCpuNanos()),
        job.getExitStatus(),
        job.hasFailure() ? failure(job.getFailure()) : null,
        torture(job.getTorture()));
  }

  static JobEnd end(JobDescription job) {
    return new JobEnd(
        job(job),
        job.getResult().toByteArray(),
        job.hasResultBlob() ? digest(job.getResultBlob()) : null,
        job.getFailure().getImage().toByteArray());
  }

  static boolean hasEnded(JobDescription job) {
    return status(job.getState()).isTerminal();
  }

  static ContentDigest digest(Digest digest) {
    return ContentDigest.of(digest.getSha256().toByteArray());
  }

  static OutputPart output(OutputChunk chunk) {
    return new OutputPart(chunk.getOffset(), chunk.getErrorStream(), chunk.getData().toByteArray());
  }

  static ClusterView cluster(StatusReply reply) {
    return new ClusterView(
        reply.getVersion(),
        reply.getNodesUp(),
        reply.getJobsRunning(),
        reply.getTaskletsLive(),
        reply.getMovesTotal(),
        reply.getNotesList());
  }

  static NodeView node(NodeDescription node) {
    return new NodeView(
        node.getNode().getName(),
        node.getNode().getIncarnation(),
        node.getAddress(),
        node.getState(),
        node.getCarriers(),
        node.getTasklets(),
        node.getReady(),
        node.getCpu(),
        node.getHeapUsedBytes(),
        node.getHeapMaxBytes(),
        node.getLabelsMap(),
        Instant.ofEpochMilli(node.getSinceMillis()));
  }

  static TaskletView tasklet(TaskletDescription tasklet) {
    return new TaskletView(
        new TaskletId(tasklet.getTaskletId()),
        new JobId(tasklet.getJobId()),
        tasklet.getNode(),
        status(tasklet.getState()),
        Duration.ofNanos(tasklet.getCpuNanos()),
        tasklet.getMoves(),
        tasklet.getStuck(),
        tasklet.getWaitsFor(),
        tasklet.getStackList().stream()
            .map(line -> new TaskletView.Line(line.getText(), line.getLocalsList()))
            .toList(),
        tasklet.getRouteList().stream()
            .map(hop ->
                new TaskletView.Hop(
                    hop.getFrom(),
                    hop.getTo(),
                    Instant.ofEpochMilli(hop.getAtMillis()),
                    hop.getReason()))
            .toList());
  }

  static MoveView move(MoveTaskletReply reply) {
    return new MoveView(
        reply.getFrom(), reply.getTo(), Duration.ofNanos(reply.getFrozenMicros() * 1000));
  }

  static BalanceView balance(BalanceReply reply) {
    return new BalanceView(
        reply.getMovesList().stream()
            .map(move ->
                new BalanceView.Move(
                    new TaskletId(move.getTaskletId()),
                    move.getFrom(),
                    move.getTo(),
                    Duration.ofNanos(move.getGainNanos()),
                    Duration.ofNanos(move.getCostNanos()),
                    move.getReason()))
            .toList(),
        reply.getRemarksList(),
        reply.getPaused());
  }

  static DrainView drain(DrainProgress drain) {
    return new DrainView(
        drain.getMoved(),
        drain.getLeft(),
        drain.getPinned(),
        drain.getLost(),
        drain.getFinished(),
        drain.getStuckList());
  }

  static EventView event(Event event) {
    return new EventView(
        event.getSequence(),
        Instant.ofEpochMilli(event.getAtMillis()),
        event.getKind(),
        event.getText(),
        event.getTaskletId(),
        event.getFrom(),
        event.getTo());
  }

  private static FailureView failure(Failure failure) {
    return new FailureView(failure.getType(), failure.getMessage(), failure.getStack());
  }

  private static TortureReport torture(TortureFigures figures) {
    return new TortureReport(
        figures.getTaken(),
        figures.getMissed(),
        figures.getSitesList().stream()
            .map(site ->
                new TortureReport.Site(
                    site.getPlace(), site.getTaken(), site.getMissed(), site.getReason()))
            .toList());
  }

  private static @Nullable Instant time(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  /** A state that this client does not know is one of a newer coordinator: the job goes on. */
  private static JobStatus status(JobState state) {
    return switch (state) {
      case JOB_STATE_QUEUED -> JobStatus.QUEUED;
      case JOB_STATE_DONE -> JobStatus.DONE;
      case JOB_STATE_FAILED -> JobStatus.FAILED;
      case JOB_STATE_CANCELLED -> JobStatus.CANCELLED;
      case JOB_STATE_LOST -> JobStatus.LOST;
      case JOB_STATE_RUNNING, JOB_STATE_UNSPECIFIED, UNRECOGNIZED -> JobStatus.RUNNING;
    };
  }

  private static TaskletStatus status(TaskletState state) {
    return switch (state) {
      case TASKLET_STATE_RUNNING -> TaskletStatus.RUNNING;
      case TASKLET_STATE_PARKED -> TaskletStatus.PARKED;
      case TASKLET_STATE_PAUSED -> TaskletStatus.PAUSED;
      case TASKLET_STATE_FROZEN -> TaskletStatus.FROZEN;
      case TASKLET_STATE_DONE -> TaskletStatus.DONE;
      case TASKLET_STATE_FAILED -> TaskletStatus.FAILED;
      case TASKLET_STATE_CANCELLED -> TaskletStatus.CANCELLED;
      case TASKLET_STATE_READY, TASKLET_STATE_UNSPECIFIED, UNRECOGNIZED -> TaskletStatus.READY;
    };
  }
}
