package dev.stint.client.grpc;

import dev.stint.TaskletId;
import dev.stint.client.BalanceView;
import dev.stint.client.ClusterView;
import dev.stint.client.DrainView;
import dev.stint.client.EventView;
import dev.stint.client.JobId;
import dev.stint.client.JobView;
import dev.stint.client.MoveView;
import dev.stint.client.NodeView;
import dev.stint.client.Operator;
import dev.stint.client.TaskletView;
import dev.stint.proto.BalanceRequest;
import dev.stint.proto.CordonRequest;
import dev.stint.proto.DescribeTaskletRequest;
import dev.stint.proto.DrainRequest;
import dev.stint.proto.EventsRequest;
import dev.stint.proto.ForgetJobRequest;
import dev.stint.proto.ForgetNodeRequest;
import dev.stint.proto.JobsGrpc;
import dev.stint.proto.ListJobsRequest;
import dev.stint.proto.ListNodesRequest;
import dev.stint.proto.ListTaskletsRequest;
import dev.stint.proto.MoveTaskletRequest;
import dev.stint.proto.OperateGrpc;
import dev.stint.proto.PauseBalanceRequest;
import dev.stint.proto.StatusRequest;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Operating a cluster over gRPC. Calls are made once: an operator wants to know at once. */
final class GrpcOperator implements Operator {
  private final ManagedChannel channel;
  private final Calls calls;
  private final Patience patience;

  GrpcOperator(ManagedChannel channel, Calls calls, Patience patience) {
    this.channel = channel;
    this.calls = calls;
    this.patience = patience;
  }

  @Override
  public ClusterView status() {
    return FromProto.cluster(
        calls.once(() -> operate().status(StatusRequest.getDefaultInstance())));
  }

  @Override
  public List<NodeView> nodes() {
    return calls
        .once(() -> operate().listNodes(ListNodesRequest.getDefaultInstance()))
        .getNodesList()
        .stream()
        .map(FromProto::node)
        .toList();
  }

  @Override
  public List<JobView> jobs(int limit) {
    ListJobsRequest request = ListJobsRequest.newBuilder().setLimit(limit).build();
    return calls.once(() -> jobs().list(request)).getJobsList().stream()
        .map(FromProto::job)
        .toList();
  }

  @Override
  public List<TaskletView> tasklets(String job, String node, int limit) {
    ListTaskletsRequest request =
        ListTaskletsRequest.newBuilder().setJobId(job).setNode(node).setLimit(limit).build();
    return calls.once(() -> operate().listTasklets(request)).getTaskletsList().stream()
        .map(FromProto::tasklet)
        .toList();
  }

  @Override
  public TaskletView tasklet(TaskletId id, boolean withStack) {
    DescribeTaskletRequest request =
        DescribeTaskletRequest.newBuilder()
            .setTaskletId(id.value())
            .setWithStack(withStack)
            .build();
    return FromProto.tasklet(calls.once(() -> operate().describeTasklet(request)));
  }

  @Override
  public MoveView move(TaskletId id, String node) {
    MoveTaskletRequest request =
        MoveTaskletRequest.newBuilder().setTaskletId(id.value()).setNode(node).build();
    return FromProto.move(calls.once(() -> operate().moveTasklet(request)));
  }

  @Override
  public void cordon(String node, boolean cordoned) {
    CordonRequest request = CordonRequest.newBuilder().setNode(node).setCordoned(cordoned).build();
    calls.once(() -> operate().cordon(request));
  }

  @Override
  public Stream<DrainView> drain(String node, Duration deadline) {
    DrainRequest request =
        DrainRequest.newBuilder().setNode(node).setDeadlineMillis(deadline.toMillis()).build();
    return Replies.stream(
        calls, last -> OperateGrpc.newBlockingV2Stub(channel).drain(request), FromProto::drain);
  }

  @Override
  public BalanceView balance(boolean apply) {
    BalanceRequest request = BalanceRequest.newBuilder().setApply(apply).build();
    return FromProto.balance(calls.once(() -> operate().balance(request)));
  }

  @Override
  public void pauseBalance(boolean paused) {
    PauseBalanceRequest request = PauseBalanceRequest.newBuilder().setPaused(paused).build();
    calls.once(() -> operate().pauseBalance(request));
  }

  @Override
  public void forgetNode(String node) {
    ForgetNodeRequest request = ForgetNodeRequest.newBuilder().setNode(node).build();
    calls.once(() -> operate().forgetNode(request));
  }

  @Override
  public void forgetJob(JobId job) {
    ForgetJobRequest request = ForgetJobRequest.newBuilder().setJobId(job.value()).build();
    calls.once(() -> operate().forgetJob(request));
  }

  @Override
  public Stream<EventView> events(long after, boolean follow) {
    return Replies.stream(
        calls,
        last ->
            OperateGrpc.newBlockingV2Stub(channel)
                .events(
                    EventsRequest.newBuilder()
                        .setAfter(last == null ? after : last.sequence())
                        .setFollow(follow)
                        .build()),
        FromProto::event);
  }

  private OperateGrpc.OperateBlockingV2Stub operate() {
    return OperateGrpc.newBlockingV2Stub(channel)
        .withDeadlineAfter(patience.call().toNanos(), TimeUnit.NANOSECONDS);
  }

  private JobsGrpc.JobsBlockingV2Stub jobs() {
    return JobsGrpc.newBlockingV2Stub(channel)
        .withDeadlineAfter(patience.call().toNanos(), TimeUnit.NANOSECONDS);
  }
}
