package dev.stint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.TaskletId;
import dev.stint.client.BalanceView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceCommandsTest {
  private final FakeCluster cluster = new FakeCluster();

  private Invocation run(String line) {
    return Invocation.of(cluster, line.split(" "));
  }

  private void oneMovePays() {
    cluster.balance =
        new BalanceView(
            List.of(
                new BalanceView.Move(
                    new TaskletId("c7.0"),
                    "node-1",
                    "node-2",
                    Duration.ofMillis(900),
                    Duration.ofMillis(3),
                    "4 wait on node-1, none on node-2")),
            List.of("c8.0 stays: pinned at A.java:3"),
            true);
  }

  @Test
  void a_plan_without_a_move_says_why_and_is_0() {
    Invocation plan = run("balance plan");
    assertThat(plan.exitCode()).isZero();
    assertThat(plan.out())
        .isEqualTo("0 moves would pay now\nnothing moves: no tasklet waits for a carrier\n");
  }

  @Test
  void a_plan_with_a_move_is_10_and_changes_nothing() {
    oneMovePays();
    Invocation plan = run("balance plan");
    assertThat(plan.exitCode()).isEqualTo(10);
    assertThat(plan.out())
        .isEqualTo(
            """
            1 move would pay now; balancing is paused
            TASKLET  FROM    TO        GAIN     COST  WHY
            c7.0     node-1  node-2  900 ms  3.00 ms  4 wait on node-1, none on node-2
            c8.0 stays: pinned at A.java:3
            """);
    assertThat(run("balance apply --dry-run").exitCode()).isEqualTo(10);
    assertThat(cluster.changes).isEmpty();
  }

  @Test
  void apply_pause_and_resume_are_handed_on() {
    oneMovePays();
    assertThat(run("balance apply -o name").out()).isEqualTo("c7.0\n");
    assertThat(run("balance pause").out()).isEqualTo("balancing is paused\n");
    assertThat(run("balance resume").out()).isEqualTo("balancing is on\n");
    assertThat(run("balance pause --dry-run").out()).isEqualTo("balancing would be paused\n");
    assertThat(cluster.changes).containsExactly("balance", "pause", "resume");
  }

  @Test
  void records_are_removed_unless_it_is_a_dry_run() {
    assertThat(run("node rm node-1 --dry-run").out()).contains("would be removed");
    assertThat(run("job rm j7 --dry-run").out()).contains("would be removed");
    assertThat(cluster.changes).isEmpty();
    assertThat(run("node rm node-1").out()).isEqualTo("node-1 removed\n");
    assertThat(run("job rm j7").out()).isEqualTo("job j7 removed\n");
    assertThat(cluster.changes).containsExactly("forget node-1", "forget j7");
    assertThat(run("node rm node-7").exitCode()).isEqualTo(3);
    assertThat(run("job rm j404").exitCode()).isEqualTo(3);
  }
}
