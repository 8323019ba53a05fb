package dev.stint.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts in the JVM of an instrumented program, and writes the counts when that ends. */
public final class TurnCounter {
  static final String FOLDER_PROPERTY = "conformance.turns";
  private static final ConcurrentHashMap<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

  static {
    Path folder = Path.of(System.getProperty(FOLDER_PROPERTY));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(folder)));
  }

  private TurnCounter() {}

  /** Called by instrumented programs before each backward branch. */
  public static void turn(String site) {
    COUNTS.computeIfAbsent(site, s -> new LongAdder()).increment();
  }

  private static void write(Path folder) {
    StringBuilder text = new StringBuilder();
    COUNTS.forEach((site, count) -> text.append(count).append(' ').append(site).append('\n'));
    try {
      Files.writeString(folder.resolve(ProcessHandle.current().pid() + ".turns"), text);
    } catch (IOException e) {
      e.printStackTrace();
    }
  }
}
