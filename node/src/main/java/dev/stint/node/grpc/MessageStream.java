package dev.stint.node.grpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.node.PeerListener;
import dev.stint.proto.CellMessage;
import dev.stint.proto.PeersGrpc;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import org.jspecify.annotations.Nullable;

/**
 * The stream of cell messages to one peer, opened when it is needed. What a broken stream lost, or
 * one that the peer does not read took no more, is repeated by its sender.
 */
final class MessageStream {
  /** Most bytes that wait in a stream for the peer to read; about that, by a message. */
  static final int MAX_UNSENT = 32 << 20;

  private final ManagedChannel channel;
  private final PeerListener listener;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private @Nullable Call current;

  MessageStream(ManagedChannel channel, PeerListener listener) {
    this.channel = channel;
    this.listener = listener;
  }

  void send(CellMessage message) {
    synchronized (lock) {
      Call call = current;
      if (call == null) {
        call = new Call();
        current = call;
        channel.resetConnectBackoff();
        PeersGrpc.newStub(channel).cells(call);
      }
      call.send(message);
    }
  }

  private final class Call implements ClientResponseObserver<CellMessage, CellMessage> {
    private @Nullable ClientCallStreamObserver<CellMessage> requests;

    @GuardedBy("lock")
    private long unsent;

    @Override
    public void beforeStart(ClientCallStreamObserver<CellMessage> stream) {
      requests = stream;
      stream.setOnReadyHandler(() -> {
        synchronized (lock) {
          unsent = 0;
        }
      });
    }

    void send(CellMessage message) {
      synchronized (lock) {
        ClientCallStreamObserver<CellMessage> stream = requests;
        if (stream != null && unsent < MAX_UNSENT) {
          unsent += stream.isReady() ? 0 : message.getSerializedSize();
          Pieces.of(message).forEach(stream::onNext);
        }
      }
    }

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

    private void broken() {
      synchronized (lock) {
        if (current == this) {
          current = null;
        }
      }
    }
  }
}
