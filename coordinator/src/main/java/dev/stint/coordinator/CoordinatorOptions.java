package dev.stint.coordinator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a coordinator is started.
 *
 * @param data the folder of its log, blobs and outputs
 * @param host where it listens
 * @param port where it listens; 0 takes any free port
 * @param insecure whether it may listen where other machines reach it without mTLS
 * @param http where the dashboard, health and metrics are served, as HOST:PORT; port 0 takes any
 *     free one, null switches them off
 */
public record CoordinatorOptions(
    Path data, String host, int port, boolean insecure, @Nullable String http) {
  /** Where clients and nodes look for a coordinator. */
  public static final int DEFAULT_PORT = 7400;

  /** Where the dashboard, health and metrics are looked for. */
  public static final int DEFAULT_HTTP_PORT = 7480;

  private static final int MAX_PORT = 65_535;

  /** The words that {@link #parse} understands. */
  public static final String USAGE =
      """
      coordinator --data DIR [--listen HOST:PORT] [--http HOST:PORT|none] [--insecure]
        --data DIR           folder of the log, blobs and outputs; one process at a time
        --listen HOST:PORT   where to listen (default 127.0.0.1:7400; port 0 takes a free one)
        --http HOST:PORT     where to serve the dashboard, /healthz, /readyz and /metrics
                             (default 127.0.0.1:7480; port 0 takes a free one, 'none' for not at all)
        --insecure           listen beyond loopback without mTLS; anybody who reaches the port
                             can run code on the nodes\
      """;

  /** Without HTTP. */
  public CoordinatorOptions(Path data, String host, int port, boolean insecure) {
    this(data, host, port, insecure, null);
  }

  /** On loopback, for a cluster in one JVM. */
  public static CoordinatorOptions loopback(Path data) {
    return new CoordinatorOptions(data, "127.0.0.1", 0, false);
  }

  /** Options from a command line. */
  public static CoordinatorOptions parse(String... arguments) throws StartupException {
    Path data = null;
    String listen = "127.0.0.1:" + DEFAULT_PORT;
    String http = "127.0.0.1:" + DEFAULT_HTTP_PORT;
    boolean insecure = false;
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      switch (name) {
        case "--insecure" -> insecure = true;
        case "--data" -> data = Path.of(valueOf(name, arguments, ++i));
        case "--listen" -> listen = valueOf(name, arguments, ++i);
        case "--http" -> http = valueOf(name, arguments, ++i);
        default -> throw usage("unknown argument '" + name + "'");
      }
    }
    if (data == null) {
      throw usage("--data is missing");
    }
    return new CoordinatorOptions(
        data,
        hostOf("--listen", listen),
        portOf("--listen", listen),
        insecure,
        http.equals("none") ? null : checkedHttp(http));
  }

  private static String checkedHttp(String http) throws StartupException {
    hostOf("--http", http);
    portOf("--http", http);
    return http;
  }

  private static String hostOf(String option, String place) throws StartupException {
    int colon = place.lastIndexOf(':');
    if (colon <= 0) {
      throw usage(option + " takes HOST:PORT, not '" + place + "'");
    }
    return place.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
  }

  private static int portOf(String option, String place) throws StartupException {
    hostOf(option, place);
    return portOf(place.substring(place.lastIndexOf(':') + 1));
  }

  private static String valueOf(String name, String[] arguments, int at) throws StartupException {
    if (at >= arguments.length) {
      throw usage(name + " needs a value");
    }
    return arguments[at];
  }

  private static int portOf(String text) throws StartupException {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw usage("'" + text + "' is no port; it is a number from 0 to " + MAX_PORT);
  }

  private static StartupException usage(String what) {
    return new StartupException(StartupException.Kind.USAGE, what + "\n" + USAGE);
  }

  /** Where to listen; refuses an address that other machines reach, unless that was asked for. */
  InetSocketAddress address() throws StartupException {
    return allowed(host, port);
  }

  /** Where to serve HTTP, or null; refuses as {@link #address} does. */
  @Nullable InetSocketAddress httpAddress() throws StartupException {
    return http == null ? null : allowed(hostOf("--http", http), portOf("--http", http));
  }

  private InetSocketAddress allowed(String place, int number) throws StartupException {
    InetAddress address = resolve(place);
    if (!address.isLoopbackAddress() && !insecure) {
      throw new StartupException(
          StartupException.Kind.USAGE,
          "refusing to listen on "
              + place
              + ", which other machines can reach: this version has no mTLS yet, so anybody who"
              + " reaches the port could run code. Listen on 127.0.0.1, or add --insecure if the"
              + " network is yours alone");
    }
    return new InetSocketAddress(address, number);
  }

  private static InetAddress resolve(String place) throws StartupException {
    try {
      return InetAddress.getByName(place);
    } catch (UnknownHostException e) {
      throw new StartupException(
          StartupException.Kind.UNREACHABLE,
          "there is no host named " + place + " to listen on",
          e);
    }
  }

  /** Whether other machines reach it. */
  boolean isExposed() throws StartupException {
    return !resolve(host).isLoopbackAddress();
  }
}
