package dev.stint.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A coordinator or a node as a process of this command. */
final class ServerProcess implements AutoCloseable {
  /** A node on its way out drains for at most 25 s. */
  private static final Duration ORDERLY_END = Duration.ofSeconds(30);

  private final String name;
  private final Process process;
  private final Path log;

  private ServerProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Starts one that ends with this process, whatever ends this process. */
  static ServerProcess start(String name, ServerRole role, Path log, List<String> arguments) {
    List<String> command = command(role, Leash.class.getName());
    command.add(role.mainClass());
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new ServerProcess(name, process, log);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.JOB_FAILED, name + " cannot be started (" + e.getMessage() + ")");
    }
  }

  /** Runs one with this command's terminal, until it ends; returns its exit status. */
  static int runInForeground(Shell shell, ServerRole role, List<String> arguments) {
    List<String> command = command(role, role.mainClass());
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      try (Interruption _ = Interruption.calls(() -> end(process))) {
        return process.waitFor();
      }
    } catch (IOException e) {
      shell.say("stint: " + role.mainClass() + " cannot be started (" + e.getMessage() + ")");
      return ExitCode.JOB_FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(ORDERLY_END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private static List<String> command(ServerRole role, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(JavaHome.path().resolve("bin").resolve("java").toString());
    command.addAll(role.flags());
    command.add("-cp");
    command.add(absolute(ManagementFactory.getRuntimeMXBean().getClassPath()));
    command.add(mainClass);
    return command;
  }

  private static String absolute(String classpath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Calls back when the process has ended by itself or by us. */
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
      process.waitFor(ORDERLY_END.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
