package dev.stint.client;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this JVM's process tells about its user. */
final class ThisProcess {
  private ThisProcess() {}

  /** A system property; empty if there is none. */
  static String property(String name) {
    String value = System.getProperty(name);
    return value == null ? "" : value;
  }

  /** Where Stint keeps its settings; the XDG base directory specification says where. */
  static Path configFolder(Map<String, String> environment) {
    return folder(environment.get("XDG_CONFIG_HOME"), ".config");
  }

  /** Where Stint keeps what it can compute again. */
  static Path cacheFolder() {
    return folder(System.getenv("XDG_CACHE_HOME"), ".cache");
  }

  private static Path folder(@Nullable String value, String underHome) {
    Path base =
        value == null || value.isBlank()
            ? Path.of(property("user.home"), underHome)
            : Path.of(value);
    return base.resolve("stint");
  }
}
