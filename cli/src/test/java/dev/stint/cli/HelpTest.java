package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the commands say of themselves. */
class HelpTest {
  @TestFactory
  Stream<DynamicTest> every_command_has_a_help_with_an_example_that_begins_with_its_name() {
    return paths().stream()
        .map(path ->
            DynamicTest.dynamicTest(
                "stint " + path,
                () -> {
                  Invocation help =
                      Invocation.of(new FakeCluster(), (path + " --help").strip().split(" "));
                  assertThat(help.exitCode()).isZero();
                  assertThat(help.err()).isEmpty();
                  assertThat(help.out()).contains("Usage: stint", "--help", "Examples:");
                  assertThat(help.out().lines()).anyMatch(line -> line.contains("  stint " + path));
                }));
  }

  /** All commands whose verbs do something. */
  private static List<String> paths() {
    Invocation none = Invocation.of(new FakeCluster(), "--help");
    assertThat(none.exitCode()).isZero();
    List<String> paths = new ArrayList<>();
    collect(Stint.commands(FakeScreen.shell(), ""), "", paths);
    return paths;
  }

  private static void collect(CommandLine command, String path, List<String> paths) {
    if (command.getSubcommands().isEmpty()) {
      paths.add(path);
    }
    command
        .getSubcommands()
        .forEach((name, sub) -> collect(sub, (path + " " + name).strip(), paths));
  }

  @ParameterizedTest
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  @ValueSource(
      strings = {
        "--help",
        "node ls --help",
        "node start --help",
        "coordinator start --help",
        "version",
        "completion bash",
        "context ls"
      })
  void nothing_of_the_network_is_loaded_where_no_cluster_is_asked(String line) throws Exception {
    List<String> loaded = classesOf(line);
    assertThat(loaded).anyMatch(name -> name.contains("dev.stint.cli.Stint "));
    assertThat(loaded)
        .noneMatch(name -> name.contains(" io.grpc.") || name.contains("dev.stint.client.grpc"));
  }

  private static List<String> classesOf(String line) throws IOException, InterruptedException {
    List<String> command =
        JavaCommand.of(
            List.of("-Xlog:class+load:stdout"), Stint.class.getName(), List.of(line.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().filter(each -> each.contains("source:")).toList();
  }

  @Test
  void only_the_invoked_command_is_made() {
    assertThat(Stint.commands(FakeScreen.shell(), "node").getSubcommands().keySet())
        .containsExactly("node");
    assertThat(Stint.commands(FakeScreen.shell(), "nod").getSubcommands().keySet())
        .contains("node", "job", "run");
  }
}
