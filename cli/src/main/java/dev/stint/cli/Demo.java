package dev.stint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The demonstration from beginning to end. */
final class Demo {
  private static final String ON_CLUSTER = "dev.stint.examples.census.CensusJob";
  private static final String PLAIN = "dev.stint.examples.census.CensusPlain";

  private final Shell shell;
  private final int nodes;
  private final List<String> arguments;
  private final String html;

  Demo(Shell shell, int nodes, List<String> arguments, String html) {
    this.shell = shell;
    this.nodes = nodes;
    this.arguments = arguments;
    this.html = html;
  }

  /** What one way of running the program gave. */
  private record Answer(List<String> lines, Duration took) {}

  /** Returns 0 if both answers are the same. */
  int run() {
    say("starting a coordinator and " + nodes + " nodes, each a process of its own ...");
    int carriers = Math.max(1, Runtime.getRuntime().availableProcessors() / nodes);
    Answer onCluster;
    Answer plain;
    try (LocalCluster cluster = LocalCluster.at(shell, 0);
        Interruption _ = Interruption.calls(LocalCluster.END, cluster::close)) {
      cluster.start(nodes, carriers);
      say("up at " + cluster.address() + "; the job: " + String.join(" ", arguments));
      onCluster = onCluster(cluster);
      say("the same program, plainly in one JVM ...");
      plain = plain(cluster.data());
    }
    return compare(onCluster, plain);
  }

  private Answer onCluster(LocalCluster cluster) {
    List<String> all = new ArrayList<>(arguments);
    if (!html.isEmpty()) {
      all.addAll(List.of("--html", Path.of(html).toAbsolutePath().toString()));
    }
    Map<String, String> variables = Map.of("STINT_ADDRESS", cluster.address());
    Path output = cluster.data().resolve("cluster-answer.txt");
    Path log = cluster.data().resolve("cluster-job.log");
    long begin = System.nanoTime();
    try (ChildProcess job = start("the job", ON_CLUSTER, all, variables, output, log);
        DemoWatch watch = DemoWatch.start(shell, cluster.address())) {
      while (job.isAlive()) {
        watch.look();
      }
      requireSuccess(job);
    }
    return new Answer(read(output), Duration.ofNanos(System.nanoTime() - begin));
  }

  private Answer plain(Path data) {
    Path output = data.resolve("plain-answer.txt");
    Path log = data.resolve("plain.log");
    long begin = System.nanoTime();
    try (ChildProcess program =
        start("the plain program", PLAIN, arguments, Map.of(), output, log)) {
      requireSuccess(program);
    }
    return new Answer(read(output), Duration.ofNanos(System.nanoTime() - begin));
  }

  private static ChildProcess start(
      String name,
      String mainClass,
      List<String> arguments,
      Map<String, String> variables,
      Path output,
      Path log) {
    List<String> flags = List.of("-Xlog:disable", "-Xlog:all=error:stderr");
    return ChildProcess.start(
        new ChildProcess.Plan(name, flags, mainClass, arguments, variables, output, log));
  }

  private void requireSuccess(ChildProcess program) {
    int status = program.await();
    if (status != 0) {
      program.lastLines().forEach(shell.err()::println);
      throw new CommandFailure(
          ExitCode.JOB_FAILED, program.name() + " ended with status " + status + ", see above");
    }
  }

  private int compare(Answer onCluster, Answer plain) {
    List<String> report = onCluster.lines();
    report.forEach(shell.out()::println);
    say("");
    say("the answers side by side (first and last lines of " + report.size() + "):");
    SideBySide table = new SideBySide("on the cluster", "plainly in one JVM");
    table
        .render(excerpt(onCluster.lines()), excerpt(plain.lines()))
        .forEach(line -> say("  " + line));
    say(
        "  took "
            + Shown.duration(onCluster.took())
            + " on the cluster and "
            + Shown.duration(plain.took())
            + " plainly, each JVM's start included");
    boolean equal = answer(onCluster).equals(answer(plain));
    say(equal ? "EQUAL: the job gave the same answer on the cluster." : "NOT EQUAL.");
    shell.out().flush();
    return equal ? ExitCode.OK : ExitCode.JOB_FAILED;
  }

  /** Where the page was written is no part of the answer. */
  private static List<String> answer(Answer answer) {
    return answer.lines().stream().filter(line -> !line.startsWith("written to ")).toList();
  }

  /** The heading's block and the last line. */
  private static List<String> excerpt(List<String> lines) {
    List<String> text = lines.stream().dropWhile(String::isBlank).toList();
    List<String> head = new ArrayList<>(text.stream().takeWhile(line -> !line.isBlank()).toList());
    text.stream().filter(line -> line.startsWith("digest ")).forEach(head::add);
    return head;
  }

  private void say(String line) {
    shell.out().println(line);
    shell.out().flush();
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.JOB_FAILED, file + " cannot be read (" + e.getMessage() + ")");
    }
  }
}
