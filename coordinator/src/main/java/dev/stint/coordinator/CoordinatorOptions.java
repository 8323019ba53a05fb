package dev.stint.coordinator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * How a coordinator is started.
 *
 * @param data the folder of its log, blobs and outputs
 * @param host where it listens
 * @param port where it listens; 0 takes any free port
 * @param insecure whether it may listen where other machines reach it without mTLS
 */
public record CoordinatorOptions(Path data, String host, int port, boolean insecure) {
  /** Where clients and nodes look for a coordinator. */
  public static final int DEFAULT_PORT = 7400;

  private static final int MAX_PORT = 65_535;

  /** The words that {@link #parse} understands. */
  public static final String USAGE =
      """
      coordinator --data DIR [--listen HOST:PORT] [--insecure]
        --data DIR           folder of the log, blobs and outputs; one process at a time
        --listen HOST:PORT   where to listen (default 127.0.0.1:7400; port 0 takes a free one)
        --insecure           listen beyond loopback without mTLS; anybody who reaches the port
                             can run code on the nodes\
      """;

  /** On loopback, for a cluster in one JVM. */
  public static CoordinatorOptions loopback(Path data) {
    return new CoordinatorOptions(data, "127.0.0.1", 0, false);
  }

  /** Options from a command line. */
  public static CoordinatorOptions parse(String... arguments) throws StartupException {
    Path data = null;
    String listen = "127.0.0.1:" + DEFAULT_PORT;
    boolean insecure = false;
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      switch (name) {
        case "--insecure" -> insecure = true;
        case "--data" -> data = Path.of(valueOf(name, arguments, ++i));
        case "--listen" -> listen = valueOf(name, arguments, ++i);
        default -> throw usage("unknown argument '" + name + "'");
      }
    }
    if (data == null) {
      throw usage("--data is missing");
    }
    int colon = listen.lastIndexOf(':');
    if (colon <= 0) {
      throw usage("--listen takes HOST:PORT, not '" + listen + "'");
    }
    String host = listen.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
    return new CoordinatorOptions(data, host, portOf(listen.substring(colon + 1)), insecure);
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
    InetAddress address = resolve();
    if (!address.isLoopbackAddress() && !insecure) {
      throw new StartupException(
          StartupException.Kind.USAGE,
          "refusing to listen on "
              + host
              + ", which other machines can reach: this version has no mTLS yet, so anybody who"
              + " reaches the port could run code. Listen on 127.0.0.1, or add --insecure if the"
              + " network is yours alone");
    }
    return new InetSocketAddress(address, port);
  }

  private InetAddress resolve() throws StartupException {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new StartupException(
          StartupException.Kind.UNREACHABLE, "there is no host named " + host + " to listen on", e);
    }
  }

  /** Whether other machines reach it. */
  boolean isExposed() throws StartupException {
    return !resolve().isLoopbackAddress();
  }
}
