package dev.stint.cluster;

import static dev.stint.cluster.AuthorityFixture.AT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovesTest {
  private final AuthorityFixture cluster = new AuthorityFixture();

  @Test
  void rangesOfCellsNeverOverlap() {
    NodeProcess n1 = cluster.register("n1", "k1");
    JobRun run = cluster.running("job", n1);
    CellRange one = cluster.grant(n1, run, 10);
    CellRange two = cluster.grant(n1, run, 10);
    assertThat(two.first().number()).isEqualTo(one.last().number() + 1);
    assertThat(one.contains(cluster.root(run))).isFalse();
  }

  @Test
  void aFencedProcessGetsNoCells() {
    NodeProcess n1 = cluster.register("n1", "k1");
    JobRun run = cluster.running("job", n1);
    NodeProcess old = n1;
    cluster.register("n1", "k2");
    assertThat(cluster.answer(new Command.GrantCells(old, run, 1)))
        .isInstanceOf(Answer.Fenced.class);
  }

  @Test
  void everyAttemptDrawsAFreshEpoch() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    CellId root = cluster.root(cluster.running("job", n1));
    Epoch first = cluster.move(root, n2).started().getFirst().attempt();
    cluster.apply(new Command.AbortMove(root, first, "too long", AT));
    Epoch second = cluster.move(root, n2).started().getFirst().attempt();
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void whyACellStaysIsSaidPerCell() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    CellId root = cluster.root(cluster.running("job", n1));
    assertThat(cluster.move(root, n1).notMoved())
        .containsExactly(new Answer.NotMoved(root, "it is already on n1"));
    cluster.move(root, n2);
    assertThat(cluster.move(root, n2).notMoved())
        .containsExactly(new Answer.NotMoved(root, "it is on its way to n2"));
    CellId unknown = new CellId(999);
    assertThat(cluster.move(unknown, n2).notMoved())
        .containsExactly(
            new Answer.NotMoved(unknown, "there is no such cell: it has ended or was lost"));
  }

  @Test
  void aTargetThatDiesGivesTheCellBack() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    CellId root = cluster.root(cluster.running("job", n1));
    Epoch attempt = cluster.move(root, n2).started().getFirst().attempt();
    Applied gone = cluster.apply(new Command.NodeGone(n2, "crashed", AT));
    assertThat(gone.effects())
        .containsExactly(new Effect.SendResume(n1, root, Epoch.FIRST, attempt));
    assertThat(cluster.authority.cell(root).orElseThrow().owner()).isEqualTo(n1);
    assertThat(cluster.answer(new Command.Staged(n2, root, attempt, AT)))
        .isInstanceOf(Answer.StaleAttempt.class);
  }

  @Test
  void anOrphanOnItsWayIsLostWhenItsMoveIsGivenUp() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    CellId root = cluster.root(cluster.running("job", n1));
    Epoch attempt = cluster.move(root, n2).started().getFirst().attempt();
    cluster.apply(new Command.NodeGone(n1, "crashed", AT));
    assertThat(cluster.job("job").state()).isEqualTo(JobState.RUNNING);
    cluster.apply(new Command.AbortMove(root, attempt, "too long", AT));
    assertThat(cluster.job("job").state()).isEqualTo(JobState.LOST);
    assertThat(cluster.authority.cell(root)).isEmpty();
  }

  @Test
  void aCellEndedTwiceIsEndedOnce() {
    NodeProcess n1 = cluster.register("n1", "k1");
    JobRun run = cluster.running("job", n1);
    CellId child = cluster.grant(n1, run, 2).first();
    Command ended = new Command.CellEnded(n1, child, Epoch.FIRST, AT);
    assertThat(cluster.answer(ended)).isEqualTo(new Answer.Accepted());
    assertThat(cluster.answer(ended)).isEqualTo(new Answer.Accepted());
    assertThat(cluster.authority.cell(child)).isEmpty();
  }

  @Test
  void ordersAreOwedUntilTheyAreReportedAsDone() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    CellId root = cluster.root(cluster.running("job", n1));
    Epoch epoch = cluster.moved(root, n2);
    Effect activate = new Effect.SendActivate(n2, root, epoch);
    Effect release = new Effect.SendRelease(n1, root, Epoch.FIRST, epoch, n2, "n2:7400");
    assertThat(cluster.authority.redrive()).containsExactly(activate, release);
    cluster.apply(new Command.OrderDone(n2, root, OrderKind.ACTIVATE, epoch));
    assertThat(cluster.authority.redrive()).containsExactly(release);
    cluster.apply(new Command.OrderDone(n1, root, OrderKind.RELEASE, epoch));
    assertThat(cluster.authority.redrive()).isEmpty();
  }

  @Test
  void ordersToAProcessThatIsGoneAreNoLongerOwed() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    cluster.moved(cluster.root(cluster.running("job", n1)), n2);
    cluster.apply(new Command.NodeGone(n1, "left", AT));
    assertThat(cluster.authority.redrive()).allMatch(effect -> effect.to().equals(n2));
  }
}
