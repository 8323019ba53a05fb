package dev.stint.node.grpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.node.HostPort;
import dev.stint.node.NodeStartException;
import dev.stint.node.PeerListener;
import dev.stint.proto.CellMessage;
import dev.stint.proto.PeersGrpc;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where other nodes reach this one. */
public final class PeerServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerServer.class);
  private static final int MAX_MESSAGE = 8 * 1024 * 1024;

  private final Server server;

  private PeerServer(Server server) {
    this.server = server;
  }

  /**
   * Listens.
   *
   * @throws NodeStartException if the address cannot be had
   */
  public static PeerServer listen(HostPort address, PeerListener listener)
      throws NodeStartException {
    InetSocketAddress socket =
        address.isWildcard()
            ? new InetSocketAddress(address.port())
            : new InetSocketAddress(address.host(), address.port());
    if (socket.isUnresolved()) {
      throw new NodeStartException(
          2,
          "unknown host '"
              + address.host()
              + "' in --listen; give a name or address of this"
              + " machine, for example 127.0.0.1:7401");
    }
    try {
      return new PeerServer(
          NettyServerBuilder.forAddress(socket)
              .maxInboundMessageSize(MAX_MESSAGE)
              .addService(new Service(listener))
              .build()
              .start());
    } catch (IOException e) {
      throw new NodeStartException(
          5,
          "cannot listen on "
              + address
              + ": "
              + rootMessage(e)
              + ". Stop what uses the port, or give another with --listen host:port (port 0 takes"
              + " any free one)");
    }
  }

  /** The port listened on. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static String rootMessage(Throwable t) {
    Throwable root = t;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static final class Service extends PeersGrpc.PeersImplBase {
    private final PeerListener listener;

    Service(PeerListener listener) {
      this.listener = listener;
    }

    @Override
    public StreamObserver<TransferChunk> transfer(StreamObserver<TransferAnswer> answers) {
      return new Incoming<>(answers, listener::transferChunk, _ -> {});
    }

    @Override
    public StreamObserver<CellMessage> cells(StreamObserver<CellMessage> replies) {
      Pieces pieces = new Pieces();
      return new Incoming<>(
          replies,
          (message, to) -> pieces.add(message).ifPresent(whole -> listener.cellMessage(whole, to)),
          listener::cellMessagesEnded);
    }
  }

  /** Hands what comes to the node; its answers may come later and from any thread. */
  private static final class Incoming<I, O> implements StreamObserver<I> {
    private final StreamObserver<O> answers;
    private final BiConsumer<I, Consumer<O>> receiver;
    private final Consumer<Consumer<O>> atEnd;

    /** One for the whole stream: who keeps it for later keeps one, not one for each message. */
    private final Consumer<O> answerer = this::answer;

    @GuardedBy("this")
    private boolean ended;

    Incoming(
        StreamObserver<O> answers,
        BiConsumer<I, Consumer<O>> receiver,
        Consumer<Consumer<O>> atEnd) {
      // With a handler, what is answered after the other side has gone is dropped, not refused.
      ((ServerCallStreamObserver<O>) answers).setOnCancelHandler(() -> {});
      this.answers = answers;
      this.receiver = receiver;
      this.atEnd = atEnd;
    }

    /** A peer that says what makes no sense is cut off. */
    @Override
    public void onNext(I message) {
      if (hasEnded()) {
        return;
      }
      try {
        receiver.accept(message, answerer);
      } catch (IllegalArgumentException e) {
        LOG.warn("another node is cut off: {}", e.getMessage());
        end(() ->
            answers.onError(
                Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException()));
      }
    }

    private synchronized boolean hasEnded() {
      return ended;
    }

    private synchronized void answer(O answer) {
      if (!ended) {
        answers.onNext(answer);
      }
    }

    @Override
    public void onError(Throwable t) {
      end(() -> {});
    }

    @Override
    public void onCompleted() {
      end(answers::onCompleted);
    }

    private void end(Runnable farewell) {
      synchronized (this) {
        if (ended) {
          return;
        }
        ended = true;
        farewell.run();
      }
      atEnd.accept(answerer);
    }
  }
}
