package dev.stint.node;

import com.google.protobuf.ByteString;
import dev.stint.cluster.CellId;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.OrderKind;
import dev.stint.cluster.Refusal;
import dev.stint.proto.CellEnded;
import dev.stint.proto.CellsCreated;
import dev.stint.proto.Failure;
import dev.stint.proto.JobDropped;
import dev.stint.proto.JobReport;
import dev.stint.proto.JobState;
import dev.stint.proto.MoveRequest;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.OrderDone;
import dev.stint.proto.RefusalKind;
import dev.stint.proto.Refused;
import dev.stint.proto.RootStarted;
import dev.stint.proto.Staged;
import dev.stint.runtime.CellOutcome;
import java.util.List;

/** What a node says to the coordinator, in the words of the contract. */
final class Reports {
  private Reports() {}

  static NodeMessage staged(CellId cell, Epoch attempt) {
    return NodeMessage.newBuilder()
        .setStaged(Staged.newBuilder().setCell(cell.number()).setAttempt(attempt.number()))
        .build();
  }

  static NodeMessage refused(CellId cell, Epoch attempt, Refusal refusal) {
    RefusalKind kind =
        switch (refusal.kind()) {
          case PINNED -> RefusalKind.REFUSAL_KIND_PINNED;
          case ANCHORED -> RefusalKind.REFUSAL_KIND_ANCHORED;
          case NO_CAPACITY -> RefusalKind.REFUSAL_KIND_NO_CAPACITY;
          case BAD_IMAGE -> RefusalKind.REFUSAL_KIND_BAD_IMAGE;
        };
    return NodeMessage.newBuilder()
        .setRefused(
            Refused.newBuilder()
                .setCell(cell.number())
                .setAttempt(attempt.number())
                .setReason(refusal.detail())
                .setKind(kind))
        .build();
  }

  static NodeMessage orderDone(CellId cell, OrderKind order, Epoch attempt) {
    dev.stint.proto.OrderKind kind =
        switch (order) {
          case ACTIVATE -> dev.stint.proto.OrderKind.ORDER_KIND_ACTIVATE;
          case RELEASE -> dev.stint.proto.OrderKind.ORDER_KIND_RELEASE;
          case RESUME -> dev.stint.proto.OrderKind.ORDER_KIND_RESUME;
          case DISCARD -> dev.stint.proto.OrderKind.ORDER_KIND_DISCARD;
        };
    return NodeMessage.newBuilder()
        .setOrderDone(
            OrderDone.newBuilder()
                .setCell(cell.number())
                .setOrder(kind)
                .setAttempt(attempt.number()))
        .build();
  }

  static NodeMessage cellEnded(CellId cell, Epoch epoch) {
    return NodeMessage.newBuilder()
        .setCellEnded(CellEnded.newBuilder().setCell(cell.number()).setEpoch(epoch.number()))
        .build();
  }

  static NodeMessage rootStarted(JobRun run, CellId root) {
    return NodeMessage.newBuilder()
        .setRootStarted(
            RootStarted.newBuilder()
                .setJobId(run.job().value())
                .setRun(run.run())
                .setCell(root.number()))
        .build();
  }

  static NodeMessage jobDropped(JobRun run) {
    return NodeMessage.newBuilder()
        .setJobDropped(JobDropped.newBuilder().setJobId(run.job().value()).setRun(run.run()))
        .build();
  }

  static NodeMessage cellCreated(JobRun run, CellId cell) {
    return NodeMessage.newBuilder()
        .setCellsCreated(
            CellsCreated.newBuilder().setJobId(run.job().value()).addCells(cell.number()))
        .build();
  }

  /** Says again, after a session was lost, how far the ranges of a job are in use. */
  static NodeMessage cellsCreatedAgain(JobRun run, List<CellId> lastOfEachRange) {
    CellsCreated.Builder created = CellsCreated.newBuilder().setJobId(run.job().value());
    lastOfEachRange.forEach(cell -> created.addCells(cell.number()));
    return NodeMessage.newBuilder().setCellsCreated(created.setAgain(true)).build();
  }

  static NodeMessage moveRequest(CellId cell, String target) {
    return NodeMessage.newBuilder()
        .setMoveRequest(MoveRequest.newBuilder().setCell(cell.number()).setTarget(target))
        .build();
  }

  /** How a job ended, apart from a result that is too large for the message. */
  static JobReport.Builder jobEnded(JobRun run, CellOutcome outcome) {
    JobReport.Builder report = JobReport.newBuilder().setJobId(run.job().value()).setRun(run.run());
    return switch (outcome) {
      case CellOutcome.Returned returned ->
          report.setState(JobState.JOB_STATE_DONE).setResult(ByteString.copyFrom(returned.value()));
      case CellOutcome.Exited exited ->
          report.setState(JobState.JOB_STATE_DONE).setExitStatus(exited.status());
      case CellOutcome.Cancelled _ -> report.setState(JobState.JOB_STATE_CANCELLED);
      case CellOutcome.Threw threw ->
          report
              .setState(JobState.JOB_STATE_FAILED)
              .setExitStatus(1)
              .setFailure(
                  Failure.newBuilder()
                      .setType(threw.type())
                      .setMessage(Clipped.text(threw.message()))
                      .setStack(Clipped.text(String.join("\n", threw.stack())))
                      .setImage(ByteString.copyFrom(Clipped.image(threw.throwable()))));
    };
  }

  /** A job that could not be run here at all. */
  static JobReport.Builder jobBroken(JobRun run, Exception cause) {
    String message = cause.getMessage();
    return JobReport.newBuilder()
        .setJobId(run.job().value())
        .setRun(run.run())
        .setState(JobState.JOB_STATE_FAILED)
        .setExitStatus(1)
        .setFailure(
            Failure.newBuilder()
                .setType(cause.getClass().getName())
                .setMessage(message == null ? "" : Clipped.text(message)));
  }
}
