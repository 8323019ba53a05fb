package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.stint.proto.Artifact;
import dev.stint.proto.AwaitJobRequest;
import dev.stint.proto.BlobChunk;
import dev.stint.proto.BlobsGrpc;
import dev.stint.proto.Bundle;
import dev.stint.proto.CancelJobRequest;
import dev.stint.proto.CellLoad;
import dev.stint.proto.DescribeJobRequest;
import dev.stint.proto.Digest;
import dev.stint.proto.DrainProgress;
import dev.stint.proto.DrainRequest;
import dev.stint.proto.Entry;
import dev.stint.proto.EventsRequest;
import dev.stint.proto.Failure;
import dev.stint.proto.GetBlobRequest;
import dev.stint.proto.JobDescription;
import dev.stint.proto.JobReport;
import dev.stint.proto.JobSettings;
import dev.stint.proto.JobState;
import dev.stint.proto.JobsGrpc;
import dev.stint.proto.ListNodesRequest;
import dev.stint.proto.MainEntry;
import dev.stint.proto.MissingRequest;
import dev.stint.proto.MoveTaskletReply;
import dev.stint.proto.MoveTaskletRequest;
import dev.stint.proto.OperateGrpc;
import dev.stint.proto.OutputChunk;
import dev.stint.proto.OutputRequest;
import dev.stint.proto.PutReply;
import dev.stint.proto.StatusRequest;
import dev.stint.proto.SubmitRequest;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole coordinator over loopback, with scripted nodes. */
@Timeout(120)
class CoordinatorTest {
  @TempDir Path data;
  private Coordinator coordinator;
  private ManagedChannel channel;
  private final Map<String, FakeNode> nodes = new ConcurrentHashMap<>();

  @BeforeEach
  void start() throws Exception {
    coordinator = Coordinator.start(CoordinatorOptions.loopback(data));
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", coordinator.port()).usePlaintext().build();
  }

  @AfterEach
  void stop() {
    nodes.values().forEach(FakeNode::close);
    channel.shutdownNow();
    coordinator.close();
  }

  private void restart() throws Exception {
    nodes.values().forEach(FakeNode::close);
    nodes.clear();
    channel.shutdownNow();
    coordinator.close();
    start();
  }

  private FakeNode node(String name) throws Exception {
    return new FakeNode(name, coordinator.port(), 2, nodes).join(Map.of());
  }

