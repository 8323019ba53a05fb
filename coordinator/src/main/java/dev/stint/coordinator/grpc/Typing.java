package dev.stint.coordinator.grpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.coordinator.InputFeeder;
import dev.stint.coordinator.RequestException;
import dev.stint.proto.InputChunk;
import dev.stint.proto.InputReply;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.BiConsumer;

/** One client that feeds a job. It ends when the client goes away or the job reads no more. */
final class Typing implements StreamObserver<InputChunk>, InputFeeder {
  @GuardedBy("this")
  private final ServerCallStreamObserver<InputReply> call;

  private final BiConsumer<InputChunk, InputFeeder> input;
  private final BiConsumer<String, InputFeeder> broken;

  @GuardedBy("this")
  private boolean ended;

  private volatile String job = "";

  /**
   * A client that has called.
   *
   * @param input takes what it types
   * @param broken hears, with the job's id, that it has gone
   */
  Typing(
      ServerCallStreamObserver<InputReply> call,
      BiConsumer<InputChunk, InputFeeder> input,
      BiConsumer<String, InputFeeder> broken) {
    // With a handler, what is said after the client has gone is dropped; else it would throw, in
    // whoever says it.
    call.setOnCancelHandler(() -> {});
    this.call = call;
    this.input = input;
    this.broken = broken;
  }

  @Override
  public void onNext(InputChunk chunk) {
    try {
      job = chunk.getJobId();
      input.accept(chunk, this);
    } catch (RequestException e) {
      fail(e);
    }
  }

  @Override
  public synchronized void received(long offset) {
    if (!ended) {
      call.onNext(InputReply.newBuilder().setReceived(offset).build());
    }
  }

  @Override
  public synchronized void full(long offset) {
    if (!ended) {
      call.onNext(InputReply.newBuilder().setReceived(offset).setFull(true).build());
    }
  }

  @Override
  public synchronized void over() {
    if (!ended) {
      ended = true;
      call.onCompleted();
    }
  }

  private synchronized void fail(RequestException refusal) {
    if (!ended) {
      ended = true;
      call.onError(Statuses.of(refusal));
    }
  }

  @Override
  public void onError(Throwable failure) {
    synchronized (this) {
      ended = true;
    }
    tellBroken();
  }

  @Override
  public void onCompleted() {
    over();
    tellBroken();
  }

  private void tellBroken() {
    if (!job.isEmpty()) {
      broken.accept(job, this);
    }
  }
}
