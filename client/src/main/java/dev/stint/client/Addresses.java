package dev.stint.client;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which coordinator is meant. */
final class Addresses {
  static final String DEFAULT = "localhost:7400";
  static final int DEFAULT_PORT = 7400;
  private static final int HIGHEST_PORT = 65_535;

  private Addresses() {}

  /** What {@link StintClient#connect()} connects to. */
  static String ofThisProcess() {
    return choose(System.getenv("STINT_ADDRESS"), ContextFile.place(System.getenv()));
  }

  /**
   * The first that says something: the variable, the current context, the default.
   *
   * @param contexts a properties file with {@code current=NAME} and {@code NAME.address=...}
   */
  static String choose(@Nullable String variable, Path contexts) {
    if (variable != null && !variable.isBlank()) {
      return variable;
    }
    ContextFile file = ContextFile.read(contexts);
    String current = file.current();
    if (current.isEmpty()) {
      return DEFAULT;
    }
    String address = file.addresses().get(current);
    if (address == null) {
      throw new IllegalArgumentException(
          contexts
              + " names the current context '"
              + current
              + "' but has no "
              + current
              + ".address. Add it, or set STINT_ADDRESS");
    }
    return address;
  }

  /** The address with its port; IPv6 literals are in brackets. */
  static String normalize(String address) {
    String text = address.strip();
    int colon = text.lastIndexOf(':');
    boolean hasPort =
        colon > text.lastIndexOf(']') && text.indexOf(':') == colon
            || colon > 0 && text.charAt(colon - 1) == ']';
    String host = hasPort ? text.substring(0, colon) : text;
    boolean bareIpv6 = !host.startsWith("[") && host.indexOf(':') >= 0;
    if (host.isEmpty() || bareIpv6 || host.contains("/") || host.contains(" ")) {
      throw notAnAddress(address);
    }
    return host + ":" + (hasPort ? port(address, text.substring(colon + 1)) : DEFAULT_PORT);
  }

  private static int port(String address, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw notAnAddress(address);
    }
    throw notAnAddress(address);
  }

  private static IllegalArgumentException notAnAddress(String address) {
    return new IllegalArgumentException(
        "'"
            + address
            + "' is no address: write host:port, for example localhost:7400 or [::1]:7400");
  }
}