  private JobsGrpc.JobsBlockingStub jobs() {
    return JobsGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  private OperateGrpc.OperateBlockingStub operate() {
    return OperateGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  private static SubmitRequest.Builder submission(String id, String main) {
    return SubmitRequest.newBuilder()
        .setJobId(id)
        .setSettings(JobSettings.newBuilder().setName("test " + id))
        .setEntry(Entry.newBuilder().setMain(MainEntry.newBuilder().setClassName(main)));
  }

  private JobDescription describe(String id) {
    return jobs().describe(DescribeJobRequest.newBuilder().setJobId(id).build());
  }

  private long runningOn(FakeNode node) throws Exception {
    Await.until("a job is on " + node.name, () -> !node.jobs.isEmpty());
    return node.jobs.firstKey();
  }

  private Status.Code codeOf(Runnable call) {
    try {
      call.run();
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
    return Status.Code.OK;
  }

  private Digest put(byte[] content, byte[] digest) throws Exception {
    CompletableFuture<Long> size = new CompletableFuture<>();
    StreamObserver<BlobChunk> up =
        BlobsGrpc.newStub(channel)
            .put(
                new StreamObserver<>() {
                  @Override
                  public void onNext(PutReply reply) {
                    size.complete(reply.getSizeBytes());
                  }

                  @Override
                  public void onError(Throwable failure) {
                    size.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    Digest name = Digest.newBuilder().setSha256(ByteString.copyFrom(digest)).build();
    int half = content.length / 2;
    up.onNext(
        BlobChunk.newBuilder()
            .setDigest(name)
            .setData(ByteString.copyFrom(content, 0, half))
            .build());
    up.onNext(
        BlobChunk.newBuilder()
            .setData(ByteString.copyFrom(content, half, content.length - half))
            .build());
    up.onCompleted();
    size.get(20, TimeUnit.SECONDS);
    return name;
  }

  @Test
  void aJobRunsOnANodeAndItsResultIsThere() throws Exception {
    FakeNode node = node("n1");
    jobs().submit(submission("j1", "Main").build());
    long cell = runningOn(node);
    node.write(cell, 0, "hello\n");
    node.end(
        cell,
        JobReport.newBuilder()
            .setState(JobState.JOB_STATE_DONE)
            .setResult(ByteString.copyFromUtf8("42"))
            .setExitStatus(0));
    JobDescription done =
        jobs().await(AwaitJobRequest.newBuilder().setJobId("j1").setWaitMillis(20_000).build());
    assertThat(done.getState()).isEqualTo(JobState.JOB_STATE_DONE);
    assertThat(done.getResult().toStringUtf8()).isEqualTo("42");
    assertThat(output("j1", true)).isEqualTo("hello\n");
    Await.until(
        "the report is acknowledged", () -> node.heard.stream().anyMatch(m -> m.hasFactAck()));
    Await.until("the job is dropped", () -> node.heard.stream().anyMatch(m -> m.hasJobGone()));
  }

  private String output(String job, boolean follow) {
    Iterator<OutputChunk> chunks =
        jobs().output(OutputRequest.newBuilder().setJobId(job).setFollow(follow).build());
    StringBuilder text = new StringBuilder();
    chunks.forEachRemaining(chunk -> text.append(chunk.getData().toStringUtf8()));
    return text.toString();
  }

  @Test
  void aSubmitThatIsRepeatedAttachesAndAnotherBodyIsAConflict() {
    assertThat(jobs().submit(submission("j1", "Main").build()).getAttached()).isFalse();
    assertThat(jobs().submit(submission("j1", "Main").build()).getAttached()).isTrue();
    assertThat(codeOf(() -> jobs().submit(submission("j1", "Other").build())))
        .isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(codeOf(() -> jobs().submit(submission("../etc", "Main").build())))
        .isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(codeOf(() -> describe("none"))).isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void aJobOutlivesTheCoordinatorAndItsNodeComesBack() throws Exception {
    FakeNode node = node("n1");
    jobs().submit(submission("j1", "Main").build());
    long cell = runningOn(node);
    node.write(cell, 0, "before ");
    Await.until("the output is kept", () -> output("j1", false).equals("before "));
    long incarnation = node.incarnation;
    var epochs = node.epochs;
    var held = node.jobs;
    restart();
    assertThat(describe("j1").getState()).isEqualTo(JobState.JOB_STATE_RUNNING);
    FakeNode again = new FakeNode("n1", coordinator.port(), 2, nodes);
    again.incarnation = incarnation;
    again.epochs.putAll(epochs);
    again.jobs.putAll(held);
    again.join(Map.of());
    again.write(cell, 0, "before ");
    again.write(cell, 7, "after");
    again.end(cell, JobReport.newBuilder().setState(JobState.JOB_STATE_DONE).setExitStatus(3));
    JobDescription done =
        jobs().await(AwaitJobRequest.newBuilder().setJobId("j1").setWaitMillis(20_000).build());
    assertThat(done.getExitStatus()).isEqualTo(3);
    restart();
    assertThat(describe("j1").getState()).isEqualTo(JobState.JOB_STATE_DONE);
    assertThat(output("j1", true)).isEqualTo("before after");
  }

  @Test
  void anOperatorMovesATasklet() throws Exception {
    FakeNode first = node("n1");
    jobs().submit(submission("j1", "Main").build());
    long cell = runningOn(first);
    FakeNode second = node("n2");
    MoveTaskletRequest request =
        MoveTaskletRequest.newBuilder().setTaskletId("c" + cell + ".0").setNode("n2").build();
    Await.until("the root's start is known", () -> movable(first, cell));
    MoveTaskletReply moved = operate().moveTasklet(request);
    assertThat(moved.getTo()).isEqualTo("n2");
    Await.until("the second node runs it", () -> second.jobs.containsKey(cell));
    Await.until("the first node has let go", () -> !first.jobs.containsKey(cell));
    assertThat(describe("j1").getMoves()).isEqualTo(1);
    second.end(cell, JobReport.newBuilder().setState(JobState.JOB_STATE_DONE));
    assertThat(
            jobs()
                .await(AwaitJobRequest.newBuilder().setJobId("j1").setWaitMillis(20_000).build())
                .getState())
        .isEqualTo(JobState.JOB_STATE_DONE);
    assertThatThrownBy(() -> operate().moveTasklet(request))
        .hasMessageContaining("there is no tasklet c" + cell + ".0");
  }

  /** A move that begins before RootStarted has come is refused; here it should have come. */
  private boolean movable(FakeNode on, long cell) {
    MoveTaskletRequest toItself =
        MoveTaskletRequest.newBuilder().setTaskletId("c" + cell + ".0").setNode(on.name).build();
    try {
      operate().moveTasklet(toItself);
      return false;
    } catch (StatusRuntimeException e) {
      String why = e.getStatus().getDescription();
      return why != null && why.contains("already on");
    }
  }

  @Test
  void aRefusedMoveSaysWhy() throws Exception {
    FakeNode first = node("n1");
    first.refusal = _ -> "pinned at Main.java:7 (synchronized)";
    jobs().submit(submission("j1", "Main").build());
    long cell = runningOn(first);
    node("n2");
    Await.until("the root's start is known", () -> movable(first, cell));
    assertThatThrownBy(() ->
            operate()
                .moveTasklet(
                    MoveTaskletRequest.newBuilder()
                        .setTaskletId("c" + cell + ".0")
                        .setNode("n2")
                        .build()))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("pinned at Main.java:7");
  }

  @Test
  void aDrainMovesEverythingAway() throws Exception {
    FakeNode first = node("n1");
    List<String> ids = List.of("j1", "j2", "j3", "j4");
    ids.forEach(id -> jobs().submit(submission(id, "Main").build()));
    Await.until("all jobs run", () -> first.jobs.size() == ids.size());
    FakeNode second = node("n2");
    Iterator<DrainProgress> progress =
        operate().drain(DrainRequest.newBuilder().setNode("n1").build());
    List<DrainProgress> seen = new ArrayList<>();
    progress.forEachRemaining(seen::add);
    assertThat(seen.getLast().getFinished()).isTrue();
    assertThat(seen.getLast().getLeft()).isZero();
    assertThat(seen.getLast().getMoved()).isEqualTo(4);
    Await.until("the second node has all", () -> second.jobs.size() == ids.size());
    assertThat(operate().listNodes(ListNodesRequest.getDefaultInstance()).getNodesList())
        .anySatisfy(node -> {
          assertThat(node.getNode().getName()).isEqualTo("n1");
          assertThat(node.getState()).isEqualTo("draining");
        });
  }

  @Test
  void aDrainThatCannotFinishNamesWhatIsStuck() throws Exception {
    FakeNode first = node("n1");
    first.refusal = _ -> "anchored: Main.socket";
    jobs().submit(submission("j1", "Main").build());
    runningOn(first);
    node("n2");
    Iterator<DrainProgress> progress =
        operate().drain(DrainRequest.newBuilder().setNode("n1").setDeadlineMillis(700).build());
    List<DrainProgress> seen = new ArrayList<>();
    progress.forEachRemaining(seen::add);
    assertThat(seen.getLast().getFinished()).isTrue();
    assertThat(seen.getLast().getLeft()).isEqualTo(1);
    assertThat(seen.getLast().getStuck(0)).contains("anchored: Main.socket");
  }

  @Test
  void whoWaitsIsMovedToWhereNobodyDoes() throws Exception {
    FakeNode first = node("n1");
    List<String> ids = List.of("j1", "j2", "j3", "j4");
    ids.forEach(id -> jobs().submit(submission(id, "Main").build()));
    Await.until("all jobs run", () -> first.jobs.size() == ids.size());
    first.jobs.forEach((cell, job) ->
        first.loads.put(
            cell,
            CellLoad.newBuilder()
                .setCell(cell)
                .setJobId(job.getJobId())
                .setCpu(0.5)
                .setReady(true)
                .setImageBytes(500)
                .build()));
    FakeNode second = node("n2");
    second.loads.putAll(first.loads);
    Await.until("half of them have moved", () -> second.jobs.size() == 2);
    assertThat(
            operate()
                .withDeadlineAfter(30, TimeUnit.SECONDS)
                .events(EventsRequest.getDefaultInstance()))
        .toIterable()
        .anySatisfy(event -> {
          assertThat(event.getKind()).isEqualTo("balance");
          assertThat(event.getText()).contains("wants").contains("n1 -> n2");
        })
        .anySatisfy(event -> assertThat(event.getKind()).isEqualTo("move"));
  }

  @Test
  void aSilentNodeIsGoneAndItsJobIsLost() throws Exception {
    FakeNode node = node("n1");
    jobs().submit(submission("j1", "Main").build());
    runningOn(node);
    node.close();
    Await.until("the job is lost", () -> describe("j1").getState() == JobState.JOB_STATE_LOST);
    assertThat(describe("j1").getFailure().getMessage()).contains("lost");
  }

  @Test
  void aSecondNodeOfTheSameNameIsSentAway() throws Exception {
    node("n1");
    FakeNode second = new FakeNode("n1", coordinator.port(), 2, nodes).join(Map.of());
    assertThat(second.goodbye).contains("a node named n1 runs already").contains("--name");
    second.close();
  }

  @Test
  void aFailedJobHasTheUsersMessage() throws Exception {
    FakeNode node = node("n1");
    jobs().submit(submission("j1", "NoSuchMain").build());
    long cell = runningOn(node);
    node.end(
        cell,
        JobReport.newBuilder()
            .setState(JobState.JOB_STATE_FAILED)
            .setExitStatus(1)
            .setFailure(
                Failure.newBuilder()
                    .setType("java.lang.ClassNotFoundException")
                    .setMessage("no class NoSuchMain in app.jar")));
    JobDescription failed =
        jobs().await(AwaitJobRequest.newBuilder().setJobId("j1").setWaitMillis(20_000).build());
    assertThat(failed.getState()).isEqualTo(JobState.JOB_STATE_FAILED);
    assertThat(failed.getFailure().getMessage()).isEqualTo("no class NoSuchMain in app.jar");
    assertThat(failed.getExitStatus()).isEqualTo(1);
  }

  @Test
  void aCancelReachesTheNode() throws Exception {
    FakeNode node = node("n1");
    jobs().submit(submission("j1", "Main").build());
    long cell = runningOn(node);
    jobs().cancel(CancelJobRequest.newBuilder().setJobId("j1").build());
    Await.until("the node was told", () -> node.heard.stream().anyMatch(m -> m.hasCancel()));
    node.end(cell, JobReport.newBuilder().setState(JobState.JOB_STATE_CANCELLED));
    assertThat(
            jobs()
                .await(AwaitJobRequest.newBuilder().setJobId("j1").setWaitMillis(20_000).build())
                .getState())
        .isEqualTo(JobState.JOB_STATE_CANCELLED);
  }

  @Test
  void blobsAreKeptByTheirDigestOnly() throws Exception {
    byte[] content = new byte[700_000];
    new java.util.Random(1).nextBytes(content);
    byte[] digest = BlobStore.digestOf(content).toByteArray();
    byte[] wrong = digest.clone();
    wrong[0]++;
    assertThatThrownBy(() -> put(content, wrong)).hasMessageContaining("INVALID_ARGUMENT");
    Digest name = put(content, digest);
    assertThat(
            BlobsGrpc.newBlockingStub(channel)
                .missing(
                    MissingRequest.newBuilder()
                        .addDigests(name)
                        .addDigests(Digest.newBuilder().setSha256(ByteString.copyFrom(wrong)))
                        .build())
                .getDigestsList())
        .containsExactly(Digest.newBuilder().setSha256(ByteString.copyFrom(wrong)).build());
    ByteString[] read = {ByteString.EMPTY};
    BlobsGrpc.newBlockingStub(channel)
        .get(GetBlobRequest.newBuilder().setDigest(name).setOffset(10).build())
        .forEachRemaining(chunk -> read[0] = read[0].concat(chunk.getData()));
    assertThat(read[0]).isEqualTo(ByteString.copyFrom(content).substring(10));
  }

  @Test
  void aJobWhoseFilesWereNotUploadedIsRefused() {
    Bundle bundle =
        Bundle.newBuilder()
            .addArtifacts(
                Artifact.newBuilder()
                    .setName("app.jar")
                    .setDigest(Digest.newBuilder().setSha256(ByteString.copyFrom(new byte[32]))))
            .build();
    assertThatThrownBy(() -> jobs().submit(submission("j1", "Main").setBundle(bundle).build()))
        .hasMessageContaining("app.jar was not uploaded");
  }

  @Test
  void aClusterOfOneSaysThatNothingCanMove() throws Exception {
    assertThat(operate().status(StatusRequest.getDefaultInstance()).getNotesList())
        .anySatisfy(note -> assertThat(note).contains("no node is up"));
    node("n1");
    Await.until(
        "the node is up",
        () ->
            operate().status(StatusRequest.getDefaultInstance()).getNotesList().stream()
                .anyMatch(note -> note.contains("one node only")));
  }
}
