package dev.stint.coordinator.grpc;

import dev.stint.coordinator.BalanceDesk;
import dev.stint.coordinator.BlobStore;
import dev.stint.coordinator.JobDesk;
import dev.stint.coordinator.OperateDesk;
import dev.stint.coordinator.OutputDesk;
import dev.stint.coordinator.SessionDesk;
import dev.stint.coordinator.StartupException;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The listening socket and its services. */
public final class GrpcServer implements AutoCloseable {
  /** Largest message in bytes: results travel as blobs long before this, a body must fit. */
  public static final int MAX_MESSAGE = 16 << 20;

  private static final long KEEP_ALIVE_SECONDS = 10;
  private static final long CLOSE_SECONDS = 2;

  private final Server server;
  private final ExecutorService executor;

  private GrpcServer(Server server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /** What the services stand on. */
  public record Desks(
      BlobStore blobs,
      JobDesk jobs,
      OutputDesk outputs,
      OperateDesk operate,
      BalanceDesk balance,
      SessionDesk nodes) {}

  /** Listens; port 0 takes any that is free. */
  public static GrpcServer listen(InetSocketAddress address, Desks desks) throws StartupException {
    ExecutorService executor =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("grpc-call-", 0).factory());
    Server server =
        NettyServerBuilder.forAddress(address)
            .executor(executor)
            .maxInboundMessageSize(MAX_MESSAGE)
            .permitKeepAliveTime(1, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .addService(new BlobsAdapter(desks.blobs(), executor))
            .addService(new JobsAdapter(desks.jobs(), desks.outputs(), executor))
            .addService(new OperateAdapter(desks.operate(), desks.balance(), executor))
            .addService(new NodesAdapter(desks.nodes()))
            .build();
    try {
      return new GrpcServer(server.start(), executor);
    } catch (IOException e) {
      executor.close();
      throw cannotListen(address, e);
    }
  }

  private static StartupException cannotListen(InetSocketAddress address, IOException e) {
    String place = address.getHostString() + ":" + address.getPort();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      // The native transport has an exception of its own, so only the words tell.
      if (String.valueOf(cause.getMessage()).contains("in use")) {
        return new StartupException(
            StartupException.Kind.CONFLICT,
            "port "
                + address.getPort()
                + " of "
                + address.getHostString()
                + " is in use; stop the process that listens there, or choose another address with"
                + " --listen",
            e);
      }
    }
    return new StartupException(
        StartupException.Kind.UNREACHABLE, "cannot listen on " + place + ": " + e.getMessage(), e);
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Ends all calls. */
  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        server.shutdownNow();
        server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    executor.shutdown();
  }
}
