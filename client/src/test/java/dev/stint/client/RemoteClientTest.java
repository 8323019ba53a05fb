package dev.stint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteClientTest {
  private static final Images IMAGES = new ImageCodecImages();

  @TempDir Path dir;
  private final FakeGateway cluster = new FakeGateway();
  private StintClient stint;

  @BeforeEach
  void connect() {
    Shipping shipping =
        new Shipping(cluster, new DigestCache(dir.resolve("digests"), InstantSource.system()));
    stint = new RemoteClient(cluster, IMAGES, shipping, () -> new JobId("j1"), () -> {});
  }

  @Test
  void a_second_submit_uploads_nothing() {
    int captured = 41;
    Submission first = stint.submit("a", () -> captured + 1).submission().orElseThrow();
    Submission second = stint.submit("b", () -> captured + 2).submission().orElseThrow();

    assertThat(first.filesUploaded()).isEqualTo(first.files()).isPositive();
    assertThat(first.bytesUploaded()).isEqualTo(first.bytes());
    assertThat(second.filesUploaded()).isZero();
    assertThat(second.bytesUploaded()).isZero();
    assertThat(second.files()).isEqualTo(first.files());
  }

  @Test
  void the_body_travels_with_what_it_captures_and_names_the_class_that_made_it() throws Exception {
    int captured = 41;
    stint.submit("a", () -> captured + 1);

    JobEntry.Body body = (JobEntry.Body) cluster.submitted.get(0).entry();
    assertThat(body.capturingClass()).isEqualTo(RemoteClientTest.class.getName());
    Object decoded = IMAGES.decode(body.image(), getClass().getClassLoader());
    assertThat(((dev.stint.Tasklet.Body<?>) decoded).call()).isEqualTo(42);
  }

  private record Holder(Socket connection) {}

  @Test
  void a_capture_that_cannot_be_serialized_is_refused_by_its_path_before_anything_is_sent() {
    Holder holder = new Holder(new Socket());
    assertThatThrownBy(() -> stint.submit("nightly", () -> holder.toString()))
        .isInstanceOf(NotShippableException.class)
        .hasMessageContaining("job 'nightly' cannot be sent")
        .hasMessageContaining("connection")
        .hasMessageContaining("java.net.Socket");
    assertThat(cluster.asked).isFalse();
    assertThat(cluster.submitted).isEmpty();
  }

  private record Tally(AtomicLong total) {}

  @Test
  void a_capture_that_only_makes_sense_shared_is_refused_with_what_to_use_instead() {
    Tally tally = new Tally(new AtomicLong());
    assertThatThrownBy(() -> stint.submit("nightly", () -> tally.total().incrementAndGet()))
        .isInstanceOf(NotShippableException.class)
        .hasMessageContaining("total (java.util.concurrent.atomic.AtomicLong)")
        .hasMessageContaining("Channel");
    assertThat(cluster.asked).isFalse();
  }

  @Test
  void a_file_that_is_not_there_is_refused_before_anything_is_sent() {
    JobSpec spec = JobSpec.named("a").file("src.zip", dir.resolve("absent.zip"));
    assertThatThrownBy(() -> stint.submit(spec, () -> 1))
        .isInstanceOf(NotShippableException.class)
        .hasMessageContaining("src.zip")
        .hasMessageContaining("absent.zip does not exist");
    assertThat(cluster.asked).isFalse();
  }

  @Test
  void files_are_shipped_by_name() throws Exception {
    Path file = Files.writeString(dir.resolve("data.csv"), "1,2");
    stint.submit(JobSpec.named("a").file("in.csv", file), () -> 1);
    assertThat(cluster.submitted.get(0).files().get("in.csv").digest())
        .isEqualTo(DigestCache.compute(file));
    assertThat(cluster.stored).contains(DigestCache.compute(file));
  }

  @Test
  void map_makes_a_job_per_item_in_their_order() throws Exception {
    List<Job<Integer>> jobs = stint.map("shards", List.of("a", "bb"), String::length);
    assertThat(jobs).hasSize(2);
    assertThat(cluster.submitted)
        .extracting(request -> request.spec().name())
        .containsExactly("shards[0]", "shards[1]");
    JobEntry.Body second = (JobEntry.Body) cluster.submitted.get(1).entry();
    Object body = IMAGES.decode(second.image(), getClass().getClassLoader());
    assertThat(((dev.stint.Tasklet.Body<?>) body).call()).isEqualTo(2);
  }

  @Test
  void a_result_is_decoded_and_a_large_one_fetched() {
    cluster.end.complete(end(JobStatus.DONE, null, IMAGES.encode(List.of("x", "y"))));
    assertThat(stint.<List<String>>job("j1").get()).containsExactly("x", "y");
  }

  @Test
  void a_large_result_comes_from_its_blob() {
    ContentDigest digest = ContentDigest.ofAll(List.of());
    cluster.blobs.put(digest, IMAGES.encode("large"));
    cluster.end.complete(new JobEnd(view(JobStatus.DONE, null), new byte[0], digest, new byte[0]));
    assertThat(stint.<String>job("j1").thenApply(String::length).join()).isEqualTo(5);
  }

  @Test
  void a_failure_has_a_cause_of_the_original_type() {
    IllegalStateException original = new IllegalStateException("no such shard");
    cluster.end.complete(
        new JobEnd(
            view(
                JobStatus.FAILED,
                new FailureView("java.lang.IllegalStateException", "no such shard", "")),
            new byte[0],
            null,
            IMAGES.encode(original)));
    assertThatThrownBy(() -> stint.job("j1").get())
        .isInstanceOf(JobFailedException.class)
        .hasMessage("job 'nightly' (j1) failed: java.lang.IllegalStateException: no such shard")
        .cause()
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("no such shard");
  }

  @Test
  void an_exception_unknown_here_arrives_as_its_description() {
    FailureView failure =
        new FailureView(
            "com.acme.Bad", "no", "com.acme.Bad: no\n\tat com.acme.Main.run(Main.java:7)\n");
    cluster.end.complete(end(JobStatus.FAILED, failure, new byte[0]));
    assertThatThrownBy(() -> stint.job("j1").get(Duration.ofSeconds(1)))
        .cause()
        .isInstanceOfSatisfying(
            RemoteException.class,
            remote -> {
              assertThat(remote.type()).isEqualTo("com.acme.Bad");
              assertThat(remote.remoteMessage()).isEqualTo("no");
              assertThat(remote.getStackTrace()[0].getLineNumber()).isEqualTo(7);
            });
  }

  @Test
  void a_cancelled_job_says_so_also_through_its_future() {
    cluster.end.complete(end(JobStatus.CANCELLED, null, new byte[0]));
    Job<?> job = stint.job("j1");
    assertThatThrownBy(job::get)
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("j1");
    assertThatThrownBy(() -> job.toCompletableFuture().join())
        .isInstanceOfAny(CancellationException.class, CompletionException.class);
  }

  @Test
  void a_wait_that_is_too_short_leaves_the_job_alone() {
    assertThatThrownBy(() -> stint.job("j1").get(Duration.ZERO))
        .isInstanceOf(JobTimeoutException.class)
        .hasMessageContaining("it goes on");
    assertThat(cluster.cancelled).isEmpty();
  }

  @Test
  void output_comes_as_lines() {
    assertThat(stint.job("j1").output()).containsExactly("hello");
  }

  @Test
  void without_the_embedded_artifact_the_message_names_it() {
    assertThatThrownBy(() -> StintClient.embedded(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dev.stint:stint-embedded");
  }

  private static JobEnd end(JobStatus status, FailureView failure, byte[] result) {
    return new JobEnd(view(status, failure), result, null, new byte[0]);
  }

  private static JobView view(JobStatus status, FailureView failure) {
    return new JobView(
        new JobId("j1"),
        "nightly",
        status,
        Instant.EPOCH,
        null,
        null,
        Progress.NONE,
        0,
        1,
        0,
        Duration.ZERO,
        0,
        failure,
        new TortureReport(0, 0, List.of()));
  }
}
