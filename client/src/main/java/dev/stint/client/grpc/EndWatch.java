package dev.stint.client.grpc;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import dev.stint.client.JobEnd;
import dev.stint.client.JobId;
import dev.stint.proto.AwaitJobRequest;
import dev.stint.proto.JobDescription;
import dev.stint.proto.JobsGrpc;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the end of one job by asking again and again; no thread waits meanwhile. One question
 * is under way at a time, so its answers need no lock.
 */
final class EndWatch {
  /** The longest that a coordinator grants. */
  private static final long WAIT_MILLIS = 30_000;

  private final JobsGrpc.JobsFutureStub jobs;
  private final AwaitJobRequest request;
  private final Calls calls;
  private final Patience patience;
  private final CompletableFuture<JobEnd> end = new CompletableFuture<>();
  private final Calls.Outage outage;

  EndWatch(JobsGrpc.JobsFutureStub jobs, JobId id, Calls calls, Patience patience) {
    this.jobs = jobs;
    this.request =
        AwaitJobRequest.newBuilder().setJobId(id.value()).setWaitMillis(WAIT_MILLIS).build();
    this.calls = calls;
    this.patience = patience;
    this.outage = calls.new Outage();
  }

  CompletableFuture<JobEnd> begin() {
    ask();
    return end;
  }

  private void ask() {
    long deadline = WAIT_MILLIS + patience.call().toMillis();
    Futures.addCallback(
        jobs.withDeadlineAfter(deadline, TimeUnit.MILLISECONDS).await(request),
        new FutureCallback<JobDescription>() {
          @Override
          public void onSuccess(JobDescription job) {
            answered(job);
          }

          @Override
          public void onFailure(Throwable failure) {
            failed(failure);
          }
        },
        MoreExecutors.directExecutor());
  }

  private void answered(JobDescription job) {
    outage.end();
    if (FromProto.hasEnded(job)) {
      end.complete(FromProto.end(job));
    } else {
      ask();
    }
  }

  private void failed(Throwable failure) {
    if (!outage.bears(failure)) {
      end.completeExceptionally(calls.failure(failure));
      return;
    }
    Executor later =
        CompletableFuture.delayedExecutor(patience.pause().toNanos(), TimeUnit.NANOSECONDS);
    later.execute(this::ask);
  }
}
