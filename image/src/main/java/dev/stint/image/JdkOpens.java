package dev.stint.image;

import java.util.List;

/**
 * The packages of the JDK whose fields must be open for everything that can travel to travel. Nodes
 * are started so. In a JVM that is not, the few objects that need it stay where they are, and the
 * reason says which package to open.
 */
public final class JdkOpens {
  private static final List<String> PACKAGES =
      List.of(
          "java.io",
          "java.nio.charset",
          "java.security",
          "java.time.format",
          "java.util",
          "java.util.concurrent",
          "java.util.regex",
          "java.util.zip",
          "jdk.internal.random",
          "sun.security.provider");

  private JdkOpens() {}

  /** The options of {@code java} that open them to classes of the class path. */
  public static List<String> flags() {
    return PACKAGES.stream().map(JdkOpens::flag).toList();
  }

  /** Advice for a class whose package is not open. */
  static String advice(Class<?> closed) {
    return "this JVM does not show its fields. Start it with "
        + flag(closed.getPackageName())
        + ", as nodes are";
  }

  private static String flag(String name) {
    return "--add-opens=java.base/" + name + "=ALL-UNNAMED";
  }
}
