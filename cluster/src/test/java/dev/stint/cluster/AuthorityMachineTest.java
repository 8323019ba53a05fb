package dev.stint.cluster;

import static dev.stint.cluster.AuthorityFixture.AT;
import static dev.stint.cluster.AuthorityFixture.registration;
import static dev.stint.cluster.AuthorityFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityMachineTest {
  private final AuthorityFixture cluster = new AuthorityFixture();

  // ---- nodes

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
  void grantedCellsThatWereNeverStartedDoNotHoldUpADrain() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    cluster.grant(n1, run, 100);
    cluster.apply(new Command.Drain(n1.node()));
    cluster.moved(cluster.root(run), n2);
    assertThat(cluster.authority.isDrained(n1.node())).isTrue();
  }

  // ---- jobs

  @Test
  void submittingTheSameAgainAttaches() {
    cluster.apply(new Command.SubmitJob(request("a", "b", "key", 0), AT));
    assertThat(cluster.answer(new Command.SubmitJob(request("a", "b", null, 0), AT)))
        .isEqualTo(new Answer.Submitted(new JobId("a"), true));
    assertThat(cluster.answer(new Command.SubmitJob(request("other", "b", "key", 0), AT)))
        .isEqualTo(new Answer.Submitted(new JobId("a"), true));
  }

  @Test
  void theSameKeyWithOtherArgumentsIsAConflict() {
    cluster.apply(new Command.SubmitJob(request("a", "b", "key", 0), AT));
    assertThat(cluster.answer(new Command.SubmitJob(request("other", "c", "key", 0), AT)))
        .isInstanceOf(Answer.Conflict.class);
  }

  @Test
  void aForgottenJobsKeyIsFreeAgain() {
    cluster.apply(new Command.SubmitJob(request("a", "b", "key", 0), AT));
    cluster.apply(new Command.CancelJob(new JobId("a"), false, "x", AT));
    assertThat(cluster.answer(new Command.ForgetJob(new JobId("a"))))
        .isEqualTo(new Answer.Accepted());
    assertThat(cluster.answer(new Command.SubmitJob(request("other", "c", "key", 0), AT)))
        .isEqualTo(new Answer.Submitted(new JobId("other"), false));
  }

  @Test
  void onlyTheRootsOwnerInItsEpochCanEndAJob() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    CellId root = cluster.root(run);
    Epoch epoch = cluster.moved(root, n2);
    assertThat(cluster.answer(ended(run, n1, root, Epoch.FIRST)))
        .isEqualTo(new Answer.StaleEpoch("The root of job is with n2#2 now", epoch));
    assertThat(cluster.answer(ended(run, n2, root, epoch))).isEqualTo(new Answer.Accepted());
    assertThat(cluster.job("job").state()).isEqualTo(JobState.DONE);
    assertThat(cluster.job("job").outcome()).isEqualTo(done());
  }

  @Test
  void aRootsEndWhileItIsToBeMovedEndsTheMoveToo() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    CellId root = cluster.root(run);
    cluster.move(root, n2);
    cluster.apply(ended(run, n1, root, Epoch.FIRST));
    assertThat(cluster.authority.pendingMoves()).isEmpty();
    assertThat(cluster.authority.redrive())
        .containsExactly(new Effect.SendDropJob(n1, run), new Effect.SendDropJob(n2, run));
    Answer late = cluster.answer(new Command.Staged(n2, root, new Epoch(2), AT));
    assertThat(late).isInstanceOf(Answer.StaleAttempt.class);
  }

  @Test
  void aJobWhoseNodeIsLostSaysSo() {
    NodeProcess n1 = cluster.register("n1", "k1");
    cluster.running("job", n1);
    cluster.apply(new Command.NodeGone(n1, "no heartbeat for 4 s", AT));
    assertThat(cluster.job("job").state()).isEqualTo(JobState.LOST);
    assertThat(cluster.job("job").outcome())
        .isInstanceOfSatisfying(
            JobOutcome.Lost.class,
            lost -> assertThat(lost.text()).contains("node n1", "no heartbeat for 4 s"));
  }

  @Test
  void aJobIsNotHitByANodeThatHeldNothingOfIt() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    CellId child = cluster.grant(n1, run, 8).first();
    cluster.apply(new Command.CellsStarted(n1, child));
    Epoch epoch = cluster.moved(child, n2);
    cluster.grant(n2, run, 8);
    cluster.apply(new Command.CellEnded(n2, child, epoch, AT));
    cluster.apply(new Command.NodeGone(n2, "gone", AT));
    assertThat(cluster.job("job").state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void aCancelledQueuedJobNeverStarts() {
    NodeProcess n1 = cluster.register("n1", "k1");
    cluster.apply(new Command.SubmitJob(request("a", "b", null, 0), AT));
    cluster.apply(new Command.CancelJob(new JobId("a"), false, "Ctrl-C", AT));
    assertThat(cluster.job("a").state()).isEqualTo(JobState.CANCELLED);
    assertThat(cluster.answer(new Command.StartJob(new JobId("a"), n1.node(), AT)))
        .isInstanceOf(Answer.Conflict.class);
  }

  @Test
  void aCancelFollowsTheRootToItsNewNode() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    CellId root = cluster.root(run);
    Epoch attempt = cluster.move(root, n2).started().getFirst().attempt();
    cluster.apply(new Command.CancelJob(run.job(), false, "Ctrl-C", AT));
    Applied commit = cluster.apply(new Command.Staged(n2, root, attempt, AT));
    assertThat(commit.effects()).contains(new Effect.SendCancel(n2, run, root, attempt, "Ctrl-C"));
  }

  @Test
  void theRootsCellEndsOnlyWithItsJob() {
    NodeProcess n1 = cluster.register("n1", "k1");
    JobRun run = cluster.running("job", n1);
    assertThat(cluster.answer(new Command.CellEnded(n1, cluster.root(run), Epoch.FIRST, AT)))
        .isInstanceOf(Answer.Conflict.class);
  }

  // ---- cells and moves

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

  // ---- log and snapshot

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

  private static Command ended(JobRun run, NodeProcess process, CellId root, Epoch epoch) {
    return new Command.JobEnded(run, process, root, epoch, done(), AT);
  }

  private static JobOutcome done() {
    return new JobOutcome.Done(new Payload.Inline(Bytes.utf8("42")), 0);
  }
}
