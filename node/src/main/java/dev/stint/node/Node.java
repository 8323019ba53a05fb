package dev.stint.node;

import dev.stint.cluster.NodeProcess;
import dev.stint.node.disk.BlobCache;
import dev.stint.node.disk.JobBlobs;
import dev.stint.node.disk.NamedFiles;
import dev.stint.node.grpc.Channels;
import dev.stint.node.grpc.CoordinatorBlobs;
import dev.stint.node.grpc.CoordinatorSession;
import dev.stint.node.grpc.PeerConnections;
import dev.stint.node.grpc.PeerServer;
import dev.stint.proto.CellMessage;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.DrainMe;
import dev.stint.proto.Drained;
import dev.stint.proto.Hello;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import dev.stint.proto.Welcome;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node: hosts tasklets, and moves them when the coordinator says so. Several can live in one JVM.
 */
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final int EXIT_FAILED = 1;
  private static final int EXIT_USAGE = 2;
  private static final Duration DEFAULT_HEARTBEAT = Duration.ofMillis(500);
  private static final Duration REDRIVE = Duration.ofSeconds(2);
  private static final Duration DRAIN_ANSWER_GRACE = Duration.ofSeconds(2);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  private final NodeOptions options;
  private final String processKey = UUID.randomUUID().toString();
  private final ThreadLoop loop;
  private final Engine engine;
  private final ManagedChannel channel;
  private final CoordinatorSession session;
  private final PeerConnections peers;
  private final PeerServer server;
  private final JobBlobs blobs;
  private final HostPort address;
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final CompletableFuture<Drained> drained = new CompletableFuture<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Written by the loop. */
  private volatile @Nullable NodeCore core;

  private volatile long incarnation;
  private volatile boolean draining;

  private Node(NodeOptions options, Engine engine) throws NodeStartException, IOException {
    this.options = options;
    this.engine = engine;
    Files.createDirectories(options.data());
    channel = Channels.to(options.coordinator());
    CoordinatorBlobs remote = new CoordinatorBlobs(channel);
    blobs =
        new JobBlobs(
            new BlobCache(options.data().resolve("blobs"), remote),
            new NamedFiles(options.data().resolve("jobs")),
            remote::put);
    PeerInbox inbox = new PeerInbox();
    server = PeerServer.listen(options.listen(), inbox);
    loop = new ThreadLoop("stint-loop-" + options.name());
    address = new HostPort(advertised(options), server.port());
    session = new CoordinatorSession(channel, options.coordinator(), this::hello, new Orders());
    peers = new PeerConnections(where -> Channels.to(HostPort.parse(where, 0)), inbox);
  }

  /**
   * Starts a node; returns when the coordinator has welcomed it.
   *
   * @throws NodeStartException if it cannot start, with a message for the operator
   */
  public static Node start(NodeOptions options) throws NodeStartException, InterruptedException {
    return start(options, TaskletRuntimeEngine::of);
  }

  static Node start(NodeOptions options, Function<NodeOptions, Engine> engines)
      throws NodeStartException, InterruptedException {
    refuseOpenDoors(options);
    Engine engine = engines.apply(options);
    Node node;
    try {
      node = new Node(options, engine);
    } catch (NodeStartException e) {
      engine.close();
      throw e;
    } catch (IOException e) {
      engine.close();
      throw new NodeStartException(
          EXIT_FAILED,
          "cannot use the data directory "
              + options.data()
              + ": "
              + why(e)
              + ". Give another with --data DIR");
    }
    try {
      node.session.connect(options.connectTimeout());
    } catch (NodeStartException | InterruptedException e) {
      node.close();
      throw e;
    }
    return node;
  }

  private static String why(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case AccessDeniedException _ -> "this user may not write there";
      case NoSuchFileException _ -> "it cannot be made there";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** Its name. */
  public String name() {
    return options.name();
  }

  /** Where peers reach it. */
  public HostPort address() {
    return address;
  }

  /** Completes with the reason when the coordinator has sent the node away. */
  public CompletableFuture<String> ended() {
    return ended.copy();
  }

  /**
   * Asks the coordinator to move everything away, and waits for that, at most for the deadline of
   * the options. Then the node can be closed.
   */
  public DrainReport drain() throws InterruptedException {
    draining = true;
    tellDrain();
    Duration patience = options.drainDeadline().plus(DRAIN_ANSWER_GRACE);
    try {
      Drained figures = drained.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new DrainReport(figures.getMoved(), figures.getPinned(), figures.getLost(), true);
    } catch (TimeoutException | ExecutionException e) {
      return new DrainReport(0, 0, 0, false);
    }
  }

  /** Ends the node at once; what it still holds is lost. Closing twice does nothing. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    session.close();
    server.close();
    peers.close();
    channel.shutdownNow();
    CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    loop.execute(() -> {
      NodeCore running = core;
      if (running != null) {
        running.jobs().all().forEach(HostedJob::close);
      }
      stopped.complete(true);
    });
    awaitStopped(stopped);
    loop.close();
    engine.close();
  }

  /** Whoever closes a node may delete its files next: its jobs must not run on. */
  private void awaitStopped(CompletableFuture<Boolean> stopped) {
    try {
      stopped.get(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("{} did not close its jobs in {} s", options.name(), CLOSE_PATIENCE.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuseOpenDoors(NodeOptions options) throws NodeStartException {
    if (options.listen().isLoopback() && options.coordinator().isLoopback()) {
      return;
    }
    if (!options.insecure()) {
      throw new NodeStartException(
          EXIT_USAGE,
          "connections beyond this machine are not encrypted yet, and "
              + options.listen()
              + " or "
              + options.coordinator()
              + " is not loopback. On a network that you trust, add --insecure");
    }
    LOG.warn("--insecure: whoever reaches {} can run code on this node", options.listen());
  }

  private static String advertised(NodeOptions options) {
    if (!options.advertise().isEmpty()) {
      return options.advertise();
    }
    if (!options.listen().isWildcard()) {
      return options.listen().host();
    }
    try {
      return InetAddress.getLocalHost().getHostAddress();
    } catch (UnknownHostException e) {
      return options.listen().host();
    }
  }

  private Hello hello() {
    return Hello.newBuilder()
        .setName(options.name())
        .setIncarnation(incarnation)
        .setAddress(address.toString())
        .setCarriers(options.carriers())
        .putAllLabels(options.labels())
        .setVersion(version())
        .setProcessKey(processKey)
        .build();
  }

  private static String version() {
    Package here = Node.class.getPackage();
    String version = here == null ? null : here.getImplementationVersion();
    return version == null ? "development" : version;
  }

  // ---- on the loop

  private void begin(Welcome welcome) {
    NodeCore running = core;
    long granted = welcome.getNode().getIncarnation();
    if (running == null) {
      running =
          new NodeCore(
              NodeProcess.of(options.name(), granted),
              loop,
              session,
              peers,
              blobs,
              blobs,
              new JobOpening(blobs, engine));
      core = running;
      Duration pause =
          welcome.getHeartbeatMillis() > 0
              ? Duration.ofMillis(welcome.getHeartbeatMillis())
              : DEFAULT_HEARTBEAT;
      beat(running, pause);
      redrive(running);
      LOG.info("{} is up at {}, incarnation {}", options.name(), address, granted);
    }
    running.sessionBegan();
    if (draining) {
      tellDrain();
    }
  }

  private void beat(NodeCore running, Duration pause) {
    running.jobs().all().forEach(HostedJob::reportProgress);
    session.tell(
        NodeMessage.newBuilder().setHeartbeat(running.views().heartbeat(engine.load())).build());
    running.cells().messenger().repeatUnreplied();
    loop.after(pause, () -> beat(running, pause));
  }

  private void redrive(NodeCore running) {
    running.redrive();
    loop.after(REDRIVE, () -> redrive(running));
  }

  private void tellDrain() {
    session.tell(
        NodeMessage.newBuilder()
            .setDrainMe(DrainMe.newBuilder().setDeadlineMillis(options.drainDeadline().toMillis()))
            .build());
  }

  private void onCore(Consumer<NodeCore> action) {
    loop.execute(() -> {
      NodeCore running = core;
      if (running != null) {
        action.accept(running);
      }
    });
  }

  /** What the session hears. */
  private final class Orders implements SessionListener {
    @Override
    public void welcomed(Welcome welcome) {
      long granted = welcome.getNode().getIncarnation();
      if (incarnation != 0 && granted != incarnation) {
        dismissed("the coordinator does not know this process any more; start the node again");
        return;
      }
      incarnation = granted;
      loop.execute(() -> begin(welcome));
    }

    @Override
    public void received(CoordinatorMessage message) {
      if (message.hasDrained()) {
        // After what was said before it has been done.
        loop.execute(() -> drained.complete(message.getDrained()));
      } else {
        onCore(running -> running.received(message));
      }
    }

    @Override
    public void dismissed(String reason) {
      ended.complete(reason);
    }
  }

  /** What the peers say. */
  private final class PeerInbox implements PeerListener {
    @Override
    public void transferChunk(TransferChunk chunk, Consumer<TransferAnswer> answers) {
      onCore(running -> running.transferChunk(chunk, answers));
    }

    @Override
    public void cellMessage(CellMessage message, Consumer<CellMessage> replies) {
      onCore(running -> running.cellMessage(message, replies));
    }

    @Override
    public void cellMessagesEnded(Consumer<CellMessage> replies) {
      onCore(running -> running.cellMessagesEnded(replies));
    }

    @Override
    public void cellReply(CellMessage reply) {
      onCore(running -> running.cellReply(reply));
    }
  }
}
