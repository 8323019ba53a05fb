package dev.stint.conformance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs as plain Java: most in one JVM together, those that need it in one of their own.
 */
final class PlainRuns {
  private static final long MOST_SECONDS = 120;

  private final Path folder;
  private final String classPath;

  PlainRuns(Path folder) {
    this(folder, System.getProperty("java.class.path"));
  }

  /**
   * @param folder where the JVMs write what the programs show
   */
  PlainRuns(Path folder, String classPath) {
    this.folder = folder;
    this.classPath = classPath;
  }

  /** What each program shows, by name. */
  Map<String, Result> run(List<Program> programs) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<String> together =
        new ArrayList<>(List.of(PlainRunner.class.getName(), folder.toString()));
    Map<String, Result> results = new HashMap<>();
    for (Program program : programs) {
      if (program.ownJvm()) {
        List<String> alone = List.of(program.mainClass());
        results.put(program.name(), java(program.name(), alone, program.stdin()));
      } else {
        together.add(program.name() + (program.tasklets() ? "+tasklets" : ""));
      }
    }
    Result batch = java("batch", together, "");
    if (batch.status() != 0) {
      throw new IllegalStateException("the JVM of the plain runs failed\n" + batch.err());
    }
    for (Program program : programs) {
      if (!program.ownJvm()) {
        int status = Integer.parseInt(Files.readString(folder.resolve(program.name() + ".status")));
        results.put(program.name(), read(program.name(), status));
      }
    }
    return results;
  }

  private Result java(String name, List<String> arguments, String stdin)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.add("-D" + TurnCounter.FOLDER_PROPERTY + "=" + folder);
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", classPath));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile())
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(stdin.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the plain run of " + name + " did not end");
    }
    return read(name, process.exitValue());
  }

  private Result read(String name, int status) throws IOException {
    String out = Files.readString(folder.resolve(name + ".out"));
    return new Result(out, Files.readString(folder.resolve(name + ".err")), status);
  }
}
