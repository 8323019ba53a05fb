package dev.stint.coordinator.grpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.coordinator.NodeLink;
import dev.stint.coordinator.SessionDesk;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.NodesGrpc;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** The Nodes service. */
final class NodesAdapter extends NodesGrpc.NodesImplBase {
  private final SessionDesk sessions;

  NodesAdapter(SessionDesk sessions) {
    this.sessions = sessions;
  }

  @Override
  public StreamObserver<NodeMessage> session(StreamObserver<CoordinatorMessage> observer) {
    ServerCallStreamObserver<CoordinatorMessage> call =
        (ServerCallStreamObserver<CoordinatorMessage>) observer;
    SessionDesk.Session session = sessions.open(new StreamLink(call));
    call.setOnCancelHandler(session::broken);
    return new StreamObserver<>() {
      @Override
      public void onNext(NodeMessage message) {
        session.take(message);
      }

      @Override
      public void onError(Throwable failure) {
        session.broken();
      }

      @Override
      public void onCompleted() {
        session.completed();
      }
    };
  }

  /** A stream's observer takes one message at a time; ours come from several threads. */
  private static final class StreamLink implements NodeLink {
    @GuardedBy("this")
    private final ServerCallStreamObserver<CoordinatorMessage> call;

    @GuardedBy("this")
    private boolean ended;

    StreamLink(ServerCallStreamObserver<CoordinatorMessage> call) {
      this.call = call;
    }

    @Override
    public synchronized void send(CoordinatorMessage message) {
      if (ended || call.isCancelled()) {
        return;
      }
      try {
        call.onNext(message);
      } catch (StatusRuntimeException | IllegalStateException e) {
        ended = true; // Broken under our hands: the cancel handler tells the desk.
      }
    }

    @Override
    public synchronized void end() {
      if (!ended && !call.isCancelled()) {
        ended = true;
        call.onCompleted();
      }
    }
  }
}
