package dev.stint.node.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.stint.cluster.Digest;
import dev.stint.node.HostPort;
import dev.stint.proto.BlobChunk;
import dev.stint.proto.BlobsGrpc;
import dev.stint.proto.GetBlobRequest;
import dev.stint.proto.PutReply;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a coordinator that fails when the test says so. */
@Timeout(60)
class CoordinatorBlobsTest {
  private static final byte[] CONTENT = "some content".getBytes(StandardCharsets.UTF_8);
  private static final Digest DIGEST = new Digest("ab".repeat(32));

  /** What the next calls end with, after half of their work. */
  private final Deque<Status> failures = new ConcurrentLinkedDeque<>();

  private final Deque<Long> offsets = new ConcurrentLinkedDeque<>();
  private Server server;
  private ManagedChannel channel;
  private CoordinatorBlobs blobs;

  private final class Service extends BlobsGrpc.BlobsImplBase {
    @Override
    public void get(GetBlobRequest request, StreamObserver<BlobChunk> chunks) {
      int from = (int) request.getOffset();
      offsets.add(request.getOffset());
      Status failure = failures.poll();
      int to = failure == null ? CONTENT.length : from + (CONTENT.length - from) / 2;
      chunks.onNext(
          BlobChunk.newBuilder().setData(ByteString.copyFrom(CONTENT, from, to - from)).build());
      end(chunks, failure);
    }

    @Override
    public StreamObserver<BlobChunk> put(StreamObserver<PutReply> reply) {
      return new StreamObserver<>() {
        @Override
        public void onNext(BlobChunk chunk) {}

        @Override
        public void onError(Throwable t) {}

        @Override
        public void onCompleted() {
          Status failure = failures.poll();
          if (failure == null) {
            reply.onNext(PutReply.getDefaultInstance());
          }
          end(reply, failure);
        }
      };
    }

    private static void end(StreamObserver<?> call, Status failure) {
      if (failure == null) {
        call.onCompleted();
      } else {
        call.onError(failure.asRuntimeException());
      }
    }
  }

  @BeforeEach
  void start() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .addService(new Service())
            .build()
            .start();
    channel = Channels.to(new HostPort("127.0.0.1", server.getPort()));
    blobs = new CoordinatorBlobs(channel);
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  private byte[] read() throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    blobs.read(DIGEST, sink);
    return sink.toByteArray();
  }

  @Test
  void a_read_that_broke_goes_on_where_it_was() throws IOException {
    failures.addAll(List.of(Status.UNAVAILABLE, Status.CANCELLED));
    assertThat(read()).isEqualTo(CONTENT);
    assertThat(offsets).containsExactly(0L, 6L, 9L);
  }

  @Test
  void an_upload_that_broke_is_made_again() throws IOException {
    failures.addAll(List.of(Status.UNAVAILABLE, Status.UNAVAILABLE));
    blobs.put(CONTENT);
    assertThat(failures).isEmpty();
  }

  @Test
  void what_the_coordinator_refuses_is_not_tried_again() {
    failures.add(Status.RESOURCE_EXHAUSTED.withDescription("the disk is full"));
    assertThatThrownBy(() -> blobs.put(CONTENT))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is full");
    failures.addAll(List.of(Status.NOT_FOUND.withDescription("no such blob"), Status.OK));
    assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessage("no such blob");
    assertThat(failures).hasSize(1);
  }

  @Test
  void a_node_that_ends_does_not_try_again() {
    channel.shutdownNow();
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);
  }
}
