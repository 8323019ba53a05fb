package dev.stint.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.TaskletId;
import dev.stint.client.Job;
import dev.stint.client.JobFailedException;
import dev.stint.client.JobSpec;
import dev.stint.client.LossPolicy;
import dev.stint.client.StintClient;
import dev.stint.client.TaskletView;
import dev.stint.node.DrainReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private void endPrograms() throws IOException {
    Files.createFile(Path.of(end()));
  }

  private List<TaskletView> tasklets(Job<?> job, int atLeast) {
    Await.until(
        () -> stint.operator().tasklets(job.id().value(), "", 1000).size() >= atLeast,
        () -> "the job has " + stint.operator().tasklets(job.id().value(), "", 1000));
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
  void runsABody() {
    assertThat(stint.submit("primes", () -> Programs.count(0, 10_000)).get()).isEqualTo(1_229);
  }

  @Test
  void aLoopThatIsMovedTenTimesWhileItRunsGivesTheSameResult() throws IOException {
    String end = end();
    Job<Long> job = stint.submit("primes", () -> Programs.primesUntil(end));
    TaskletView root = tasklets(job, 1).getFirst();
    String at = root.node();
    for (int i = 0; i < 10; i++) {
      at = elsewhere(at);
      move(root.id(), at);
    }
    assertThat(stint.operator().tasklet(root.id(), false).node()).isEqualTo(at);
    endPrograms();

    assertThat(job.get()).isEqualTo(2_262);
    assertThat(job.describe().moves()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void outputComesOnceAndInOrderAcrossMoves() throws IOException {
    String end = end();
    Job<Integer> job = stint.submit("lines", () -> Programs.linesUntil(end));
    TaskletView root = tasklets(job, 1).getFirst();
    String at = root.node();
    for (int i = 0; i < 6; i++) {
      at = elsewhere(at);
      move(root.id(), at);
    }
    endPrograms();
    int lines = job.get();

    assertThat(job.output())
        .containsExactlyElementsOf(
            IntStream.range(0, lines).mapToObj(line -> "line " + line).toList());
  }

  @Test
  void tasksThatTalkDoNotNoticeThatTheyMove() throws IOException {
    String end = end();
    Job<Integer> job = stint.submit("talk", () -> Programs.talkUntil(end));
    List<TaskletView> both = tasklets(job, 2);
    for (int i = 0; i < 4; i++) {
      for (TaskletView one : both) {
        String at = stint.operator().tasklet(one.id(), false).node();
        move(one.id(), elsewhere(at));
      }
    }
    endPrograms();

    assertThat(job.get()).isPositive();
  }

  @Test
  void aTaskletGoesWhereItWants() {
    String[] nodes = cluster.nodes().toArray(String[]::new);
    assertThat(stint.submit("travel", () -> Programs.travel(nodes)).get())
        .endsWith(String.join(" ", nodes));
  }

  @Test
  void aTaskletThatWantsToGoNowhereIsTold() {
    assertThatThrownBy(() -> stint.submit("travel", () -> Programs.travel("atlantis")).get())
        .isInstanceOf(JobFailedException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .rootCause()
        .hasMessageContaining("atlantis");
  }

  @Test
  void aDrainLosesNothing() throws IOException, InterruptedException {
    String end = end();
    Job<Long> job = stint.submit("crowd", () -> Programs.crowdUntil(12, end));
    tasklets(job, 13);
    String busy = stint.operator().tasklets(job.id().value(), "", 1000).getFirst().node();
    DrainReport report = cluster.drainNode(busy);
    endPrograms();

    assertThat(report.answered()).isTrue();
    assertThat(report.lost()).isZero();
    assertThat(report.moved()).isPositive();
    assertThat(job.get()).isEqualTo(12 * 2_262L);
  }

  @Test
  void aJobFailsWithItsNodeUnlessItMayStartAgain() throws IOException {
    String end = end();
    Job<Long> fails = stint.submit("fails", () -> Programs.primesUntil(end));
    cluster.killNode(tasklets(fails, 1).getFirst().node());
    assertThatThrownBy(fails::get).isInstanceOf(JobFailedException.class);

    Job<Long> restarts =
        stint.submit(
            JobSpec.named("restarts").onLoss(LossPolicy.RESTART),
            () -> Programs.primesUntil(end));
    String first = tasklets(restarts, 1).getFirst().node();
    cluster.killNode(first);
    endPrograms();
    assertThat(restarts.get()).isEqualTo(2_262);
  }
}
