package dev.stint.coordinator;

import com.google.protobuf.ByteString;
import dev.stint.proto.CellEnded;
import dev.stint.proto.CellLoad;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Heartbeat;
import dev.stint.proto.Hello;
import dev.stint.proto.JobReport;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.NodesGrpc;
import dev.stint.proto.OrderDone;
import dev.stint.proto.OrderKind;
import dev.stint.proto.OutputPart;
import dev.stint.proto.Prepare;
import dev.stint.proto.QueryAnswer;
import dev.stint.proto.Refused;
import dev.stint.proto.RootStarted;
import dev.stint.proto.Staged;
import dev.stint.proto.StartJob;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A scripted node: speaks the protocol over a real connection, moves cells without any content to
 * its siblings, and ends jobs when the test says so.
 */
final class FakeNode implements AutoCloseable {
  /** All nodes of a test, by name: a transfer is a call. */
  private final Map<String, FakeNode> siblings;

  final String name;
  final List<CoordinatorMessage> heard = new CopyOnWriteArrayList<>();
  final ConcurrentSkipListMap<Long, StartJob> jobs = new ConcurrentSkipListMap<>();
  final ConcurrentHashMap<Long, Long> epochs = new ConcurrentHashMap<>();
  final ConcurrentHashMap<Long, CellLoad> loads = new ConcurrentHashMap<>();
  volatile Function<Long, String> refusal = _ -> "";
  volatile long incarnation;
  volatile String goodbye = "";
  private final String key;
  private final int carriers;
  private final ManagedChannel channel;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private StreamObserver<NodeMessage> up;

