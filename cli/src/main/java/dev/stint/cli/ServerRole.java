package dev.stint.cli;

import dev.stint.image.JdkOpens;
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
  NODE("dev.stint.node.NodeMain", JdkOpens.flags().toArray(String[]::new));

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
