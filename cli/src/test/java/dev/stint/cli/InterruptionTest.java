package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.Job;
import dev.stint.client.JobSpec;
import dev.stint.client.MainProgram;
import dev.stint.client.OutputPart;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, with a real signal to a real process. What hangs fails by the time limit. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kill -INT is a command of Unix")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class InterruptionTest {
  @TempDir Path dir;

  @Test
  void the_job_of_run_is_cancelled_and_what_was_compiled_is_removed() throws Exception {
    try (Victim victim = run("running")) {
      victim.reads("running");
      victim.interrupt();
      victim.reads("cancelled");
      assertThat(victim.exitCode()).isEqualTo(130);
    }
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void a_job_on_its_way_to_the_cluster_is_cancelled_when_it_is_there() throws Exception {
    try (Victim victim = run("submitting")) {
      victim.reads("submitting");
      victim.interrupt();
      victim.reads("interrupted");
      victim.reads("cancelled");
      assertThat(victim.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void a_cluster_that_does_not_answer_does_not_hold_up_the_end() throws Exception {
    try (Victim victim = run("silent")) {
      victim.reads("running");
      victim.interrupt();
      victim.reads("stint: the cluster does not answer, so job j7 may go on");
      assertThat(victim.exitCode()).isEqualTo(130);
    }
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void a_second_one_ends_at_once() throws Exception {
    try (Victim victim = victim(Endless.class)) {
      victim.reads("ready");
      victim.interrupt();
      victim.reads("ending");
      victim.interrupt();
      assertThat(victim.exitCode()).isEqualTo(130);
    }
  }

  private List<Path> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(file -> file.getFileName().toString().startsWith("stint-run-")).toList();
    }
  }

  private Victim run(String cluster) throws IOException {
    Path source = Files.writeString(dir.resolve("Count.java"), "class Count { void main() {} }");
    return victim(RunOnFake.class, cluster, source.toString());
  }

  private Victim victim(Class<?> main, String... arguments) throws IOException {
    List<String> flags = List.of("-Djava.io.tmpdir=" + dir);
    List<String> command = new ArrayList<>(listening());
    command.addAll(JavaCommand.of(flags, main.getName(), List.of(arguments)));
    return new Victim(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /**
   * What makes a command heed SIGINT. A shell that runs the tests in the background has it ignored,
   * and processes inherit that.
   */
  private static List<String> listening() throws IOException {
    List<String> env = List.of("env", "--default-signal=INT");
    List<String> attempt = new ArrayList<>(env);
    attempt.add("true");
    try {
      boolean known = new ProcessBuilder(attempt).redirectErrorStream(true).start().waitFor() == 0;
      return known ? env : List.of();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private record Victim(Process process) implements AutoCloseable {
    /** Reads until there is a line that begins so. */
    void reads(String line) throws IOException {
      BufferedReader lines = process.inputReader();
      String next = lines.readLine();
      while (next != null && !next.startsWith(line)) {
        next = lines.readLine();
      }
      assertThat(next).as("a line that begins with '%s'", line).isNotNull();
    }

    void interrupt() throws Exception {
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    }

    int exitCode() throws InterruptedException {
      return process.waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  /** Takes forever to end, unless it is interrupted twice. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] arguments) throws InterruptedException {
      CountDownLatch never = new CountDownLatch(1);
      try (Interruption _ =
          Interruption.calls(
              Duration.ofDays(1),
              () -> {
                say("ending");
                waitFor(never);
              })) {
        say("ready");
        never.await();
      }
    }
  }

  /** Runs a source file on a cluster that behaves in a certain way. */
  static final class RunOnFake {
    private RunOnFake() {}

    public static void main(String[] arguments) {
      Shell shell =
          new Shell(
              System.out,
              System.err,
              new ByteArrayInputStream(new byte[0]),
              Map.of(),
              Screen.NONE,
              _ -> new SlowCluster(arguments[0]));
      System.exit(Stint.run(shell, "run", arguments[1]));
    }
  }

  /** A cluster whose job goes on until it is cancelled. */
  private static final class SlowCluster extends FakeCluster {
    private final String behaviour;
    private final CountDownLatch end = new CountDownLatch(1);

    SlowCluster(String behaviour) {
      this.behaviour = behaviour;
    }

    @Override
    public Job<Void> submitMain(JobSpec spec, MainProgram program) {
      Job<Void> job = endless(super.submitMain(spec, program));
      if (behaviour.equals("submitting")) {
        CountDownLatch interrupted = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(interrupted::countDown));
        say("submitting");
        waitFor(interrupted);
        say("interrupted");
      }
      return job;
    }

    @SuppressWarnings("unchecked")
    private Job<Void> endless(Job<Void> job) {
      return (Job<Void>)
          Proxy.newProxyInstance(
              Job.class.getClassLoader(),
              new Class<?>[] {Job.class},
              (_, method, arguments) ->
                  switch (method.getName()) {
                    case "cancel" -> cancel();
                    case "outputParts" -> output();
                    default -> method.invoke(job, arguments);
                  });
    }

    private Object cancel() {
      if (behaviour.equals("silent")) {
        waitFor(new CountDownLatch(1));
      }
      say("cancelled");
      end.countDown();
      return null;
    }

    private Stream<OutputPart> output() {
      say("running");
      waitFor(end);
      return Stream.empty();
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
