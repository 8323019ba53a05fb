package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.FailureView;
import dev.stint.client.JobStatus;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands write, compared with files that a person can read. */
class GoldenOutputTest {
  private TimeZone zone;

  @TempDir Path dir;

  @BeforeEach
  void useUniversalTime() {
    zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  @AfterEach
  void restoreTimeZone() {
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "status, status",
    "status-json, status -o json",
    "node-ls, node ls",
    "node-ls-name, node ls -o name",
    "node-ls-wide, node ls -o wide",
    "node-ls-yaml, node ls -o yaml",
    "node-show, node show node-1",
    "node-show-json, node show node-1 -o json",
    "node-drain-json, node drain node-1 -o json",
    "events-json, events -o json",
    "job-ls-wide, job ls -o wide",
    "context-ls, context ls",
    "context-ls-json, context ls -o json",
    "completion-fish, completion fish",
    "node-start-help, node start --help",
    "coordinator-start-help, coordinator start --help",
    "node-drain-help, node drain --help",
    "node-drain, node drain node-1",
    "tasklet-ls, tasklet ls",
    "tasklet-ls-json, tasklet ls -o json",
    "tasklet-show, tasklet show c1.0",
    "tasklet-stack, tasklet stack c1.0",
    "tasklet-move, tasklet move c1.0 node-3",
    "job-ls, job ls",
    "job-show-failed, job show j7",
    "events, events",
    "events-jsonl, events -o jsonl",
    "help, --help",
    "run-help, run --help",
  })
  void the_output_is_as_recorded(String golden, String command) throws Exception {
    FakeCluster cluster = new FakeCluster();
    cluster.status = JobStatus.FAILED;
    cluster.exitStatus = 1;
    cluster.failure =
        new FailureView(
            "java.lang.IllegalStateException",
            "no such shard",
            "java.lang.IllegalStateException: no such shard\n\tat Count.main(Count.java:4)\n");

    Path contexts = Files.createDirectories(dir.resolve("stint")).resolve("contexts.properties");
    Files.writeString(
        contexts, "current=prod\nprod.address=host:7400\ndev.address=localhost:7400\n");
    Map<String, String> environment = Map.of("XDG_CONFIG_HOME", dir.toString());

    Invocation result =
        Invocation.of(_ -> cluster, Screen.NONE, environment, "", command.split(" "));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).isEqualTo(recorded(golden + ".txt", result.out()));
  }

  /** With {@code -Dstint.golden=DIR} the output is recorded there instead of being compared. */
  private static String recorded(String name, String actual) throws Exception {
    String folder = System.getProperty("stint.golden");
    if (folder != null) {
      Files.writeString(Path.of(folder, name), actual);
      return actual;
    }
    try (InputStream in = GoldenOutputTest.class.getResourceAsStream(name)) {
      assertThat(in).as("golden file " + name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
