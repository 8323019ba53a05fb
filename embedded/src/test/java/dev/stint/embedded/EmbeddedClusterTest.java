package dev.stint.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.TaskletId;
import dev.stint.client.Job;
import dev.stint.client.JobFailedException;
import dev.stint.client.JobSpec;
import dev.stint.client.LossPolicy;
import dev.stint.client.MainProgram;
import dev.stint.client.StintClient;
import dev.stint.client.TaskletView;
import dev.stint.node.DrainReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class EmbeddedClusterTest {
  @TempDir private Path folder;

  private static EmbeddedCluster cluster;
  private static StintClient stint;

  @BeforeAll
  static void start() {
    cluster = EmbeddedCluster.start(3);
    stint = StintClient.connect(cluster.address());
  }

  @AfterAll
  static void stop() {
    stint.close();
    cluster.close();
  }

  @BeforeEach
  void replaceLostNodes() {
    while (cluster.nodes().size() < 3) {
      cluster.addNode();
    }
  }

  private String end() {
    return folder.resolve("end").toString();
  }

  /** Submits one of the programs, with a class path of just that class. */
  private Job<Void> run(String program, String argument) throws IOException {
    return run(JobSpec.named(program).onLoss(LossPolicy.FAIL), program, argument);
  }

  private Job<Void> run(JobSpec spec, String program, String argument) throws IOException {
    String file = Programs.class.getName().replace('.', '/') + ".class";
    Path classes = folder.resolve("classes");
    Path copy = classes.resolve(file);
    Files.createDirectories(copy.getParent());
    try (InputStream in = Programs.class.getClassLoader().getResourceAsStream(file)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return stint.submitMain(
        spec,
        new MainProgram(
            Programs.class.getName(), List.of(program, argument), List.of(classes), false));
  }

  /** The last line that a job wrote, once it has ended well. */
  private static String answer(Job<Void> job) {
    job.get();
    return job.output().reduce("", (first, second) -> second);
  }

  private void endPrograms() throws IOException {
    Files.createFile(Path.of(end()));
  }

  private List<TaskletView> tasklets(Job<?> job, int atLeast) {
    Await.until(
        () ->
            job.status().isTerminal()
                || stint.operator().tasklets(job.id().value(), "", 1000).size() >= atLeast,
        () -> "the tasklets are too few: " + job.describe());
    assertThat(job.status().isTerminal()).as("the end of " + job.describe()).isFalse();
    return stint.operator().tasklets(job.id().value(), "", 1000);
  }

  private void move(TaskletId tasklet, String node) {
    stint.operator().move(tasklet, node);
  }

  private String elsewhere(String node) {
    List<String> nodes = cluster.nodes();
    return nodes.get((nodes.indexOf(node) + 1) % nodes.size());
  }

  @Test
  void aClientFindsTheEmbeddedClusterByItself() {
    try (StintClient own = StintClient.embedded(1)) {
      assertThat(own.submit("primes", () -> Programs.count(0, 10_000)).get()).isEqualTo(1_229);
    }
  }

  @Test
  void taskletsOfAllJobsShareAMapByItsName() throws IOException {
    assertThat(answer(run("totals", "25"))).isEqualTo("200");
    assertThat(answer(run("totals", "1"))).isEqualTo("208");
  }

  @Test
  void aLoopThatIsMovedTenTimesWhileItRunsGivesTheSameResult() throws IOException {
    Job<Void> job = run("primes", end());
    TaskletView root = tasklets(job, 1).getFirst();
    String at = root.node();
    for (int i = 0; i < 10; i++) {
      at = elsewhere(at);
      move(root.id(), at);
    }
    assertThat(stint.operator().tasklet(root.id(), false).node()).isEqualTo(at);
    endPrograms();

    assertThat(answer(job)).isEqualTo("2262");
    assertThat(job.describe().moves()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void outputComesOnceAndInOrderAcrossMoves() throws IOException {
    Job<Void> job = run("lines", end());
    TaskletView root = tasklets(job, 1).getFirst();
    String at = root.node();
    for (int i = 0; i < 6; i++) {
      at = elsewhere(at);
      move(root.id(), at);
    }
    endPrograms();
    job.get();

    List<String> output = job.output().toList();
    int lines = Integer.parseInt(output.getLast());
    assertThat(output.subList(0, output.size() - 1))
        .containsExactlyElementsOf(
            IntStream.range(0, lines).mapToObj(line -> "line " + line).toList());
  }

  @Test
  void taskletsThatTalkDoNotNoticeThatTheyMove() throws IOException {
    Job<Void> job = run("talk", end());
    List<TaskletView> both = tasklets(job, 2);
    move(both.getLast().id(), elsewhere(both.getLast().node()));
    for (int i = 0; i < 4; i++) {
      for (TaskletView one : both) {
        String at = stint.operator().tasklet(one.id(), false).node();
        move(one.id(), elsewhere(at));
      }
    }
    endPrograms();

    assertThat(answer(job)).isEqualTo("true");
  }

  @Test
  void aTaskletGoesWhereItWants() throws IOException {
    List<String> nodes = cluster.nodes();

    assertThat(answer(run("travel", String.join(",", nodes)))).endsWith(String.join(" ", nodes));
  }

  @Test
  void aTaskletThatWantsToGoNowhereIsTold() throws IOException {
    Job<Void> job = run("travel", "atlantis");

    assertThatThrownBy(job::get)
        .isInstanceOf(JobFailedException.class)
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("atlantis");
  }

  @Test
  void aRunningLoopShowsItsStackAndGoesOn() throws IOException {
    Job<Void> job = run("primes", end());
    TaskletId root = tasklets(job, 1).getFirst().id();
    Await.until(
        () ->
            stint.operator().tasklet(root, true).stack().stream()
                .anyMatch(line -> line.text().contains("Programs.primesUntil(Programs.java:")),
        () -> "the stack is " + stint.operator().tasklet(root, true));
    endPrograms();

    assertThat(answer(job)).isEqualTo("2262");
  }

  @Test
  void anExitAwayFromTheRootEndsTheJobWithItsStatus() throws IOException {
    Job<Void> job = run("exit", cluster.nodes().getLast());
    Await.until(() -> job.status().isTerminal(), () -> "the job is " + job.describe());

    assertThat(job.describe().exitStatus()).isEqualTo(7);
  }

  @Test
  void aDrainLosesNothing() throws IOException, InterruptedException {
    Job<Void> job = run("crowd", end());
    String busy = tasklets(job, 13).getFirst().node();
    DrainReport report = cluster.drainNode(busy);
    endPrograms();

    assertThat(report.answered()).isTrue();
    assertThat(report.pinned()).isZero();
    assertThat(report.lost()).isZero();
    assertThat(report.moved()).isPositive();
    assertThat(answer(job)).isEqualTo(String.valueOf(12 * 2_262));
  }

  @Test
  void aJobFailsWithItsNode() throws IOException {
    Job<Void> job = run("primes", end());
    cluster.killNode(tasklets(job, 1).getFirst().node());

    assertThatThrownBy(job::get).isInstanceOf(JobFailedException.class);
  }

  @Test
  void aJobThatMayStartAgainOutlivesItsNode() throws IOException {
    Job<Void> job = run(JobSpec.named("restarts").onLoss(LossPolicy.RESTART), "primes", end());
    cluster.killNode(tasklets(job, 1).getFirst().node());
    endPrograms();

    assertThat(answer(job)).isEqualTo("2262");
  }
}
