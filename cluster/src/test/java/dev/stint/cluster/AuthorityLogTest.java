package dev.stint.cluster;

import static dev.stint.cluster.AuthorityFixture.AT;
import static dev.stint.cluster.AuthorityFixture.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityLogTest {
  private final AuthorityFixture cluster = new AuthorityFixture();

  @Test
  void aSnapshotHoldsEverything() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    CellRange range = cluster.grant(n1, run, 5);
    cluster.apply(new Command.CellsStarted(n1, range.at(2)));
    cluster.moved(range.first(), n2);
    cluster.move(cluster.root(run), n2);
    cluster.apply(new Command.CancelJob(run.job(), false, "why not", AT));
    AuthorityMachine restored = AuthorityMachine.restore(cluster.authority.snapshot());
    assertThat(restored.snapshot()).isEqualTo(cluster.authority.snapshot());
    assertThat(restored.redrive()).isEqualTo(cluster.authority.redrive());
    assertThat(restored.cells()).isEqualTo(cluster.authority.cells());
    assertThat(restored.jobs()).isEqualTo(cluster.authority.jobs());
    assertThat(restored.nodes()).isEqualTo(cluster.authority.nodes());
    assertThat(restored.recentMoves()).isEqualTo(cluster.authority.recentMoves());
  }

  @Test
  void aDamagedSnapshotIsRefused() {
    cluster.register("n1", "k1");
    Bytes whole = cluster.authority.snapshot();
    for (int length = 0; length < whole.size(); length++) {
      Bytes cut = whole.slice(0, length);
      assertThatThrownBy(() -> AuthorityMachine.restore(cut))
          .isInstanceOf(MalformedRecordException.class);
    }
  }

  @Test
  void aBatchIsItsCommandsInOrder() {
    Applied applied =
        cluster.apply(
            new Command.Batch(
                List.of(registration("n1", "k1"), new Command.Cordon(new NodeId("n1")))));
    assertThat(applied.answer())
        .isEqualTo(
            new Answer.Each(
                List.of(new Answer.Registered(NodeProcess.of("n1", 1)), new Answer.Accepted())));
    assertThat(cluster.stateOf(NodeProcess.of("n1", 1))).isEqualTo(NodeState.CORDONED);
  }

  @Test
  void onlySoManyEndedMovesAreKept() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    CellId root = cluster.root(cluster.running("job", n1));
    for (int i = 0; i < AuthorityState.RECENT_MOVES + 5; i++) {
      NodeProcess to = i % 2 == 0 ? n2 : n1;
      Epoch epoch = cluster.moved(root, to);
      cluster.apply(new Command.OrderDone(to, root, OrderKind.ACTIVATE, epoch));
      cluster.apply(new Command.OrderDone(i % 2 == 0 ? n1 : n2, root, OrderKind.RELEASE, epoch));
    }
    assertThat(cluster.authority.recentMoves()).hasSize(AuthorityState.RECENT_MOVES);
    assertThat(cluster.authority.recentMoves().getLast().number())
        .isEqualTo(AuthorityState.RECENT_MOVES + 5);
  }
}
