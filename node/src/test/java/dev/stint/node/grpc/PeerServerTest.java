package dev.stint.node.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.stint.node.HostPort;
import dev.stint.node.PeerListener;
import dev.stint.proto.CellMessage;
import dev.stint.proto.PeersGrpc;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two ends of a connection over loopback. */
@Timeout(60)
class PeerServerTest {
  private static final class Listener implements PeerListener {
    final BlockingQueue<Consumer<CellMessage>> correspondents = new LinkedBlockingQueue<>();
    final BlockingQueue<Consumer<CellMessage>> gone = new LinkedBlockingQueue<>();
    final BlockingQueue<CellMessage> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<CellMessage> replies = new LinkedBlockingQueue<>();

    @Override
    public void transferChunk(TransferChunk chunk, Consumer<TransferAnswer> answers) {}

    @Override
    public void cellMessage(CellMessage message, Consumer<CellMessage> replies) {
      correspondents.add(replies);
      messages.add(message);
      replies.accept(message.toBuilder().clearPayload().setReply(true).build());
    }

    @Override
    public void cellMessagesEnded(Consumer<CellMessage> replies) {
      gone.add(replies);
    }

    @Override
    public void cellReply(CellMessage reply) {
      replies.add(reply);
    }
  }

  @Test
  void allMessagesOfAStreamHaveOneCorrespondentUntilItEnds() throws Exception {
    Listener here = new Listener();
    Listener there = new Listener();
    try (PeerServer server = PeerServer.listen(new HostPort("127.0.0.1", 0), there)) {
      try (PeerConnections peers =
          new PeerConnections(where -> Channels.to(HostPort.parse(where, 0)), here)) {
        for (int i = 1; i <= 2; i++) {
          CellMessage message = CellMessage.newBuilder().setOperation(i).build();
          peers.send("127.0.0.1:" + server.port(), message);
          assertThat(here.replies.poll(30, TimeUnit.SECONDS).getOperation()).isEqualTo(i);
        }
      }
      Consumer<CellMessage> correspondent = there.correspondents.remove();
      assertThat(there.correspondents.remove()).isSameAs(correspondent);
      assertThat(there.gone.poll(30, TimeUnit.SECONDS)).isSameAs(correspondent);
    }
  }

  @Test
  void aPeerWhosePiecesMakeNoMessageIsCutOff() throws Exception {
    Listener there = new Listener();
    try (PeerServer server = PeerServer.listen(new HostPort("127.0.0.1", 0), there)) {
      ManagedChannel channel = Channels.to(new HostPort("127.0.0.1", server.port()));
      BlockingQueue<Status> ends = new LinkedBlockingQueue<>();
      StreamObserver<CellMessage> stream =
          PeersGrpc.newStub(channel)
              .cells(
                  new StreamObserver<>() {
                    @Override
                    public void onNext(CellMessage reply) {}

                    @Override
                    public void onError(Throwable t) {
                      ends.add(Status.fromThrowable(t));
                    }

                    @Override
                    public void onCompleted() {}
                  });
      stream.onNext(CellMessage.newBuilder().setPiece(ByteString.copyFromUtf8("no")).build());
      assertThat(ends.poll(30, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(there.gone.poll(30, TimeUnit.SECONDS)).isNotNull();
      channel.shutdownNow();
    }
  }

  @Test
  void aMessageIsNotPutTogetherBeyondALimit() {
    Pieces pieces = new Pieces(10);
    CellMessage piece =
        CellMessage.newBuilder()
            .setPiece(ByteString.copyFrom(new byte[6]))
            .setMorePieces(true)
            .build();
    assertThat(pieces.add(piece)).isEmpty();
    assertThatThrownBy(() -> pieces.add(piece))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 10 bytes");
  }

  @Test
  void aMessageLargerThanAConnectionTakesAtOnceArrivesWhole() throws Exception {
    Listener here = new Listener();
    Listener there = new Listener();
    byte[] payload = new byte[20 * 1024 * 1024];
    new Random(1).nextBytes(payload);
    try (PeerServer server = PeerServer.listen(new HostPort("127.0.0.1", 0), there);
        PeerConnections peers =
            new PeerConnections(where -> Channels.to(HostPort.parse(where, 0)), here)) {
      CellMessage message =
          CellMessage.newBuilder().setOperation(7).setPayload(ByteString.copyFrom(payload)).build();
      peers.send("127.0.0.1:" + server.port(), message);
      assertThat(there.messages.poll(30, TimeUnit.SECONDS)).isEqualTo(message);
      assertThat(here.replies.poll(30, TimeUnit.SECONDS).getOperation()).isEqualTo(7);
    }
  }
}
