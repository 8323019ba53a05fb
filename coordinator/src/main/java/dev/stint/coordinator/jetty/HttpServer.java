package dev.stint.coordinator.jetty;

import dev.stint.coordinator.StartupException;
import dev.stint.coordinator.WatchDesk;
import dev.stint.coordinator.micrometer.Meters;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The coordinator's HTTP port. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final int MAX_THREADS = 16;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Server server;
  private final ServerConnector connector;
  private final InetSocketAddress address;

  private HttpServer(Server server, ServerConnector connector, InetSocketAddress address) {
    this.server = server;
    this.connector = connector;
    this.address = address;
  }

  /** Listens; port 0 takes any that is free. */
  public static HttpServer listen(InetSocketAddress address, WatchDesk desk, Meters meters)
      throws StartupException {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName("http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost(hostOf(address));
    connector.setPort(address.getPort());
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.setHandler(new HealthHandler(desk, meters));
    try {
      server.start();
      return new HttpServer(server, connector, address);
    } catch (Exception e) {
      throw cannotListen(address, server, e);
    }
  }

  private static StartupException cannotListen(
      InetSocketAddress address, Server server, Exception e) {
    try {
      server.stop();
    } catch (Exception stopping) {
      e.addSuppressed(stopping);
    }
    return new StartupException(
        StartupException.Kind.CONFLICT,
        "cannot serve HTTP on "
            + address.getHostString()
            + ":"
            + address.getPort()
            + " ("
            + e.getMessage()
            + "); stop the process that listens there, choose another address with --http, or"
            + " switch HTTP off with --http none",
        e);
  }

  private static String hostOf(InetSocketAddress address) {
    return Objects.requireNonNull(address.getAddress()).getHostAddress();
  }

  /** Where it listens. */
  public String address() {
    String host = hostOf(address);
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("the HTTP port was not closed cleanly: {}", e.getMessage());
    }
  }
}
