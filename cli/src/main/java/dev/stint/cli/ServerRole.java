package dev.stint.cli;

import java.util.List;
import java.util.stream.Stream;

/** The processes of a cluster. */
enum ServerRole {
  COORDINATOR(
      "dev.stint.coordinator.CoordinatorMain",
      // What Hazelcast asks for on current JDKs, and a way round its thread per callback on small
      // machines.
      "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
      "--add-modules=java.se",
      "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
      "--add-opens=java.base/java.lang=ALL-UNNAMED",
      "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
      "--add-opens=java.management/sun.management=ALL-UNNAMED",
      "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED"),
  NODE(
      "dev.stint.node.NodeMain",
      // What images read the state of JDK classes by; a test holds it to the image module's list.
      "--add-opens=java.base/java.io=ALL-UNNAMED",
      "--add-opens=java.base/java.nio.charset=ALL-UNNAMED",
      "--add-opens=java.base/java.security=ALL-UNNAMED",
      "--add-opens=java.base/java.time.format=ALL-UNNAMED",
      "--add-opens=java.base/java.util=ALL-UNNAMED",
      "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
      "--add-opens=java.base/java.util.regex=ALL-UNNAMED",
      "--add-opens=java.base/java.util.zip=ALL-UNNAMED",
      "--add-opens=java.base/jdk.internal.random=ALL-UNNAMED",
      "--add-opens=java.base/sun.security.provider=ALL-UNNAMED");

  private static final List<String> COMMON =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xshare:auto",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final String mainClass;
  private final List<String> flags;

  ServerRole(String mainClass, String... flags) {
    this.mainClass = mainClass;
    this.flags = List.of(flags);
  }

  String mainClass() {
    return mainClass;
  }

  /** What its JVM is started with. */
  List<String> flags() {
    return Stream.concat(COMMON.stream(), flags.stream()).toList();
  }
}
