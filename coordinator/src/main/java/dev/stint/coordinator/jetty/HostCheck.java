package dev.stint.coordinator.jetty;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a browser thinks it talks to. A page from elsewhere can point a name of its own at this
 * address (DNS rebinding) and would then read what jobs print; its requests carry that name. So
 * only loopback's names, the name that was configured and literal addresses, which nobody can
 * rebind, are answered.
 */
record HostCheck(String configured) {
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
  private static final Pattern PORT = Pattern.compile(":\\d+$");

  /** Whether a Host header names this server. */
  boolean allows(@Nullable String header) {
    if (header == null) {
      return false;
    }
    String host = PORT.matcher(header.toLowerCase(Locale.ROOT)).replaceFirst("");
    return host.equals("localhost")
        || host.equals(configured.toLowerCase(Locale.ROOT))
        || ADDRESS.matcher(host).matches();
  }
}
