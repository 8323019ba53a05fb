package dev.stint.client.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.stint.client.ContentDigest;
import dev.stint.client.JobId;
import dev.stint.client.JobStatus;
import dev.stint.client.NotFoundException;
import dev.stint.client.OutputPart;
import dev.stint.client.RefusedException;
import dev.stint.client.ShippedFile;
import dev.stint.client.StintUnavailableException;
import dev.stint.proto.AwaitJobRequest;
import dev.stint.proto.BlobChunk;
import dev.stint.proto.BlobsGrpc;
import dev.stint.proto.DescribeJobRequest;
import dev.stint.proto.GetBlobRequest;
import dev.stint.proto.JobDescription;
import dev.stint.proto.JobState;
import dev.stint.proto.JobsGrpc;
import dev.stint.proto.MoveTaskletReply;
import dev.stint.proto.MoveTaskletRequest;
import dev.stint.proto.OperateGrpc;
import dev.stint.proto.OutputChunk;
import dev.stint.proto.OutputRequest;
import dev.stint.proto.PutReply;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GrpcGatewayTest {
  private static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMillis(1));

  @TempDir Path dir;
  private final FakeCoordinator coordinator = new FakeCoordinator();
  private Server server;
  private GrpcGateway gateway;

  @BeforeEach
  void start() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(coordinator.blobs)
            .addService(coordinator.jobs)
            .addService(coordinator.operate)
            .build()
            .start();
    gateway = gatewayTo("127.0.0.1:" + server.getPort());
  }

  @AfterEach
  void stop() {
    gateway.close();
    server.shutdownNow();
  }

  private static GrpcGateway gatewayTo(String address) {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget("dns:///" + address).usePlaintext().build();
    return new GrpcGateway(address, channel, PATIENCE);
  }

  @Test
  void an_address_that_never_answered_gets_less_patience_than_a_coordinator_that_is_away() {
    Patience patience =
        new Patience(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ZERO,
            Duration.ofSeconds(20),
            Duration.ofMillis(1));
    Calls calls = new Calls("a:1", patience);
    AtomicInteger tries = new AtomicInteger();
    Calls.Call<Integer> call =
        () -> {
          if (tries.incrementAndGet() < 3) {
            throw Status.UNAVAILABLE.asRuntimeException();
          }
          return tries.get();
        };
    assertThatThrownBy(() -> calls.patiently(call)).isInstanceOf(StintUnavailableException.class);
    assertThat(tries).hasValue(1);

    calls.once(() -> "an answer");
    assertThat(calls.patiently(call)).isEqualTo(3);
  }

  @Test
  void a_large_file_arrives_whole_and_comes_back() throws Exception {
    byte[] content = new byte[3_000_000];
    new java.util.Random(7).nextBytes(content);
    Path file = Files.write(dir.resolve("large.jar"), content);
    ContentDigest digest = ContentDigest.of(MessageDigest.getInstance("SHA-256").digest(content));

    gateway.upload(new ShippedFile(digest, "large.jar", content.length, file));

    assertThat(coordinator.blob.toByteArray()).isEqualTo(content);
    assertThat(gateway.download(digest)).isEqualTo(content);
  }

  @Test
  void a_full_disk_is_told_in_the_coordinators_words() throws Exception {
    coordinator.putFailure =
        Status.RESOURCE_EXHAUSTED.withDescription("the disk under /data is full. Make room");
    Path file = Files.writeString(dir.resolve("a.jar"), "x");
    assertThatThrownBy(
            () -> gateway.upload(new ShippedFile(ContentDigest.ofAll(List.of()), "a.jar", 1, file)))
        .isInstanceOf(RefusedException.class)
        .hasMessage("the disk under /data is full. Make room");
  }

  @Test
  void output_goes_on_where_it_broke_off() {
    try (Stream<OutputPart> parts = gateway.output(new JobId("j1"), 0, true)) {
      assertThat(parts.map(part -> new String(part.data())))
          .containsExactly("one ", "two ", "three");
    }
  }

  @Test
  void the_end_is_awaited_over_many_questions_and_outages() {
    assertThat(gateway.ended(new JobId("j1")).join().view().status()).isEqualTo(JobStatus.DONE);
    assertThat(coordinator.awaits.get()).isEqualTo(3);
  }

  @Test
  void an_unknown_job_is_not_found() {
    assertThatThrownBy(() -> gateway.describe(new JobId("j9")))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("no job j9");
  }

  @Test
  void a_refused_move_says_why() {
    assertThatThrownBy(() -> gateway.operator().move(new dev.stint.TaskletId("c1.0"), ""))
        .isInstanceOf(RefusedException.class)
        .hasMessage("pinned at Foo.java:12 (synchronized)");
  }

  @Test
  void an_address_that_nobody_answers_is_named_at_once() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (GrpcGateway nobody = gatewayTo("127.0.0.1:" + free)) {
      assertThatThrownBy(() -> nobody.operator().status())
          .isInstanceOf(StintUnavailableException.class)
          .hasMessageContaining("no cluster answers at 127.0.0.1:" + free + " (")
          .hasMessageContaining("stint dev");
    }
  }

  @Test
  void an_unknown_host_is_named() {
    try (GrpcGateway nobody = gatewayTo("no-such-host.invalid:7400")) {
      assertThatThrownBy(() -> nobody.operator().status())
          .isInstanceOf(StintUnavailableException.class)
          .hasMessageContaining("no-such-host.invalid:7400");
    }
  }

  @Test
  void a_closed_client_does_not_try_again() {
    gateway.close();
    assertThatThrownBy(() -> gateway.describe(new JobId("j1")))
        .isInstanceOf(StintUnavailableException.class)
        .hasMessageContaining("this client is closed");
  }

  /** Says what the tests want to hear. */
  private static final class FakeCoordinator {
    final ByteArrayOutputStream blob = new ByteArrayOutputStream();
    final AtomicInteger awaits = new AtomicInteger();
    Status putFailure = Status.OK;

    final BlobsGrpc.BlobsImplBase blobs =
        new BlobsGrpc.BlobsImplBase() {
          @Override
          public StreamObserver<BlobChunk> put(StreamObserver<PutReply> replies) {
            return new StreamObserver<>() {
              @Override
              public void onNext(BlobChunk chunk) {
                blob.writeBytes(chunk.getData().toByteArray());
              }

              @Override
              public void onError(Throwable failure) {}

              @Override
              public void onCompleted() {
                if (putFailure.isOk()) {
                  replies.onNext(PutReply.newBuilder().setSizeBytes(blob.size()).build());
                  replies.onCompleted();
                } else {
                  replies.onError(putFailure.asRuntimeException());
                }
              }
            };
          }

          @Override
          public void get(GetBlobRequest request, StreamObserver<BlobChunk> replies) {
            ByteString all = ByteString.copyFrom(blob.toByteArray());
            for (int at = 0; at < all.size(); at += 1_000_000) {
              ByteString piece = all.substring(at, Math.min(all.size(), at + 1_000_000));
              replies.onNext(BlobChunk.newBuilder().setData(piece).build());
            }
            replies.onCompleted();
          }
        };

    final JobsGrpc.JobsImplBase jobs =
        new JobsGrpc.JobsImplBase() {
          @Override
          public void describe(DescribeJobRequest request, StreamObserver<JobDescription> replies) {
            replies.onError(
                Status.NOT_FOUND
                    .withDescription("no job " + request.getJobId())
                    .asRuntimeException());
          }

          @Override
          public void await(AwaitJobRequest request, StreamObserver<JobDescription> replies) {
            int times = awaits.incrementAndGet();
            if (times == 1) {
              replies.onError(Status.UNAVAILABLE.asRuntimeException());
              return;
            }
            replies.onNext(
                JobDescription.newBuilder()
                    .setJobId(request.getJobId())
                    .setState(times == 2 ? JobState.JOB_STATE_RUNNING : JobState.JOB_STATE_DONE)
                    .build());
            replies.onCompleted();
          }

          @Override
          public void output(OutputRequest request, StreamObserver<OutputChunk> replies) {
            if (request.getOffset() == 0) {
              replies.onNext(chunk(0, "one "));
              replies.onNext(chunk(4, "two "));
              replies.onError(Status.UNAVAILABLE.asRuntimeException());
            } else {
              replies.onNext(chunk(request.getOffset(), "three"));
              replies.onCompleted();
            }
          }
        };

    final OperateGrpc.OperateImplBase operate =
        new OperateGrpc.OperateImplBase() {
          @Override
          public void moveTasklet(
              MoveTaskletRequest request, StreamObserver<MoveTaskletReply> replies) {
            replies.onError(
                Status.FAILED_PRECONDITION
                    .withDescription("pinned at Foo.java:12 (synchronized)")
                    .asRuntimeException());
          }
        };

    private static OutputChunk chunk(long offset, String text) {
      return OutputChunk.newBuilder()
          .setOffset(offset)
          .setData(ByteString.copyFromUtf8(text))
          .build();
    }
  }
}
