package dev.stint.client.grpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.protobuf.ByteString;
import dev.stint.client.JobId;
import dev.stint.client.JobInput;
import dev.stint.proto.InputChunk;
import dev.stint.proto.InputReply;
import dev.stint.proto.JobsGrpc;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The standard input of a job. One piece is under way at a time; a call that breaks is made again,
 * with the same piece, so that nothing is lost or doubled. The call goes on after the end of the
 * input, to say it again to a coordinator that has forgotten it, until the job has ended.
 */
final class GrpcInput implements JobInput {
  private final JobsGrpc.JobsStub jobs;
  private final JobId id;
  private final Patience patience;
  private final Calls.Outage outage;

  @GuardedBy("this")
  private @Nullable Conversation conversation;

  /** Where the input goes on. */
  @GuardedBy("this")
  private long position;

  @GuardedBy("this")
  private @Nullable InputChunk underWay;

  @GuardedBy("this")
  private boolean closed;

  @GuardedBy("this")
  private boolean over;

  GrpcInput(JobsGrpc.JobsStub jobs, JobId id, Calls calls, Patience patience) {
    this.jobs = jobs;
    this.id = id;
    this.patience = patience;
    this.outage = calls.new Outage();
  }

  @Override
  public boolean write(byte[] data, int offset, int length) {
    return send(ByteString.copyFrom(data, offset, length), false);
  }

  @Override
  public void close() {
    send(ByteString.EMPTY, true);
  }

  private synchronized boolean send(ByteString data, boolean end) {
    if (over || closed) {
      return false;
    }
    closed = end;
    underWay = chunk(data);
    if (conversation == null) {
      open();
    } else {
      conversation.send(underWay);
    }
    try {
      while (underWay != null && !over) {
        wait();
      }
    } catch (InterruptedException e) {
      throw Calls.interrupted();
    }
    return !over;
  }

  @GuardedBy("this")
  private InputChunk chunk(ByteString data) {
    return InputChunk.newBuilder()
        .setJobId(id.value())
        .setOffset(position)
        .setData(data)
        .setEnd(closed)
        .build();
  }

  @GuardedBy("this")
  private void open() {
    Conversation next = new Conversation();
    conversation = next;
    next.begin();
    next.send(underWay == null ? chunk(ByteString.EMPTY) : underWay);
  }

  private synchronized void reopen() {
    if (!over) {
      open();
    }
  }

  private synchronized void received(Conversation from, InputReply reply) {
    outage.end();
    InputChunk chunk = underWay;
    if (from == conversation
        && chunk != null
        && !reply.getFull()
        && reply.getReceived() >= chunk.getOffset() + chunk.getData().size()) {
      position = chunk.getOffset() + chunk.getData().size();
      underWay = null;
      notifyAll();
    }
  }

  private synchronized void broken(Conversation from, Throwable failure) {
    if (from != conversation) {
      return;
    }
    if (outage.bears(failure)) {
      CompletableFuture.delayedExecutor(patience.pause().toNanos(), TimeUnit.NANOSECONDS)
          .execute(this::reopen);
    } else {
      end();
    }
  }

  private synchronized void end() {
    over = true;
    notifyAll();
  }

  /** One call. */
  private final class Conversation implements StreamObserver<InputReply> {
    private @Nullable StreamObserver<InputChunk> call;

    void begin() {
      call = jobs.input(this);
    }

    void send(InputChunk chunk) {
      StreamObserver<InputChunk> open = call;
      if (open != null) {
        open.onNext(chunk);
      }
    }

    @Override
    public void onNext(InputReply reply) {
      received(this, reply);
    }

    @Override
    public void onError(Throwable failure) {
      broken(this, failure);
    }

    @Override
    public void onCompleted() {
      end();
    }
  }
}
