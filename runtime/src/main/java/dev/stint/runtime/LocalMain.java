package dev.stint.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Runs a main class in this JVM as a job's root tasklet, with or without torture, to its end. */
public final class LocalMain {
  private final TaskletEngine engine;

  /** Runs main classes on this engine. */
  public LocalMain(TaskletEngine engine) {
    this.engine = engine;
  }

  /**
   * What to run.
   *
   * @param classPath jars and folders, in order
   * @param input what the program reads from standard input
   * @param tortureEvery freeze and thaw at every so many safepoints; 0 is never
   */
  public record Request(
      List<Path> classPath,
      String mainClass,
      List<String> arguments,
      byte[] input,
      int tortureEvery) {
    public Request {
      classPath = List.copyOf(classPath);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What a run showed.
   *
   * @param err ends with the stack trace, as a JVM prints it, if the main method threw
   * @param status 0; 1 if the main method threw; what the program gave to {@code System.exit}
   */
  public record Result(
      String out, String err, int status, TortureReport torture, List<PinnedSite> pinnedSites) {}

  /**
   * Runs it, waiting for its end.
   *
   * @throws IOException if the class path cannot be read, naming the entry
   * @throws IllegalArgumentException if there is no such main class
   */
  public Result run(Request request) throws IOException, InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    LocalHost host = new LocalHost(out, err, new ByteArrayInputStream(request.input()), Map.of());
    JobCode code =
        new JobCode(
            digestOf(request.classPath()), request.classPath(), List.of(request.mainClass()));
    JobSettings settings = JobSettings.named(request.mainClass()).torture(request.tortureEvery());
    try (JobRuntime job = engine.open(code, settings, host)) {
      job.startMain(host.newCell(), request.mainClass(), request.arguments());
      CellOutcome outcome = host.end().get();
      return new Result(
          text(out),
          text(err) + trailOf(outcome),
          statusOf(outcome),
          job.torture(),
          job.pinnedSites());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a local job cannot fail", e);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String trailOf(CellOutcome outcome) {
    return outcome instanceof CellOutcome.Threw threw
        ? "Exception in thread \"main\" " + String.join("\n", threw.stack()) + "\n"
        : "";
  }

  private static int statusOf(CellOutcome outcome) {
    return switch (outcome) {
      case CellOutcome.Returned returned -> 0;
      case CellOutcome.Threw threw -> 1;
      case CellOutcome.Exited exited -> exited.status();
      case CellOutcome.Cancelled cancelled -> 1;
    };
  }

  /** A digest of a class path by content and order. */
  static String digestOf(List<Path> classPath) throws IOException {
    MessageDigest digest = OwnCode.sha256();
    for (Path entry : classPath) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(entry)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        digest.update(entry.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
