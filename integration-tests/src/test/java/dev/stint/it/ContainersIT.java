package dev.stint.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** A coordinator and two nodes in containers from the project's own image. */
class ContainersIT {
  private static final String IMAGE = "stint:integration-test";
  private static final String ADDRESS = "coordinator:7400";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String NUMBERS = "2000000";

  /** The program goes on until this is there, so that it outlasts the moves. */
  private static final String ENOUGH = "/work/enough";

  private static final Pattern TASKLET = Pattern.compile("\"(c\\d+\\.\\d+)\"");

  private static final Network NETWORK = Network.SHARED;
  private static GenericContainer<?> coordinator;
  private static List<GenericContainer<?>> nodes = List.of();

  @BeforeAll
  static void startCluster() throws Exception {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    String missing =
        "the container test did not run: no Docker engine answers (install docker.io, or set"
            + " DOCKER_HOST)";
    if (System.getenv("STINT_TEST_EVERYTHING") != null) {
      assertThat(docker).as(missing).isTrue();
    }
    assumeTrue(docker, missing);
    buildImage();
    coordinator =
        container(
            "coordinator", "coordinator", "--listen", "0.0.0.0:7400", "--data", "/var/lib/stint");
    coordinator.start();
    nodes = List.of(node("node-1"), node("node-2"));
    nodes.forEach(GenericContainer::start);
  }

  @AfterAll
  static void stopCluster() {
    nodes.forEach(GenericContainer::stop);
    if (coordinator != null) {
      coordinator.stop();
    }
  }

  @Test
  void a_running_main_is_moved_between_containers_and_prints_the_same(
      @org.junit.jupiter.api.io.TempDir Path classes) throws Exception {
    Programs.compile(Programs.source("CollatzRecords"), classes);
    coordinator.copyFileToContainer(
        MountableFile.forHostPath(Programs.source("CollatzRecords")), "/work/CollatzRecords.java");

    ExecResult submitted =
        stint("run", "CollatzRecords.java", "--detach", "-o", "json", "--", NUMBERS, ENOUGH);
    assertThat(submitted.getExitCode()).as(submitted.getStderr()).isZero();
    String job = field(submitted.getStdout(), "id");

    String tasklet = awaitTasklet(job);
    for (int i = 0; i < 4; i++) {
      ExecResult moved = stint("tasklet", "move", tasklet, "node-" + (2 - i % 2));
      assertThat(moved.getExitCode()).as("move %d: %s", i, moved.getStderr()).isZero();
    }
    nodes.forEach(node -> node.copyFileToContainer(Transferable.of("enough"), ENOUGH));
    ExecResult followed = stint("job", "logs", "-f", job);

    assertThat(followed.getExitCode()).as(followed.getStderr()).isZero();
    assertThat(followed.getStdout())
        .isEqualTo(
            String.join("\n", Programs.plainOutput("CollatzRecords", classes, NUMBERS)) + "\n");
  }

  private static String awaitTasklet(String job) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      ExecResult listed = stint("tasklet", "ls", "--job", job, "-o", "json");
      Matcher matcher = TASKLET.matcher(listed.getStdout());
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new AssertionError("no tasklet of job " + job + " was listed within " + PATIENCE);
  }

  private static ExecResult stint(String... arguments) throws Exception {
    Stream<String> command =
        Stream.of(
                Stream.of("/opt/java/bin/java", "@/opt/stint/cli.args"),
                Stream.of(arguments[0]),
                Stream.of(arguments).skip(1))
            .flatMap(s -> s);
    return coordinator.execInContainerWithUser(
        "10001", withAddress(command.toList()).toArray(String[]::new));
  }

  /** Options go before the program's own arguments. */
  private static List<String> withAddress(List<String> command) {
    int programArguments = command.indexOf("--");
    int at = programArguments < 0 ? command.size() : programArguments;
    return Stream.of(
            command.subList(0, at).stream(),
            Stream.of("--address", ADDRESS),
            command.subList(at, command.size()).stream())
        .flatMap(s -> s)
        .toList();
  }

  private static String field(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
    assertThat(matcher.find()).as("field %s in %s", name, json).isTrue();
    return matcher.group(1);
  }

  private static GenericContainer<?> node(String name) {
    return container(
        "node",
        name,
        "--name",
        name,
        "--coordinator",
        ADDRESS,
        "--listen",
        "0.0.0.0:7401",
        "--advertise",
        name,
        "--data",
        "/var/lib/stint");
  }

  private static GenericContainer<?> container(String role, String alias, String... arguments) {
    List<String> command =
        Stream.of(
                Stream.of("@/opt/stint/" + role + ".args"),
                Stream.of(arguments),
                Stream.of("--insecure"))
            .flatMap(s -> s)
            .toList();
    return new GenericContainer<>(DockerImageName.parse(IMAGE))
        .withImagePullPolicy(name -> false)
        .withNetwork(NETWORK)
        .withNetworkAliases(alias)
        .withTmpFs(Map.of("/tmp", "rw,exec,mode=1777"))
        .withCommand(command.toArray(String[]::new))
        .waitingFor(
            Wait.forLogMessage(
                "(?s).*" + (role.equals("node") ? "is up at" : "listens on") + ".*", 1))
        .withStartupTimeout(PATIENCE)
        .withLogConsumer(
            frame -> System.out.println(alias + " | " + frame.getUtf8StringWithoutLineEnding()));
  }

  private static void buildImage() throws IOException, InterruptedException {
    Path script = Repository.root().resolve("helm/image/build");
    assertThat(Files.isExecutable(script)).isTrue();
    ProcessBuilder builder = new ProcessBuilder(script.toString(), IMAGE).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process build = builder.start();
    String output = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(build.waitFor()).as("helm/image/build said: " + output).isZero();
  }
}
