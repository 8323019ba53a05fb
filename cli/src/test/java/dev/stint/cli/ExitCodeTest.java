package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.client.FailureView;
import dev.stint.client.JobStatus;
import dev.stint.client.StintUnavailableException;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  private final FakeCluster cluster = new FakeCluster();

  @Test
  void an_unknown_option_is_wrong_usage_in_one_line() {
    Invocation result = Invocation.of(cluster, "job", "ls", "--nonsense");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("stint: Unknown option: '--nonsense'. See 'stint job ls --help'\n");
  }

  @Test
  void a_noun_without_a_verb_names_the_verbs() {
    Invocation result = Invocation.of(cluster, "node");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("say what to do", "drain", "cordon");
  }

  @Test
  void an_unknown_command_is_named() {
    Invocation result = Invocation.of(cluster, "jobs");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("stint: there is no command 'stint jobs'. See 'stint --help'\n");
    assertThat(Invocation.of(cluster, "job", "shw").err())
        .startsWith("stint: there is no command 'stint job shw'. See 'stint job --help'\n")
        .contains("Did you mean: job show?");
  }

  @Test
  void a_missing_argument_is_named() {
    Invocation result = Invocation.of(cluster, "job", "show");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("stint: Missing required parameter: 'JOB'. See 'stint job show --help'\n");
  }

  @Test
  void what_is_no_tasklet_id_is_wrong_usage() {
    Invocation result = Invocation.of(cluster, "tasklet", "show", "j7");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "stint: 'j7' is no tasklet id; it looks like c42.0, as 'stint tasklet ls' shows\n");
  }

  @Test
  void an_unknown_tasklet_and_a_move_to_an_unknown_node_are_3() {
    Invocation unknown = Invocation.of(cluster, "tasklet", "show", "c9.0");
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).isEqualTo("stint: no tasklet c9.0\n");

    Invocation nowhere = Invocation.of(cluster, "tasklet", "move", "c1.0", "nowhere");
    assertThat(nowhere.exitCode()).isEqualTo(3);
    assertThat(nowhere.err()).isEqualTo("stint: there is no node nowhere\n");
  }

  @Test
  void a_cancelled_job_has_no_exit_status_of_its_own() {
    cluster.status = JobStatus.CANCELLED;
    cluster.exitStatus = 1;
    assertThat(Invocation.of(cluster, "job", "show", "j7").out())
        .contains(", cancelled\n")
        .doesNotContain("exit status");
  }

  @Test
  void nothing_at_all_shows_the_help() {
    Invocation result = Invocation.of(cluster);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).contains("Usage: stint");
  }

  @Test
  void an_unknown_job_is_3() {
    Invocation result = Invocation.of(cluster, "job", "show", "j404");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).isEqualTo("stint: no job j404\n");
  }

  @Test
  void a_refused_move_is_5_and_says_why() {
    Invocation result = Invocation.of(cluster, "tasklet", "move", "c1.0", "node-2");
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err())
        .isEqualTo("stint: c1.0 cannot move: pinned at Count.java:12 (synchronized)\n");
  }

  @Test
  void nobody_there_is_6_and_names_the_address() {
    Invocation result =
        Invocation.of(
            address -> {
              throw new StintUnavailableException(address, "Connection refused", null);
            },
            "status",
            "--address",
            "nobody:1");
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.err())
        .startsWith("stint: no cluster answers at nobody:1 (Connection refused). Start one with");
  }

  @Test
  void a_drain_that_leaves_something_behind_is_124() {
    assertThat(Invocation.of(cluster, "node", "drain", "node-1").exitCode()).isZero();
    assertThat(Invocation.of(cluster, "node", "drain", "node-2").exitCode()).isEqualTo(124);
  }

  @Test
  void the_jobs_own_status_is_that_of_wait() {
    cluster.status = JobStatus.FAILED;
    cluster.exitStatus = 7;
    assertThat(Invocation.of(cluster, "job", "wait", "j7").exitCode()).isEqualTo(7);
  }

  @Test
  void an_uncaught_exception_shows_the_users_own_trace_and_is_1() {
    cluster.status = JobStatus.FAILED;
    cluster.failure =
        new FailureView(
            "com.acme.Bad", "no", "com.acme.Bad: no\n\tat com.acme.Main.main(Main.java:3)\n");
    Invocation result = Invocation.of(cluster, "job", "wait", "j7");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo(
            "Exception in thread \"main\" com.acme.Bad: no\n\tat com.acme.Main.main(Main.java:3)\n");
  }

  @Test
  void a_bug_of_ours_shows_no_stack_trace() {
    Invocation result =
        Invocation.of(
            address -> {
              throw new IllegalStateException("broken");
            },
            "status");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("STINT_DEBUG").hasLineCount(1);
  }
}
