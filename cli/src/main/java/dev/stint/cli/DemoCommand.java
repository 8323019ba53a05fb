package dev.stint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    footer = "  stint demo",
    description = {
      "Runs a real job on a local cluster and shows it move while a node is drained.",
      "The job is a census of the Java sources of the running JDK. The same program then runs plainly"
          + " in one JVM, and the answers are compared."
    })
final class DemoCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--input",
      paramLabel = "ZIP|FOLDER",
      description = "Java sources to count; the running JDK's lib/src.zip unless said otherwise.")
  private String input = "";

  @Option(
      names = "--only",
      paramLabel = "PREFIX",
      description = "Only packages whose folder begins so, for example java.base/java/util.")
  private String only = "";

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "How many nodes; 3 unless said otherwise.")
  private int nodes = 3;

  @Option(names = "--html", paramLabel = "FILE", description = "Also write the report as a page.")
  private String html = "";

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (nodes < 2) {
      throw new CommandFailure(
          ExitCode.USAGE, "the demo drains a node, so it needs at least 2 nodes, not " + nodes);
    }
    Path sources = input.isEmpty() ? jdkSources() : Classpaths.existing(input);
    List<String> arguments =
        new ArrayList<>(List.of("--input", sources.toAbsolutePath().toString()));
    if (!only.isEmpty()) {
      arguments.addAll(List.of("--only", only));
    }
    return new Demo(shell, nodes, arguments, html).run();
  }

  private static Path jdkSources() {
    Path zip = JavaHome.path().resolve("lib").resolve("src.zip");
    if (!Files.exists(zip)) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          "this JDK has no sources ("
              + zip
              + " is not there). Name a zip or folder of Java sources with --input");
    }
    return zip;
  }
}
