package dev.stint.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.cluster.Command;
import dev.stint.cluster.Digest;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JobHistoryTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final Authority authority = new Authority();
  private final FakeLog log = new FakeLog(authority);
  private final List<JobId> forgotten = new ArrayList<>();
  private final JobHistory history =
      new JobHistory(authority, log, new FakeLoop(), 2, forgotten::add);

  private void submit(String id) {
    Digest digest = new Digest("ab".repeat(32));
    log.propose(
        new Command.SubmitJob(
            new JobRequest(new JobId(id), id, digest, digest, new TreeMap<>(), "key " + id, 0),
            AT));
  }

  private void end(String id, int second) {
    log.propose(new Command.CancelJob(new JobId(id), true, "over", AT.plusSeconds(second)));
  }

  private List<String> jobs() {
    return authority.read(machine -> machine.jobs().stream().map(job -> job.id().value()).toList());
  }

  @Test
  void the_jobs_that_ended_first_are_forgotten_and_those_that_run_never() {
    List.of("a", "b", "c", "d", "e").forEach(this::submit);
    end("c", 3);
    end("a", 2);
    history.trim();
    assertThat(jobs()).containsExactly("a", "b", "c", "d", "e");
    end("d", 1);
    end("e", 4);
    history.trim();
    assertThat(jobs()).containsExactly("b", "c", "e");
    assertThat(forgotten).containsExactly(new JobId("d"), new JobId("a"));
  }

  @Test
  void the_key_of_a_forgotten_job_is_free_again() {
    List.of("a", "b", "c").forEach(this::submit);
    end("a", 1);
    end("b", 2);
    end("c", 3);
    history.trim();
    assertThat(jobs()).containsExactly("b", "c");
    submit("a");
    assertThat(jobs()).containsExactly("a", "b", "c");
  }
}
