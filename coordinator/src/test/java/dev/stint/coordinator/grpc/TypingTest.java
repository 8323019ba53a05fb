package dev.stint.coordinator.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.proto.InputChunk;
import dev.stint.proto.InputReply;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypingTest {
  private final List<String> heard = new ArrayList<>();
  private final FakeCall call = new FakeCall();
  private final Typing typing =
      new Typing(
          call,
          (chunk, _) -> heard.add("typed " + chunk.getOffset()),
          (job, feeder) -> {
            heard.add("broken " + job);
            feeder.received(1);
          });

  /** A call that throws as those of gRPC do when they are cancelled and nobody listens to that. */
  private final class FakeCall extends ServerCallStreamObserver<InputReply> {
    private boolean listens;
    private boolean cancelled;

    @Override
    public void onNext(InputReply reply) {
      if (cancelled && !listens) {
        throw Status.CANCELLED.asRuntimeException();
      }
      heard.add("received " + reply.getReceived());
    }

    @Override
    public void onError(Throwable failure) {
      heard.add("failed");
    }

    @Override
    public void onCompleted() {
      heard.add("completed");
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }

    @Override
    public void setOnCancelHandler(Runnable handler) {
      listens = true;
    }

    @Override
    public void setCompression(String compression) {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setOnReadyHandler(Runnable handler) {}

    @Override
    public void request(int count) {}

    @Override
    public void setMessageCompression(boolean enable) {}

    @Override
    public void disableAutoInboundFlowControl() {}
  }

  private void type(String job) {
    typing.onNext(InputChunk.newBuilder().setJobId(job).build());
  }

  @Test
  void a_reply_to_a_client_that_is_just_going_does_no_harm() {
    type("j");
    call.cancelled = true;
    typing.received(3);
    typing.onError(Status.CANCELLED.asRuntimeException());
    assertThat(heard).startsWith("typed 0").endsWith("broken j");
  }

  @Test
  void a_client_that_has_gone_hears_nothing_more() {
    type("j");
    typing.onCompleted();
    typing.over();
    typing.received(3);
    assertThat(heard).containsExactly("typed 0", "completed", "broken j");
  }
}
