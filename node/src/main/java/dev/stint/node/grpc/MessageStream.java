package dev.stint.node.grpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.node.PeerListener;
import dev.stint.proto.CellMessage;
import dev.stint.proto.PeersGrpc;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/**
 * The stream of cell messages to one peer, opened when it is needed. What a broken stream lost is
 * repeated by its sender.
 */
final class MessageStream {
  private final ManagedChannel channel;
  private final PeerListener listener;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private @Nullable StreamObserver<CellMessage> requests;

  MessageStream(ManagedChannel channel, PeerListener listener) {
    this.channel = channel;
    this.listener = listener;
  }

  void send(CellMessage message) {
    synchronized (lock) {
      StreamObserver<CellMessage> stream = requests;
      if (stream == null) {
        channel.resetConnectBackoff();
        stream = PeersGrpc.newStub(channel).cells(new Replies());
        requests = stream;
      }
      Pieces.of(message).forEach(stream::onNext);
    }
  }

  private void broken() {
    synchronized (lock) {
      requests = null;
    }
  }

  private final class Replies implements StreamObserver<CellMessage> {
    @Override
    public void onNext(CellMessage reply) {
      listener.cellReply(reply);
    }

    @Override
    public void onError(Throwable t) {
      broken();
    }

    @Override
    public void onCompleted() {
      broken();
    }
  }
}
