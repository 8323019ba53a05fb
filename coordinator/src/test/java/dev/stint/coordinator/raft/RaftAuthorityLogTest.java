package dev.stint.coordinator.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.cluster.Answer;
import dev.stint.cluster.Command;
import dev.stint.cluster.Digest;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobRequest;
import dev.stint.cluster.NodeId;
import dev.stint.coordinator.Authority;
import dev.stint.coordinator.FakeDisk;
import dev.stint.coordinator.RecordFile;
import dev.stint.coordinator.RequestException;
import dev.stint.coordinator.StartupException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RaftAuthorityLogTest {
  private static final String JOURNAL = "log/journal";
  private static final String SNAPSHOT = "log/snapshot";
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final FakeDisk disk = new FakeDisk();
  private Authority authority = new Authority();
  private RaftAuthorityLog log;

  private void open(int entriesPerSnapshot) throws StartupException {
    authority = new Authority();
    log = RaftAuthorityLog.open(disk, authority, entriesPerSnapshot);
  }

  private void open() throws StartupException {
    open(RaftAuthorityLog.ENTRIES_PER_SNAPSHOT);
  }

  @AfterEach
  void close() {
    if (log != null) {
      log.close();
    }
  }

  private static Command job(int number) {
    Digest digest = new Digest("ab".repeat(32));
    JobRequest request =
        new JobRequest(new JobId("j" + number), "n", digest, digest, new TreeMap<>(), null, 0);
    return new Command.SubmitJob(request, AT);
  }

  private Answer submit(int number) throws Exception {
    return log.propose(job(number)).get(30, TimeUnit.SECONDS);
  }

  private int jobs() {
    return authority.read(machine -> machine.jobs().size());
  }

  @Test
  void what_was_answered_is_there_after_a_restart() throws Exception {
    open();
    log.propose(new Command.RegisterNode(new NodeId("n1"), "key", "a:1", new TreeMap<>(), 2, AT))
        .get(30, TimeUnit.SECONDS);
    submit(1);
    submit(2);
    var before = authority.snapshot();
    log.close();
    open();
    assertThat(authority.snapshot()).isEqualTo(before);
    assertThat(submit(1)).isEqualTo(new Answer.Submitted(new JobId("j1"), true));
    submit(3);
    log.close();
    open();
    assertThat(jobs()).isEqualTo(3);
  }

  @Test
  void snapshots_take_the_place_of_the_log_and_survive_restarts() throws Exception {
    open(10);
    for (int i = 0; i < 57; i++) {
      submit(i);
    }
    var before = authority.snapshot();
    long size = disk.size(JOURNAL);
    for (int i = 0; i < 200; i++) {
      submit(i % 57);
    }
    assertThat(disk.size(JOURNAL)).isLessThan(2 * size);
    log.close();
    open(10);
    assertThat(authority.snapshot()).isEqualTo(before);
    for (int i = 57; i < 80; i++) {
      submit(i);
    }
    log.close();
    open(10);
    assertThat(jobs()).isEqualTo(80);
  }

  @Test
  void proposals_made_at_once_share_entries_and_are_answered_each() throws Exception {
    open();
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      answers.add(log.propose(job(i)));
    }
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get(30, TimeUnit.SECONDS))
          .isEqualTo(new Answer.Submitted(new JobId("j" + i), false));
    }
    log.close();
    open();
    assertThat(jobs()).isEqualTo(20_000);
  }

  @Test
  void a_record_torn_by_a_crash_is_cut_off() throws Exception {
    open();
    submit(1);
    log.close();
    byte[] whole = disk.content(JOURNAL);
    disk.setContent(JOURNAL, Arrays.copyOf(whole, whole.length + 5));
    open();
    assertThat(jobs()).isEqualTo(1);
    submit(2);
    log.close();
    open();
    assertThat(jobs()).isEqualTo(2);
  }

  @Test
  void a_full_disk_refuses_with_a_sentence_and_keeps_what_was_answered() throws Exception {
    open();
    submit(1);
    disk.setFree(40);
    assertThatThrownBy(() -> submit(2))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> assertThat(e.category()).isEqualTo(RequestException.Category.EXHAUSTED))
        .hasMessageContaining("the disk under /fake is full")
        .hasMessageContaining("free space and restart");
    assertThatThrownBy(() -> submit(3)).hasMessageContaining("the disk under /fake is full");
    log.close();
    assertThatThrownBy(this::open)
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("the disk under /fake is full");
    disk.setFree(Long.MAX_VALUE);
    open();
    assertThat(jobs()).isEqualTo(1);
    submit(2);
    assertThat(jobs()).isEqualTo(2);
  }

  @Test
  void large_proposals_made_at_once_do_not_become_one_huge_entry() throws Exception {
    open();
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    Digest digest = new Digest("ab".repeat(32));
    String large = "x".repeat(100_000);
    for (int i = 0; i < 300; i++) {
      JobRequest request =
          new JobRequest(
              new JobId("j" + i), "n", digest, digest, new TreeMap<>(Map.of("k", large)), null, 0);
      answers.add(log.propose(new Command.SubmitJob(request, AT)));
    }
    for (CompletableFuture<Answer> answer : answers) {
      answer.get(30, TimeUnit.SECONDS);
    }
    log.close();
    RecordFile.scan(
        disk,
        JOURNAL,
        0,
        disk.size(JOURNAL),
        (_, content) ->
            assertThat(content.remaining()).isLessThan(RaftAuthorityLog.MAX_ENTRY + 1000));
    open();
    assertThat(jobs()).isEqualTo(300);
  }

  @Test
  void a_change_that_does_not_fit_into_a_record_is_refused_and_the_log_goes_on() throws Exception {
    open();
    Command huge =
        new Command.CancelJob(new JobId("j"), true, "x".repeat(RaftAuthorityLog.MAX_COMMAND), AT);
    assertThatThrownBy(() -> log.propose(huge).get(30, TimeUnit.SECONDS))
        .hasMessageContaining("does not fit into the log");
    submit(1);
    assertThat(jobs()).isEqualTo(1);
  }

  @Test
  void a_damaged_snapshot_is_refused_and_left_as_it_is() throws Exception {
    open(10);
    for (int i = 0; i < 25; i++) {
      submit(i);
    }
    log.close();
    byte[] whole = disk.content(SNAPSHOT);
    for (int cut : new int[] {0, 5, whole.length / 2, whole.length - 1}) {
      byte[] damaged = Arrays.copyOf(whole, cut);
      disk.setContent(SNAPSHOT, damaged);
      assertThatThrownBy(() -> open(10))
          .isInstanceOf(StartupException.class)
          .hasMessageContaining("restore the folder from a copy");
      assertThat(disk.content(SNAPSHOT)).isEqualTo(damaged);
    }
    disk.setContent(SNAPSHOT, whole);
    open(10);
    assertThat(jobs()).isEqualTo(25);
  }

  @Test
  void a_closed_log_refuses() throws Exception {
    open();
    log.close();
    assertThatThrownBy(() -> submit(1)).hasMessageContaining("stopping");
  }
}
