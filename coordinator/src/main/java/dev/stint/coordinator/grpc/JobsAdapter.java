package dev.stint.coordinator.grpc;

import dev.stint.coordinator.JobDesk;
import dev.stint.coordinator.OutputDesk;
import dev.stint.coordinator.RequestException;
import dev.stint.proto.AwaitJobRequest;
import dev.stint.proto.CancelJobReply;
import dev.stint.proto.CancelJobRequest;
import dev.stint.proto.DescribeJobRequest;
import dev.stint.proto.InputChunk;
import dev.stint.proto.InputReply;
import dev.stint.proto.JobDescription;
import dev.stint.proto.JobsGrpc;
import dev.stint.proto.ListJobsReply;
import dev.stint.proto.ListJobsRequest;
import dev.stint.proto.OutputChunk;
import dev.stint.proto.OutputRequest;
import dev.stint.proto.SubmitReply;
import dev.stint.proto.SubmitRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The Jobs service. */
final class JobsAdapter extends JobsGrpc.JobsImplBase {
  private static final int OUTPUT_AT_A_TIME = 256 * 1024;

  private final JobDesk jobs;
  private final OutputDesk outputs;
  private final Executor executor;

  JobsAdapter(JobDesk jobs, OutputDesk outputs, Executor executor) {
    this.jobs = jobs;
    this.outputs = outputs;
    this.executor = executor;
  }

  @Override
  public void submit(SubmitRequest request, StreamObserver<SubmitReply> observer) {
    Statuses.answerLater(observer, () -> jobs.submit(request));
  }

  @Override
  public void describe(DescribeJobRequest request, StreamObserver<JobDescription> observer) {
    Statuses.answer(observer, () -> jobs.describe(request.getJobId()));
  }

  @Override
  public void await(AwaitJobRequest request, StreamObserver<JobDescription> observer) {
    Duration wait = Duration.ofMillis(request.getWaitMillis());
    Statuses.answerLater(observer, () -> jobs.await(request.getJobId(), wait));
  }

  @Override
  public void list(ListJobsRequest request, StreamObserver<ListJobsReply> observer) {
    Statuses.answer(
        observer,
        () -> ListJobsReply.newBuilder().addAllJobs(jobs.list(request.getLimit())).build());
  }

  @Override
  public void cancel(CancelJobRequest request, StreamObserver<CancelJobReply> observer) {
    Statuses.answerLater(
        observer,
        () -> jobs.cancel(request.getJobId()).thenApply(_ -> CancelJobReply.getDefaultInstance()));
  }

  @Override
  public void output(OutputRequest request, StreamObserver<OutputChunk> observer) {
    try {
      OutputDesk.Reader reader = outputs.open(request.getJobId());
      Following source = new Following(reader, request.getOffset(), request.getFollow());
      Pump.start((ServerCallStreamObserver<OutputChunk>) observer, source, executor);
    } catch (IOException | RequestException e) {
      observer.onError(Statuses.of(e));
    }
  }

  private static final class Following implements Pump.Source<OutputChunk> {
    private final OutputDesk.Reader reader;
    private final boolean follow;
    private long offset;

    Following(OutputDesk.Reader reader, long offset, boolean follow) {
      this.reader = reader;
      this.offset = offset;
      this.follow = follow;
    }

    @Override
    public boolean sendSome(ServerCallStreamObserver<OutputChunk> to) throws IOException {
      List<OutputChunk> chunks = reader.read(offset, OUTPUT_AT_A_TIME);
      for (OutputChunk chunk : chunks) {
        to.onNext(chunk);
        offset = chunk.getOffset() + chunk.getData().size();
      }
      return !chunks.isEmpty();
    }

    @Override
    public boolean isAtEnd() {
      return !follow || reader.isAtEnd(offset);
    }

    @Override
    public CompletableFuture<@Nullable Void> whenMore() {
      return reader.whenMore(offset);
    }
  }

  @Override
  public StreamObserver<InputChunk> input(StreamObserver<InputReply> observer) {
    return new Typing(
        (ServerCallStreamObserver<InputReply>) observer, outputs::input, outputs::inputBroken);
  }
}
