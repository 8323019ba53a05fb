package dev.stint.client.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.JobId;
import dev.stint.client.JobInput;
import dev.stint.proto.InputChunk;
import dev.stint.proto.InputReply;
import dev.stint.proto.JobsGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GrpcInputTest {
  private static final Duration OUTAGE = Duration.ofSeconds(2);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private Server server;
  private GrpcGateway gateway;

  /**
   * Breaks the call at "break" when it comes for the first time; reads no more after "enough"; has
   * no room at "full", and breaks the call when the outage is over, until it comes for the third
   * time.
   */
  private final JobsGrpc.JobsImplBase jobs =
      new JobsGrpc.JobsImplBase() {
        @Override
        public StreamObserver<InputChunk> input(StreamObserver<InputReply> replies) {
          return new StreamObserver<>() {
            @Override
            public void onNext(InputChunk chunk) {
              String text = chunk.getData().toStringUtf8();
              String line = chunk.getOffset() + ":" + text + (chunk.getEnd() ? "." : "");
              boolean first = !heard.contains(line);
              heard.add(line);
              if (text.equals("break") && first) {
                replies.onError(Status.UNAVAILABLE.asRuntimeException());
              } else if (text.equals("full") && Collections.frequency(heard, line) < 3) {
                replies.onNext(InputReply.newBuilder().setFull(true).build());
                CompletableFuture.delayedExecutor(OUTAGE.toMillis() + 1, TimeUnit.MILLISECONDS)
                    .execute(() -> replies.onError(Status.UNAVAILABLE.asRuntimeException()));
              } else if (text.equals("enough")) {
                replies.onCompleted();
              } else {
                long received = chunk.getOffset() + chunk.getData().size();
                replies.onNext(InputReply.newBuilder().setReceived(received).build());
              }
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onCompleted() {}
          };
        }
      };

  @BeforeEach
  void start() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(jobs)
            .build()
            .start();
    String address = "127.0.0.1:" + server.getPort();
    ManagedChannel channel =
        NettyChannelBuilder.forTarget("dns:///" + address).usePlaintext().build();
    Duration long20 = Duration.ofSeconds(20);
    gateway =
        new GrpcGateway(
            address, channel, new Patience(long20, long20, OUTAGE, OUTAGE, Duration.ofMillis(1)));
  }

  @AfterEach
  void stop() {
    gateway.close();
    server.shutdownNow();
  }

  private static boolean write(JobInput input, String text) {
    return input.write(text.getBytes(), 0, text.length());
  }

  @Test
  void pieces_and_the_end_carry_their_offsets() {
    try (JobInput input = gateway.input(new JobId("j"))) {
      assertThat(write(input, "one")).isTrue();
      assertThat(write(input, "two")).isTrue();
    }
    assertThat(heard).containsExactly("0:one", "3:two", "6:.");
  }

  @Test
  void a_piece_whose_call_broke_is_sent_again() {
    JobInput input = gateway.input(new JobId("j"));
    assertThat(write(input, "one")).isTrue();
    assertThat(write(input, "break")).isTrue();
    assertThat(write(input, "two")).isTrue();
    assertThat(heard).containsExactly("0:one", "3:break", "3:break", "8:two");
  }

  @Test
  void an_outage_ends_when_a_coordinator_without_room_answers() {
    JobInput input = gateway.input(new JobId("j"));
    assertThat(write(input, "full")).isTrue();
    assertThat(heard).containsExactly("0:full", "0:full", "0:full");
  }

  @Test
  void a_job_that_reads_no_more_says_so() {
    JobInput input = gateway.input(new JobId("j"));
    assertThat(write(input, "enough")).isFalse();
    assertThat(write(input, "more")).isFalse();
    assertThat(heard).containsExactly("0:enough");
  }
}
