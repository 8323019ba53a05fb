package dev.stint.node.grpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.node.CoordinatorGateway;
import dev.stint.node.HostPort;
import dev.stint.node.NodeStartException;
import dev.stint.node.SessionListener;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Hello;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.NodesGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's stream to the coordinator. When it breaks it is opened again, with growing pauses and
 * without end, under the same incarnation; only the first connection is bounded in time.
 */
public final class CoordinatorSession implements CoordinatorGateway, AutoCloseable {
  private static final String REFUSED = "connection refused";
  private static final Logger LOG = LoggerFactory.getLogger(CoordinatorSession.class);

  /**
   * Most bytes that wait in a stream for the coordinator to read. Beyond them the stream is given
   * up: the next session begins with what is still owed, of which each owner sends a little at a
   * time.
   */
  static final int MAX_UNSENT = 32 << 20;

  /** Largest message that a coordinator takes, in bytes. */
  static final int MAX_MESSAGE = 16 << 20;

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final int EXIT_CONFLICT = 5;
  private static final int EXIT_UNREACHABLE = 6;

  private final ManagedChannel channel;
  private final HostPort address;
  private final Supplier<Hello> hello;
  private final SessionListener listener;
  private final ScheduledThreadPoolExecutor timer;
  private final CompletableFuture<String> firstOutcome = new CompletableFuture<>();
  private final Object lock = new Object();

  @GuardedBy("lock")
  private @Nullable Stream current;

  /** Bytes that wait in the current stream for the coordinator to read; about that. */
  @GuardedBy("lock")
  private long unsent;

  /** Whether the current stream has been welcomed. */
  @GuardedBy("lock")
  private boolean inSession;

  @GuardedBy("lock")
  private boolean closed;

  @GuardedBy("lock")
  private int failures;

  @GuardedBy("lock")
  private String lastFailure = "no answer";

  /**
   * A session over a channel.
   *
   * @param address what messages call the coordinator
   * @param hello asked anew for every session, so that it carries the incarnation once granted
   */
  public CoordinatorSession(
      ManagedChannel channel, HostPort address, Supplier<Hello> hello, SessionListener listener) {
    this.channel = channel;
    this.address = address;
    this.hello = hello;
    this.listener = listener;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("stint-session").factory());
    this.timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Opens the first session; returns when the coordinator has said Welcome.
   *
   * @throws NodeStartException if nobody answers in time (6), or the node is sent away (5)
   */
  public void connect(Duration timeout) throws NodeStartException, InterruptedException {
    open();
    try {
      String dismissal = firstOutcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!dismissal.isEmpty()) {
        throw new NodeStartException(EXIT_CONFLICT, dismissal);
      }
    } catch (TimeoutException e) {
      close();
      throw new NodeStartException(
          EXIT_UNREACHABLE,
          "no coordinator answers at "
              + address
              + " ("
              + lastFailure()
              + "). Start one with 'stint coordinator start', or give its address with"
              + " --coordinator host:port");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** A message that the coordinator would not take would end the session, again and again. */
  @Override
  public void tell(NodeMessage message) {
    if (message.getSerializedSize() > MAX_MESSAGE) {
      LOG.error(
          "a message of {} bytes ({}) is not sent: the coordinator takes at most {}",
          message.getSerializedSize(),
          message.getKindCase(),
          MAX_MESSAGE);
      return;
    }
    synchronized (lock) {
      Stream stream = current;
      if (stream == null || !inSession) {
        return;
      }
      if (!stream.requests().isReady()) {
        unsent += message.getSerializedSize();
      }
      if (unsent <= MAX_UNSENT) {
        stream.requests().onNext(message);
      } else {
        stream.requests().cancel("too much waits to be read", null);
        lost(stream, "it does not read what it is told");
      }
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      timer.shutdownNow();
      if (current != null) {
        current.requests().onCompleted();
        current = null;
      }
    }
  }

  private String lastFailure() {
    synchronized (lock) {
      return lastFailure;
    }
  }

  private void open() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      Stream stream = new Stream();
      // This session has its own pauses; the channel's would come on top and grow to minutes.
      channel.resetConnectBackoff();
      NodesGrpc.newStub(channel).session(stream);
      current = stream;
      unsent = 0;
      inSession = false;
      stream.requests().onNext(NodeMessage.newBuilder().setHello(hello.get()).build());
    }
  }

  private void lost(Stream stream, String why) {
    synchronized (lock) {
      if (closed || current != stream) {
        return;
      }
      current = null;
      lastFailure = why;
      if (failures++ == 0 && inSession) {
        LOG.warn("lost the coordinator at {} ({}); trying again until it answers", address, why);
      }
      long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures - 1, 10));
      timer.schedule(this::open, pause, TimeUnit.MILLISECONDS);
    }
  }

  private boolean isCurrent(Stream stream) {
    synchronized (lock) {
      return current == stream;
    }
  }

  private void welcomed(Stream stream) {
    synchronized (lock) {
      if (closed || current != stream) {
        return;
      }
      inSession = true;
      if (failures > 0 && firstOutcome.isDone()) {
        LOG.info("the coordinator at {} answers again", address);
      }
      failures = 0;
    }
  }

  /** One stream: what it hears counts only while it is the current one. */
  private final class Stream implements ClientResponseObserver<NodeMessage, CoordinatorMessage> {
    private @Nullable ClientCallStreamObserver<NodeMessage> requests;

    @Override
    public void beforeStart(ClientCallStreamObserver<NodeMessage> stream) {
      requests = stream;
      stream.setOnReadyHandler(() -> {
        synchronized (lock) {
          unsent = current == this ? 0 : unsent;
        }
      });
    }

    /** Set before the call that opens the stream has returned. */
    ClientCallStreamObserver<NodeMessage> requests() {
      return Objects.requireNonNull(requests);
    }

    @Override
    public void onNext(CoordinatorMessage message) {
      if (!isCurrent(this)) {
        return;
      }
      switch (message.getKindCase()) {
        case WELCOME -> {
          welcomed(this);
          listener.welcomed(message.getWelcome());
          firstOutcome.complete("");
        }
        case GOODBYE -> {
          close();
          if (!firstOutcome.complete(message.getGoodbye().getReason())) {
            listener.dismissed(message.getGoodbye().getReason());
          }
        }
        default -> listener.received(message);
      }
    }

    @Override
    public void onError(Throwable t) {
      lost(this, reason(Status.fromThrowable(t)));
    }

    @Override
    public void onCompleted() {
      lost(this, "it ended the session");
    }
  }

  /** In our own words where we have some: the network library's vary with the platform. */
  static String reason(Status status) {
    Throwable cause = status.getCause();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof UnknownHostException) {
      return "unknown host";
    }
    if (cause != null && cause.getMessage() != null) {
      return cause.getMessage().toLowerCase(Locale.ROOT).contains(REFUSED)
          ? REFUSED
          : cause.getMessage();
    }
    String description = status.getDescription();
    return description == null ? status.getCode().name() : description;
  }
}