  FakeNode(String name, int port, int carriers, Map<String, FakeNode> siblings) {
    this.name = name;
    this.key = "key-" + System.nanoTime();
    this.carriers = carriers;
    this.siblings = siblings;
    siblings.put(name, this);
    this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  /** Opens a session and waits until it is welcomed. */
  FakeNode join(Map<String, String> labels) throws Exception {
    open(labels);
    Await.until(name + " is welcomed", () -> incarnation > 0 || !goodbye.isEmpty());
    heart.scheduleWithFixedDelay(this::beat, 0, 100, TimeUnit.MILLISECONDS);
    return this;
  }

  void open(Map<String, String> labels) {
    StreamObserver<NodeMessage> opened =
        NodesGrpc.newStub(channel)
            .session(
                new StreamObserver<>() {
                  @Override
                  public void onNext(CoordinatorMessage message) {
                    hear(message);
                  }

                  @Override
                  public void onError(Throwable failure) {}

                  @Override
                  public void onCompleted() {}
                });
    synchronized (this) {
      up = opened;
    }
    say(
        NodeMessage.newBuilder()
            .setHello(
                Hello.newBuilder()
                    .setName(name)
                    .setIncarnation(incarnation)
                    .setProcessKey(key)
                    .setAddress("127.0.0.1:1")
                    .setCarriers(carriers)
                    .putAllLabels(labels)));
  }

  synchronized void say(NodeMessage.Builder message) {
    try {
      up.onNext(message.build());
    } catch (IllegalStateException e) {
      // The stream is over; the test sees it by what does not happen.
    }
  }

  private void beat() {
    Heartbeat.Builder beat = Heartbeat.newBuilder().setTasklets(jobs.size()).setCpu(0.5);
    for (long cell : jobs.keySet()) {
      beat.addCells(
          loads.getOrDefault(
              cell,
              CellLoad.newBuilder().setCell(cell).setJobId(jobs.get(cell).getJobId()).build()));
    }
    say(NodeMessage.newBuilder().setHeartbeat(beat));
  }

  private void hear(CoordinatorMessage message) {
    heard.add(message);
    switch (message.getKindCase()) {
      case WELCOME -> incarnation = message.getWelcome().getNode().getIncarnation();
      case GOODBYE -> goodbye = message.getGoodbye().getReason();
      case START_JOB -> {
        StartJob start = message.getStartJob();
        jobs.put(start.getCell(), start);
        epochs.put(start.getCell(), start.getEpoch());
        say(
            NodeMessage.newBuilder()
                .setRootStarted(
                    RootStarted.newBuilder()
                        .setJobId(start.getJobId())
                        .setRun(start.getJob().getRun())
                        .setCell(start.getCell())));
      }
      case PREPARE -> prepare(message.getPrepare());
      case ACTIVATE -> {
        epochs.put(message.getActivate().getCell(), message.getActivate().getAttempt());
        jobs.put(message.getActivate().getCell(), staged.get(message.getActivate().getCell()));
        done(
            message.getActivate().getCell(),
            message.getActivate().getAttempt(),
            OrderKind.ORDER_KIND_ACTIVATE);
      }
      case RELEASE -> {
        jobs.remove(message.getRelease().getCell());
        done(
            message.getRelease().getCell(),
            message.getRelease().getAttempt(),
            OrderKind.ORDER_KIND_RELEASE);
      }
      case RESUME ->
          done(
              message.getResume().getCell(),
              message.getResume().getAttempt(),
              OrderKind.ORDER_KIND_RESUME);
      case DISCARD ->
          done(
              message.getDiscard().getCell(),
              message.getDiscard().getAttempt(),
              OrderKind.ORDER_KIND_DISCARD);
      case QUERY ->
          say(
              NodeMessage.newBuilder()
                  .setAnswer(QueryAnswer.newBuilder().setId(message.getQuery().getId())));
      default -> {}
    }
  }

  private final Map<Long, StartJob> staged = new ConcurrentHashMap<>();

  private void prepare(Prepare prepare) {
    String why = refusal.apply(prepare.getCell());
    if (why == null) {
      return; // Silent: the test wants to see a timeout.
    }
    if (!why.isEmpty()) {
      say(
          NodeMessage.newBuilder()
              .setRefused(
                  Refused.newBuilder()
                      .setCell(prepare.getCell())
                      .setAttempt(prepare.getAttempt())
                      .setReason(why)));
      return;
    }
    StartJob job = jobs.get(prepare.getCell());
    FakeNode target = siblings.get(prepare.getTarget().getNode().getName());
    if (job != null) {
      target.staged.put(prepare.getCell(), job);
      target.say(
          NodeMessage.newBuilder()
              .setStaged(
                  Staged.newBuilder().setCell(prepare.getCell()).setAttempt(prepare.getAttempt())));
    }
  }

  private void done(long cell, long attempt, OrderKind order) {
    say(
        NodeMessage.newBuilder()
            .setOrderDone(
                OrderDone.newBuilder().setCell(cell).setAttempt(attempt).setOrder(order)));
  }

  /** The tasklet of a cell writes something. */
  void write(long cell, long offset, String text) {
    say(
        NodeMessage.newBuilder()
            .setOutput(
                OutputPart.newBuilder()
                    .setJobId(jobs.get(cell).getJobId())
                    .setCell(cell)
                    .setOffset(offset)
                    .setData(ByteString.copyFromUtf8(text))));
  }

  /** The root ends. */
  void end(long cell, JobReport.Builder report) {
    say(
        NodeMessage.newBuilder()
            .setJobReport(
                report
                    .setJobId(jobs.get(cell).getJobId())
                    .setRun(jobs.get(cell).getJob().getRun())
                    .setCell(cell)
                    .setEpoch(epochs.get(cell))));
  }

  /** Nothing of a cell is left. */
  void cellEnded(long cell) {
    say(
        NodeMessage.newBuilder()
            .setCellEnded(CellEnded.newBuilder().setCell(cell).setEpoch(epochs.get(cell))));
  }

  /** Leaves in good order. */
  void leave() {
    heart.shutdownNow();
    synchronized (this) {
      up.onCompleted();
    }
  }

  @Override
  public void close() {
    heart.shutdownNow();
    channel.shutdownNow();
  }
}
