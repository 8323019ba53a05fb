package dev.stint.coordinator.grpc;

import dev.stint.coordinator.BalanceDesk;
import dev.stint.coordinator.EventLog;
import dev.stint.coordinator.OperateDesk;
import dev.stint.proto.BalanceReply;
import dev.stint.proto.BalanceRequest;
import dev.stint.proto.CordonReply;
import dev.stint.proto.CordonRequest;
import dev.stint.proto.DescribeTaskletRequest;
import dev.stint.proto.DrainProgress;
import dev.stint.proto.DrainRequest;
import dev.stint.proto.Event;
import dev.stint.proto.EventsRequest;
import dev.stint.proto.ForgetJobReply;
import dev.stint.proto.ForgetJobRequest;
import dev.stint.proto.ForgetNodeReply;
import dev.stint.proto.ForgetNodeRequest;
import dev.stint.proto.ListNodesReply;
import dev.stint.proto.ListNodesRequest;
import dev.stint.proto.ListTaskletsReply;
import dev.stint.proto.ListTaskletsRequest;
import dev.stint.proto.MoveTaskletReply;
import dev.stint.proto.MoveTaskletRequest;
import dev.stint.proto.OperateGrpc;
import dev.stint.proto.PauseBalanceReply;
import dev.stint.proto.PauseBalanceRequest;
import dev.stint.proto.StatusReply;
import dev.stint.proto.StatusRequest;
import dev.stint.proto.TaskletDescription;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The Operate service. */
final class OperateAdapter extends OperateGrpc.OperateImplBase {
  private static final int EVENTS_AT_A_TIME = 100;

  private final OperateDesk desk;
  private final BalanceDesk balance;
  private final Executor executor;

  OperateAdapter(OperateDesk desk, BalanceDesk balance, Executor executor) {
    this.desk = desk;
    this.balance = balance;
    this.executor = executor;
  }

  @Override
  public void status(StatusRequest request, StreamObserver<StatusReply> observer) {
    Statuses.answerLater(observer, desk::status);
  }

  @Override
  public void listNodes(ListNodesRequest request, StreamObserver<ListNodesReply> observer) {
    Statuses.answerLater(
        observer,
        () ->
            desk.nodes()
                .thenApply(nodes -> ListNodesReply.newBuilder().addAllNodes(nodes).build()));
  }

  @Override
  public void drain(DrainRequest request, StreamObserver<DrainProgress> observer) {
    ServerCallStreamObserver<DrainProgress> call =
        (ServerCallStreamObserver<DrainProgress>) observer;
    // An operator who looks away does not stop the drain.
    call.setOnCancelHandler(() -> {});
    Duration deadline = Duration.ofMillis(request.getDeadlineMillis());
    CompletableFuture<@Nullable Void> begun;
    try {
      begun = desk.drain(request.getNode(), deadline, progress -> show(call, progress));
    } catch (dev.stint.coordinator.RequestException e) {
      call.onError(Statuses.of(e));
      return;
    }
    begun.whenComplete((_, failure) -> {
      if (failure != null) {
        call.onError(Statuses.of(failure));
      }
    });
  }

  private static void show(ServerCallStreamObserver<DrainProgress> call, DrainProgress progress) {
    if (call.isCancelled()) {
      return;
    }
    call.onNext(progress);
    if (progress.getFinished()) {
      call.onCompleted();
    }
  }

  @Override
  public void cordon(CordonRequest request, StreamObserver<CordonReply> observer) {
    Statuses.answerLater(
        observer,
        () ->
            desk.cordon(request.getNode(), request.getCordoned())
                .thenApply(_ -> CordonReply.getDefaultInstance()));
  }

  @Override
  public void listTasklets(
      ListTaskletsRequest request, StreamObserver<ListTaskletsReply> observer) {
    Statuses.answerLater(
        observer,
        () ->
            desk.tasklets(request.getJobId(), request.getNode(), request.getLimit())
                .thenApply(all -> ListTaskletsReply.newBuilder().addAllTasklets(all).build()));
  }

  @Override
  public void describeTasklet(
      DescribeTaskletRequest request, StreamObserver<TaskletDescription> observer) {
    Statuses.answerLater(
        observer, () -> desk.tasklet(request.getTaskletId(), request.getWithStack()));
  }

  @Override
  public void moveTasklet(MoveTaskletRequest request, StreamObserver<MoveTaskletReply> observer) {
    Statuses.answerLater(observer, () -> desk.move(request.getTaskletId(), request.getNode()));
  }

  @Override
  public void balance(BalanceRequest request, StreamObserver<BalanceReply> observer) {
    Statuses.answerLater(observer, () -> balance.balance(request.getApply()));
  }

  @Override
  public void pauseBalance(
      PauseBalanceRequest request, StreamObserver<PauseBalanceReply> observer) {
    Statuses.answerLater(
        observer,
        () ->
            balance
                .pause(request.getPaused())
                .thenApply(_ -> PauseBalanceReply.getDefaultInstance()));
  }

  @Override
  public void forgetNode(ForgetNodeRequest request, StreamObserver<ForgetNodeReply> observer) {
    Statuses.answerLater(
        observer,
        () ->
            balance
                .forgetNode(request.getNode())
                .thenApply(_ -> ForgetNodeReply.getDefaultInstance()));
  }

  @Override
  public void forgetJob(ForgetJobRequest request, StreamObserver<ForgetJobReply> observer) {
    Statuses.answerLater(
        observer,
        () ->
            balance
                .forgetJob(request.getJobId())
                .thenApply(_ -> ForgetJobReply.getDefaultInstance()));
  }

  @Override
  public void events(EventsRequest request, StreamObserver<Event> observer) {
    Following source = new Following(desk.events(), request.getAfter(), request.getFollow());
    Pump.start((ServerCallStreamObserver<Event>) observer, source, executor);
  }

  private static final class Following implements Pump.Source<Event> {
    private final EventLog log;
    private final boolean follow;
    private long after;

    Following(EventLog log, long after, boolean follow) {
      this.log = log;
      this.after = after;
      this.follow = follow;
    }

    @Override
    public boolean sendSome(ServerCallStreamObserver<Event> to) {
      List<Event> events = log.after(after, EVENTS_AT_A_TIME);
      for (Event event : events) {
        to.onNext(event);
        after = event.getSequence();
      }
      return !events.isEmpty();
    }

    @Override
    public boolean isAtEnd() {
      return !follow;
    }

    @Override
    public CompletableFuture<@Nullable Void> whenMore() {
      return log.whenAfter(after);
    }
  }
}
