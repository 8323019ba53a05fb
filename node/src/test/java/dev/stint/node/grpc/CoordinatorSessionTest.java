package dev.stint.node.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.stint.node.HostPort;
import dev.stint.node.SessionListener;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Hello;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.NodesGrpc;
import dev.stint.proto.OutputPart;
import dev.stint.proto.Welcome;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a coordinator that welcomes, and reads on only if the test says so. */
@Timeout(60)
class CoordinatorSessionTest {
  private final BlockingQueue<NodeMessage> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Welcome> welcomes = new LinkedBlockingQueue<>();
  private volatile boolean reads = true;
  private Server server;
  private ManagedChannel channel;
  private CoordinatorSession session;

  private final class Service extends NodesGrpc.NodesImplBase {
    @Override
    public StreamObserver<NodeMessage> session(StreamObserver<CoordinatorMessage> answers) {
      ServerCallStreamObserver<CoordinatorMessage> call =
          (ServerCallStreamObserver<CoordinatorMessage>) answers;
      call.disableAutoRequest();
      call.setOnCancelHandler(() -> {});
      call.request(1);
      return new StreamObserver<>() {
        @Override
        public void onNext(NodeMessage message) {
          heard.add(message);
          if (message.hasHello()) {
            answers.onNext(
                CoordinatorMessage.newBuilder().setWelcome(Welcome.newBuilder()).build());
          }
          if (reads) {
            call.request(1);
          }
        }

        @Override
        public void onError(Throwable t) {}

        @Override
        public void onCompleted() {}
      };
    }
  }

  @BeforeEach
  void start() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .addService(new Service())
            .maxInboundMessageSize(CoordinatorSession.MAX_MESSAGE)
            .build()
            .start();
    HostPort address = new HostPort("127.0.0.1", server.getPort());
    channel = Channels.to(address);
    SessionListener listener =
        new SessionListener() {
          @Override
          public void welcomed(Welcome welcome) {
            welcomes.add(welcome);
          }

          @Override
          public void received(CoordinatorMessage message) {}

          @Override
          public void dismissed(String reason) {}
        };
    session = new CoordinatorSession(channel, address, Hello::getDefaultInstance, listener);
  }

  @AfterEach
  void stop() {
    session.close();
    channel.shutdownNow();
    server.shutdownNow();
  }

  private static NodeMessage output(int bytes) {
    return NodeMessage.newBuilder()
        .setOutput(OutputPart.newBuilder().setData(ByteString.copyFrom(new byte[bytes])))
        .build();
  }

  private NodeMessage next() throws InterruptedException {
    return heard.poll(30, TimeUnit.SECONDS);
  }

  @Test
  void aMessageThatTheCoordinatorWouldNotTakeDoesNotEndTheSession() throws Exception {
    session.connect(Duration.ofSeconds(30));
    assertThat(next().hasHello()).isTrue();
    session.tell(output(CoordinatorSession.MAX_MESSAGE));
    session.tell(output(3));
    assertThat(next()).isEqualTo(output(3));
    assertThat(welcomes).hasSize(1);
  }

  @Test
  void aCoordinatorThatDoesNotReadIsLeftAndFoundAnew() throws Exception {
    reads = false;
    session.connect(Duration.ofSeconds(30));
    assertThat(next().hasHello()).isTrue();
    NodeMessage part = output(1 << 20);
    for (int sent = 0; sent <= 2 * CoordinatorSession.MAX_UNSENT; sent += 1 << 20) {
      session.tell(part);
    }
    assertThat(next().hasHello()).isTrue();
  }
}
