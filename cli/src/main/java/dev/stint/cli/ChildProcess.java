package dev.stint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM that this process has started and that does not outlive it, whatever ends it. */
final class ChildProcess implements AutoCloseable {
  private static final Duration DEATH = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Path log;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * What to start.
   *
   * @param name for messages
   * @param variables added to this process's own
   * @param output where its standard output goes; the same as {@code log} to mix them
   * @param log where its error output goes
   */
  record Plan(
      String name,
      List<String> flags,
      String mainClass,
      List<String> arguments,
      Map<String, String> variables,
      Path output,
      Path log) {}

  static ChildProcess start(Plan plan) {
    List<String> arguments =
        Stream.concat(Stream.of(plan.mainClass()), plan.arguments().stream()).toList();
    ProcessBuilder builder =
        new ProcessBuilder(JavaCommand.of(plan.flags(), Leash.class.getName(), arguments));
    builder.environment().putAll(plan.variables());
    builder.redirectOutput(plan.output().toFile());
    if (plan.output().equals(plan.log())) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(plan.log().toFile());
    }
    try {
      return new ChildProcess(plan.name(), builder.start(), plan.log());
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.JOB_FAILED, plan.name() + " cannot be started (" + e.getMessage() + ")");
    }
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end; returns its exit status. */
  int await() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted");
    }
  }

  /** Calls back when it has ended, by itself or by us. */
  void onEnd(Runnable action) {
    process.onExit().thenRun(action);
  }

  /** The last line of its log that says something, for a message. */
  String lastWords() {
    try {
      return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
          .filter(line -> !line.isBlank())
          .reduce((first, second) -> second)
          .orElse("it said nothing");
    } catch (IOException e) {
      return "its log cannot be read: " + log;
    }
  }

  /** Ends it at once; what it holds is lost. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(DEATH.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
