package dev.stint.cluster;

import static dev.stint.cluster.AuthorityFixture.AT;
import static dev.stint.cluster.AuthorityFixture.registration;
import static dev.stint.cluster.AuthorityFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest {
  private final AuthorityFixture cluster = new AuthorityFixture();

  @Test
  void registeringAgainWithTheSameKeyIsTheSameProcess() {
    NodeProcess first = cluster.register("n1", "k1");
    assertThat(cluster.register("n1", "k1")).isEqualTo(first);
  }

  @Test
  void aNewProcessOfANodeFencesTheOldOne() {
    NodeProcess old = cluster.register("n1", "k1");
    NodeProcess fresh = cluster.register("n1", "k2");
    assertThat(fresh.incarnation()).isGreaterThan(old.incarnation());
    assertThat(cluster.authority.isCurrent(old)).isFalse();
    assertThat(cluster.answer(registration("n1", "k1"))).isInstanceOf(Answer.Fenced.class);
    assertThat(cluster.authority.isCurrent(fresh)).isTrue();
  }

  @Test
  void aProcessDeclaredGoneMustStartAnew() {
    NodeProcess process = cluster.register("n1", "k1");
    cluster.apply(new Command.NodeGone(process, "no heartbeat", AT));
    assertThat(cluster.answer(registration("n1", "k1"))).isInstanceOf(Answer.Fenced.class);
    assertThat(cluster.register("n1", "k2").incarnation()).isGreaterThan(process.incarnation());
  }

  @Test
  void incarnationsNeverRepeatEvenWhenANodeWasForgotten() {
    NodeProcess old = cluster.register("n1", "k1");
    cluster.apply(new Command.NodeGone(old, "left", AT));
    cluster.apply(new Command.ForgetNode(old.node()));
    assertThat(cluster.register("n1", "k1").incarnation()).isGreaterThan(old.incarnation());
  }

  @Test
  void aLateNewsOfAnEarlierProcessesDeathLeavesThePresentOneAlone() {
    NodeProcess old = cluster.register("n1", "k1");
    NodeProcess fresh = cluster.register("n1", "k2");
    cluster.apply(new Command.NodeGone(old, "no heartbeat", AT));
    assertThat(cluster.stateOf(fresh)).isEqualTo(NodeState.UP);
  }

  @Test
  void aNodeThatTakesPartCannotBeForgotten() {
    NodeProcess process = cluster.register("n1", "k1");
    assertThat(cluster.answer(new Command.ForgetNode(process.node())))
        .isInstanceOf(Answer.Conflict.class);
  }

  @Test
  void aCordonedNodeGetsNoJobsAndNoCells() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    cluster.apply(new Command.Cordon(n2.node()));
    assertThat(
            cluster.answer(
                new Command.StartMove(
                    List.of(cluster.root(run)),
                    n2.node(),
                    new MoveReason(MoveReason.Kind.OPERATOR, "x"),
                    AT)))
        .isInstanceOfSatisfying(
            Answer.NotEligible.class, no -> assertThat(no.text()).contains("n2", "cordoned"));
    cluster.apply(new Command.SubmitJob(request("other", "b", null, 0), AT));
    assertThat(cluster.answer(new Command.StartJob(new JobId("other"), n2.node(), AT)))
        .isInstanceOf(Answer.NotEligible.class);
  }

  @Test
  void aNodeIsDrainedWhenItsLastCellHasLeft() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    cluster.apply(new Command.Drain(n1.node()));
    assertThat(cluster.authority.isDrained(n1.node())).isFalse();
    cluster.moved(cluster.root(run), n2);
    assertThat(cluster.authority.isDrained(n1.node())).isTrue();
  }

  @Test
  void aNodeIsNotDrainedWhileACellIsOnItsWayToIt() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    MoveView move = cluster.move(cluster.root(run), n2).started().getFirst();
    cluster.apply(new Command.Drain(n2.node()));
    assertThat(cluster.authority.isDrained(n2.node())).isFalse();
    assertThat(cluster.authority.cellsBoundFor(n2))
        .extracting(CellView::cell)
        .containsExactly(move.cell());
    cluster.apply(new Command.AbortMove(move.cell(), move.attempt(), "its target drains", AT));
    assertThat(cluster.authority.isDrained(n2.node())).isTrue();
  }

  @Test
  void grantedCellsThatWereNeverStartedDoNotHoldUpADrain() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    cluster.grant(n1, run, 100);
    cluster.apply(new Command.Drain(n1.node()));
    cluster.moved(cluster.root(run), n2);
    assertThat(cluster.authority.isDrained(n1.node())).isTrue();
  }
}
