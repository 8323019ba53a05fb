package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ./stint} in a checkout of its own, with a JDK and a Maven that only pretend.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "basename",
          "bash",
          "cat",
          "chmod",
          "cksum",
          "dirname",
          "env",
          "find",
          "flock",
          "grep",
          "ln",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tail",
          "tee",
          "tr",
          "uniq",
          "wc",
          "xargs");

  /** Makes a jar that bears the number of the call; fails or waits if the test wants that. */
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo "$@" >>"$CHECKOUT/calls"
      while [ -e "$CHECKOUT/wait" ]; do sleep 0.02; done
      for each; do case $each in -Dstint.lib=*) lib=${each#-Dstint.lib=} ;; esac; done
      wc -l <"$CHECKOUT/calls" >"$lib/a.jar"
      if [ -e "$CHECKOUT/fail" ]; then echo "[ERROR] broken"; exit 1; fi
      echo "[INFO] BUILD SUCCESS"
      """;

  /** Shows the jar that it was started with, and waits for the end of its input. */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      while [ $# -gt 0 ] && [ "$1" != -cp ]; do shift; done
      jar=${2%/\\*}/a.jar
      echo "started with" $(cat "$jar")
      cat
      echo "ended with" $(cat "$jar")
      """;

  @TempDir Path dir;

  private Path checkout;
  private Path tools;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Files.createDirectories(dir.resolve("check out"));
    executable(checkout.resolve("stint"), Files.readString(Path.of("..", "stint")));
    Files.writeString(checkout.resolve("pom.xml"), "");
    Files.createDirectories(checkout.resolve("m/src/main"));
    Files.writeString(checkout.resolve("m/pom.xml"), "");
    change("m/src/main/A.java");
    tools = Files.createDirectories(dir.resolve("tools"));
    for (String tool : TOOLS) {
      lend(tool);
    }
    executable(tools.resolve("mvn"), MAVEN);
  }

  @Test
  void a_java_home_that_is_no_jdk_25_gives_one_clear_sentence() throws Exception {
    Path old = jdk("17.0.15");
    Run run = run(old, null, "version");
    assertThat(run.err())
        .isEqualTo(
            "stint: STINT_JAVA_HOME is "
                + old
                + ", which is no JDK 25 or newer. Point it at one, or unset it.\n");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void an_old_jdk_first_on_the_path_is_passed_over() throws Exception {
    Files.createSymbolicLink(tools.resolve("java"), jdk("17.0.15").resolve("bin/java"));
    Run run = run(null, jdk("25.0.1"), "version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("started with 1");
  }

  @Test
  void without_maven_it_says_how_to_get_it() throws Exception {
    Files.delete(tools.resolve("mvn"));
    Run run = run("version");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("stint: Maven (mvn) is needed to build Stint and is not on the PATH")
        .contains("apt-get install maven")
        .hasLineCount(1);
  }

  @Test
  void it_is_built_once_and_again_after_a_change() throws Exception {
    assertThat(run("version").out()).contains("started with 1");
    assertThat(run("version").out()).contains("started with 1");
    change("m/src/main/A.java");
    assertThat(run("version").out()).contains("started with 2");
  }

  @Test
  void a_build_that_fails_says_why_and_leaves_the_jars_before_it() throws Exception {
    run("version");
    change("m/src/main/B.java");
    Files.createFile(checkout.resolve("fail"));
    Run run = run("version");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("[ERROR] broken", "stint: the build failed");
    assertThat(checkout.resolve("target/dist/lib/a.jar")).hasContent("1\n");
  }

  @Test
  void a_test_run_that_fails_is_no_build() throws Exception {
    run("version");
    change("m/src/main/A.java");
    Files.createFile(checkout.resolve("fail"));
    assertThat(run("test").exitCode()).isEqualTo(1);
    Files.delete(checkout.resolve("fail"));
    assertThat(run("version").out()).contains("started with 3");
  }

  @Test
  void a_test_run_of_a_part_is_no_build() throws Exception {
    assertThat(run("test", "-pl", "m").exitCode()).isZero();
    assertThat(run("version").out()).contains("started with 2");
  }

  @Test
  void a_test_run_of_everything_is_a_build() throws Exception {
    assertThat(run("test").exitCode()).isZero();
    assertThat(run("version").out()).contains("started with 1");
  }

  @Test
  void two_at_once_build_once() throws Exception {
    Files.createFile(checkout.resolve("wait"));
    Process first = start(jdk("25"), null, "version");
    assertThat(first.errorReader().readLine()).startsWith("building Stint");
    Process second = start(jdk("25"), null, "version");
    assertThat(second.errorReader().readLine()).startsWith("stint: waiting for another build");
    Files.delete(checkout.resolve("wait"));
    for (Process each : List.of(first, second)) {
      each.getOutputStream().close();
      assertThat(each.inputReader().lines()).contains("started with 1");
    }
    assertThat(Files.readAllLines(checkout.resolve("calls"))).hasSize(1);
  }

  @Test
  void a_build_leaves_running_programs_their_jars() throws Exception {
    Process running = start(jdk("25"), null, "dev");
    assertThat(running.inputReader().readLine()).isEqualTo("started with 1");
    change("m/src/main/A.java");
    assertThat(run("version").out()).contains("started with 2");
    running.getOutputStream().close();
    assertThat(running.inputReader().readLine()).isEqualTo("ended with 1");
    running.waitFor();

    change("m/src/main/A.java");
    assertThat(run("version").out()).contains("started with 3");
    try (Stream<Path> files = Files.list(checkout.resolve("target/dist"))) {
      assertThat(files.filter(Files::isDirectory).filter(file -> !Files.isSymbolicLink(file)))
          .hasSize(1);
    }
  }

  /** What one run left behind. */
  private record Run(int exitCode, String out, String err) {}

  private Run run(String... arguments) throws Exception {
    return run(jdk("25.0.1"), null, arguments);
  }

  private Run run(Path stintJavaHome, Path javaHome, String... arguments) throws Exception {
    Path err = Files.createTempFile(dir, "err", "");
    ProcessBuilder builder = builder(stintJavaHome, javaHome, arguments);
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, Files.readString(err));
  }

  private Process start(Path stintJavaHome, Path javaHome, String... arguments) throws IOException {
    return builder(stintJavaHome, javaHome, arguments).start();
  }

  private ProcessBuilder builder(Path stintJavaHome, Path javaHome, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(checkout.resolve("stint").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", dir.toString());
    builder.environment().put("CHECKOUT", checkout.toString());
    if (stintJavaHome != null) {
      builder.environment().put("STINT_JAVA_HOME", stintJavaHome.toString());
    }
    if (javaHome != null) {
      builder.environment().put("JAVA_HOME", javaHome.toString());
    }
    return builder;
  }

  private Path jdk(String version) throws IOException {
    Path home = dir.resolve("jdk-" + version);
    Files.createDirectories(home.resolve("bin"));
    executable(home.resolve("bin/java"), JAVA);
    executable(home.resolve("bin/javac"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** Writes a source, younger than all that has been built. */
  private void change(String file) throws IOException {
    Path source = Files.writeString(checkout.resolve(file), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private void lend(String tool) throws IOException {
    for (String folder : System.getenv("PATH").split(":")) {
      Path real = Path.of(folder, tool);
      if (Files.isExecutable(real)) {
        executable(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        return;
      }
    }
  }
}
