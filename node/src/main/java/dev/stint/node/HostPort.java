package dev.stint.node;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where something listens. */
public record HostPort(String host, int port) {
  private static final int MAX_PORT = 65_535;

  /** Refuses ports outside 0 to 65535 with {@link IllegalArgumentException}. */
  public HostPort {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is from 0 to " + MAX_PORT + ", not " + port);
    }
  }

  /**
   * Reads {@code host:port}, {@code [v6]:port} or {@code host} with a default port.
   *
   * @throws IllegalArgumentException if it is neither, with a message for the user
   */
  public static HostPort parse(String text, int defaultPort) {
    int colon = text.lastIndexOf(':');
    boolean bareV6 = colon >= 0 && text.indexOf(':') != colon && !text.contains("]");
    if (text.isBlank() || bareV6) {
      throw unreadable(text);
    }
    if (colon < 0 || text.endsWith("]")) {
      return new HostPort(unbracketed(text), defaultPort);
    }
    try {
      String host = colon == 0 ? "localhost" : unbracketed(text.substring(0, colon));
      return new HostPort(host, Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw unreadable(text);
    }
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is no address; write host:port, for example localhost:7400 or [::1]:7400");
  }

  /** Whether only this machine can reach it. An unknown host is not. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether it stands for all interfaces of the machine. */
  public boolean isWildcard() {
    return host.equals("0.0.0.0") || host.equals("::") || host.equals("*");
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
