package dev.stint.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.Channel;
import dev.stint.Tasklet;
import dev.stint.TaskletId;
import dev.stint.client.DrainView;
import dev.stint.client.Job;
import dev.stint.client.JobFailedException;
import dev.stint.client.JobSpec;
import dev.stint.client.JobStatus;
import dev.stint.client.MoveView;
import dev.stint.client.NotShippableException;
import dev.stint.client.RefusedException;
import dev.stint.client.StintClient;
import dev.stint.client.TaskletView;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A coordinator and three nodes in this JVM, used as a client uses any cluster. */
@Timeout(180)
class EmbeddedClusterIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static StintClient stint;

  @TempDir Path dir;

  @BeforeAll
  static void start() {
    stint = StintClient.embedded(3);
  }

  @AfterAll
  static void stop() {
    stint.close();
  }

  static long count(int from, int to) {
    long n = 0;
    for (int i = from; i < to; i++) {
      if (isPrime(i)) {
        n++;
      }
    }
    return n;
  }

  static boolean isPrime(int x) {
    if (x < 2) {
      return false;
    }
    for (int d = 2; (long) d * d <= x; d++) {
      if (x % d == 0) {
        return false;
      }
    }
    return true;
  }

  @Test
  void a_lambda_runs_on_the_cluster_and_a_second_submit_uploads_nothing() {
    Job<Long> first = stint.submit("primes", () -> count(0, 100_000));
    assertThat(first.get(PATIENCE)).isEqualTo(9592);
    Job<Long> second = stint.submit("primes", () -> count(0, 1000));
    assertThat(second.get(PATIENCE)).isEqualTo(168);
    assertThat(second.submission().orElseThrow().filesUploaded()).isZero();
  }

  @Test
  void captures_and_results_travel() {
    List<String> names = new ArrayList<>(List.of("a", "b"));
    Job<List<String>> job =
        stint.submit(
            "captures",
            () -> {
              List<String> upper = new ArrayList<>();
              for (String name : names) {
                upper.add(name.toUpperCase());
              }
              return upper;
            });
    assertThat(job.get(PATIENCE)).containsExactly("A", "B");
  }

  @Test
  void a_main_that_knows_nothing_of_stint_is_moved_ten_times_in_mid_loop_and_prints_the_same()
      throws Exception {
    Path classes = Programs.compile(Programs.source("CollatzRecords"), dir);
    Path enough = dir.resolve("enough");
    Job<?> job =
        stint.submitMain(
            JobSpec.named("collatz"),
            Programs.program("CollatzRecords", classes, "2000000", enough.toString()));

    TaskletId tasklet = awaitTasklet(job);
    int moves = 0;
    while (moves < 10) {
      assertThat(job.status().isTerminal()).as("the job ended after %d moves", moves).isFalse();
      TaskletView before = stint.operator().tasklet(tasklet, false);
      MoveView move = moveOn(tasklet, before.node());
      assertThat(move.to()).isNotEqualTo(move.from());
      moves++;
    }
    Files.createFile(enough);
    List<String> lines = job.output().toList();

    job.get(PATIENCE);
    assertThat(lines).isEqualTo(Programs.plainOutput("CollatzRecords", classes, "2000000"));
    assertThat(job.describe().moves()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void children_spread_and_are_joined() {
    Job<Long> job =
        stint.submit(
            "children",
            () -> {
              List<Tasklet<Long>> children = new ArrayList<>();
              for (int i = 0; i < 8; i++) {
                int part = i;
                children.add(Tasklet.spawn(() -> count(part * 20_000, (part + 1) * 20_000)));
              }
              long sum = 0;
              for (Tasklet<Long> child : children) {
                sum += child.join();
              }
              return sum;
            });
    assertThat(job.get(PATIENCE)).isEqualTo(count(0, 160_000));
  }

  @Test
  void two_tasklets_on_different_nodes_talk_over_a_channel() {
    Job<Long> job =
        stint.submit(
            "talk",
            () -> {
              Channel<Integer> channel = Channel.rendezvous();
              Tasklet<Void> sender =
                  Tasklet.spawn(() -> {
                    Tasklet.moveTo("node-2");
                    for (int i = 0; i < 200; i++) {
                      channel.send(i);
                    }
                    channel.close();
                  });
              Tasklet.moveTo("node-3");
              long sum = 0;
              for (int value : channel) {
                sum = sum * 31 + value;
              }
              sender.join();
              return sum;
            });
    long expected = 0;
    for (int i = 0; i < 200; i++) {
      expected = expected * 31 + i;
    }
    assertThat(job.get(PATIENCE)).isEqualTo(expected);
  }

  @Test
  void a_drained_node_loses_nothing() {
    Job<Long> job =
        stint.submit(
            "drained",
            () -> {
              long sum = 0;
              for (long part :
                  Tasklet.map(
                      List.of(0, 1, 2, 3, 4, 5), i -> count(i * 50_000, (i + 1) * 50_000))) {
                sum += part;
              }
              return sum;
            });
    awaitTasklet(job);
    try (Stream<DrainView> figures = stint.operator().drain("node-1", Duration.ofSeconds(60))) {
      List<DrainView> all = figures.toList();
      assertThat(all.getLast().lost()).isZero();
      assertThat(all.getLast().finished()).isTrue();
    } finally {
      stint.operator().cordon("node-1", false);
    }
    assertThat(job.get(PATIENCE)).isEqualTo(count(0, 300_000));
  }

  @Test
  void a_tortured_job_gives_the_same_result() {
    Job<Long> job = stint.submit(JobSpec.named("tortured").torture(7), () -> count(0, 2000));
    assertThat(job.get(PATIENCE)).isEqualTo(303);
    assertThat(job.describe().torture().taken()).isPositive();
  }

  @Test
  void what_the_body_throws_arrives_with_its_type_message_and_own_frames() {
    Job<Long> job = stint.submit("failing", () -> fail("no such shard"));
    assertThatThrownBy(() -> job.get(PATIENCE))
        .isInstanceOf(JobFailedException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no such shard")
        .satisfies(cause ->
            assertThat(cause.getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .contains("fail")
                .noneMatch(name -> name.contains("$r")));
  }

  private static long fail(String message) {
    throw new IllegalStateException(message);
  }

  @Test
  void a_capture_that_cannot_be_serialized_is_refused_before_anything_is_sent() {
    record Holder(Socket connection) {}
    Holder holder = new Holder(new Socket());
    assertThatThrownBy(() -> stint.submit("socket", () -> holder.toString()))
        .isInstanceOf(NotShippableException.class)
        .hasMessageContaining("connection");
  }

  @Test
  void a_cancelled_job_ends() {
    Job<Long> job =
        stint.submit(
            "endless",
            () -> {
              long n = 0;
              while (n >= 0) {
                n = (n + 1) % 1000;
              }
              return n;
            });
    awaitTasklet(job);
    job.cancel();
    assertThatThrownBy(() -> job.get(PATIENCE)).isInstanceOf(CancellationException.class);
    assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void a_job_is_found_again_by_its_id() throws ExecutionException, InterruptedException {
    Job<Long> job = stint.submit("again", () -> count(0, 100));
    Job<Long> same = stint.job(job.id());
    assertThat(same.toCompletableFuture().get()).isEqualTo(25);
  }

  @Test
  void an_unknown_main_class_fails_with_its_name() throws Exception {
    Path classes = Programs.compile(Programs.source("CollatzRecords"), dir);
    Job<?> job = stint.submitMain(JobSpec.named("nobody"), Programs.program("no.Such", classes));
    assertThatThrownBy(() -> job.get(PATIENCE)).hasStackTraceContaining("no.Such");
  }

  @Test
  void a_corrupt_jar_fails_the_job_and_names_the_file() throws Exception {
    Path jar = Files.writeString(dir.resolve("broken.jar"), "this is no zip");
    assertThatThrownBy(
            () -> {
              Job<?> job = stint.submitMain(JobSpec.named("broken"), Programs.program("A", jar));
              job.get(PATIENCE);
            })
        .hasStackTraceContaining("broken.jar");
  }

  private static TaskletId awaitTasklet(Job<?> job) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      List<TaskletView> tasklets = stint.operator().tasklets(job.id().toString(), "", 10);
      if (!tasklets.isEmpty()) {
        return tasklets.getFirst().id();
      }
      if (job.status().isTerminal()) {
        job.get();
        throw new AssertionError("the job ended before it was seen running");
      }
    }
    throw new AssertionError("no tasklet of " + job.id() + " was listed within " + PATIENCE);
  }

  /** Moves to the next node; a move that crosses one of the balancer's is tried again. */
  private static MoveView moveOn(TaskletId tasklet, String from) {
    String to = "node-" + (Integer.parseInt(from.substring("node-".length())) % 3 + 1);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return stint.operator().move(tasklet, to);
      } catch (RefusedException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }
}
