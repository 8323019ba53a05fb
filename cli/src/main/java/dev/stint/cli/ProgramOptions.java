package dev.stint.cli;

import dev.stint.client.JobSpec;
import dev.stint.client.MainProgram;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which program to run, and how. */
final class ProgramOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE [ARGUMENT...]",
      description = "The program, then its own arguments; put -- before those that begin with -.")
  private List<String> words = List.of();

  @Option(names = "--main", paramLabel = "CLASS", description = "The main class.")
  private String main = "";

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATH",
      description = "Jars and folders that the program needs, as for java.")
  private String classpath = "";

  @Option(
      names = "--file",
      paramLabel = "NAME=PATH",
      description = "Ship a file; Tasklet.file(NAME) is its path on every node.")
  private Map<String, Path> files = new LinkedHashMap<>();

  @Option(
      names = "--torture",
      paramLabel = "N",
      description = "Freeze at every N-th safepoint and go on elsewhere.")
  private int torture;

  @Option(names = "--name", paramLabel = "NAME", description = "What the job is called.")
  private String name = "";

  /** Compiles it where it is source; what the compiler says goes to the shell's error output. */
  Program prepare(Shell shell) {
    return Program.of(words, main, Classpaths.split(classpath), shell.err());
  }

  JobSpec spec(Program program) {
    JobSpec spec = JobSpec.named(name.isEmpty() ? program.name() : name).torture(torture);
    for (Map.Entry<String, Path> file : files.entrySet()) {
      spec = spec.file(file.getKey(), file.getValue());
    }
    return spec;
  }

  /** The program as it is shipped. */
  static MainProgram shipped(Program program, boolean withInput) {
    return new MainProgram(
        program.mainClass(), program.arguments(), program.classpath(), withInput);
  }
}
