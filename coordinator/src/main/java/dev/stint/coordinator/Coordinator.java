package dev.stint.coordinator;

import dev.stint.coordinator.disk.DirectoryDisk;
import dev.stint.coordinator.grpc.GrpcServer;
import dev.stint.coordinator.jetty.HttpServer;
import dev.stint.coordinator.micrometer.Meters;
import dev.stint.coordinator.raft.RaftAuthorityLog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A coordinator in this process: the log, the desks and the services, wired. Start any number of
 * them, each with a data folder of its own.
 */
public final class Coordinator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Coordinator.class);

  private final Deque<AutoCloseable> closeLast = new ArrayDeque<>();
  private final GrpcServer server;
  private @Nullable HttpServer http;
  private final CoordinatorOptions options;

  private Coordinator(CoordinatorOptions options, CompletableFuture<Grid> grid, Clock clock)
      throws StartupException {
    this.options = options;
    try {
      InetSocketAddress address = options.address();
      DirectoryDisk disk = closing(DirectoryDisk.open(options.data()));
      Authority authority = new Authority();
      InetSocketAddress httpAddress = options.httpAddress();
      Meters meters = closing(new Meters());
      AuthorityLog log =
          new TimedLog(closing(RaftAuthorityLog.open(disk, authority)), clock, meters::committed);
      authority.listen(meters::applied);
      BlobStore blobs = new BlobStore(disk);
      OutputStore outputs = closing(new OutputStore(disk));
      ThreadLoop loop = closing(new ThreadLoop("coordinator-loop"));
      CoordinatorCore core = new CoordinatorCore(authority, log, blobs, outputs, grid, loop, clock);
      core.start();
      OutputDesk output = new OutputDesk(core.jobs, outputs, core.inputs);
      OperateDesk operate = new OperateDesk(core, version());
      this.server =
          closing(
              GrpcServer.listen(
                  address,
                  new GrpcServer.Desks(
                      blobs,
                      core.jobs,
                      output,
                      operate,
                      new BalanceDesk(core),
                      new SessionDesk(core))));
      if (httpAddress != null) {
        http =
            closing(
                HttpServer.listen(
                    httpAddress, new WatchDesk(core, operate, output, version()), meters));
      }
    } catch (IOException e) {
      close();
      throw new StartupException(
          StartupException.Kind.UNREACHABLE,
          "cannot use the data folder " + options.data() + ": " + e.getMessage(),
          e);
    } catch (StartupException e) {
      close();
      throw e;
    }
  }

  private <T extends AutoCloseable> T closing(T part) {
    closeLast.push(part);
    return part;
  }

  /** Starts a coordinator whose grid lives in this process. */
  public static Coordinator start(CoordinatorOptions options) throws StartupException {
    return start(options, InMemoryGrid::new);
  }

  /** Starts a coordinator; its grid is started beside it, and what needs it waits. */
  public static Coordinator start(CoordinatorOptions options, Supplier<Grid> grid)
      throws StartupException {
    CompletableFuture<Grid> starting =
        CompletableFuture.supplyAsync(
            grid, action -> Thread.ofPlatform().name("grid-start").daemon(true).start(action));
    Coordinator coordinator = new Coordinator(options, starting, Clock.SYSTEM);
    coordinator.closeLast.addLast(() -> starting.thenAccept(Grid::close));
    starting.whenComplete((_, failure) -> {
      if (failure != null) {
        LOG.error(
            "the grid did not start, so shared maps do not work: {}",
            CoordinatorCore.messageOf(failure));
      }
    });
    return coordinator;
  }

  private static String version() {
    Package self = Coordinator.class.getPackage();
    String version = self == null ? null : self.getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** Where it listens, as clients and nodes say it. */
  public String address() {
    String host = options.host();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  /** Where it serves the dashboard, health and metrics, as HOST:PORT; null if it does not. */
  public @Nullable String httpAddress() {
    return http == null ? null : http.address();
  }

  /** Ends all calls and gives the data folder back; what was acknowledged is kept. */
  @Override
  public void close() {
    while (!closeLast.isEmpty()) {
      try {
        closeLast.pop().close();
      } catch (Exception e) {
        LOG.warn("not closed cleanly: {}", e.getMessage());
      }
    }
  }
}
