package dev.stint.cluster;

import static dev.stint.cluster.AuthorityFixture.AT;
import static dev.stint.cluster.AuthorityFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobsTest {
  private final AuthorityFixture cluster = new AuthorityFixture();

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
  void anOwnerThatCannotRunAMovedChildFailsTheJob() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    JobRun run = cluster.running("job", n1);
    CellId child = cluster.grant(n1, run, 4).first();
    cluster.apply(new Command.CellsStarted(n1, child));
    Epoch epoch = cluster.moved(child, n2);
    JobOutcome broken = new JobOutcome.Failed("it cannot go on", new Payload.None(), 1);
    assertThat(cluster.answer(new Command.JobEnded(run, n1, child, Epoch.FIRST, broken, AT)))
        .isInstanceOf(Answer.StaleEpoch.class);
    assertThat(cluster.answer(new Command.JobEnded(run, n2, child, epoch, done(), AT)))
        .isInstanceOf(Answer.StaleEpoch.class);
    assertThat(cluster.job("job").state()).isEqualTo(JobState.RUNNING);
    assertThat(cluster.answer(new Command.JobEnded(run, n2, child, epoch, broken, AT)))
        .isEqualTo(new Answer.Accepted());
    assertThat(cluster.job("job").state()).isEqualTo(JobState.FAILED);
    assertThat(cluster.job("job").outcome()).isEqualTo(broken);
  }

  @Test
  void everyNodeThatEverHeldSomethingOfAJobIsToldThatItIsOver() {
    NodeProcess n1 = cluster.register("n1", "k1");
    NodeProcess n2 = cluster.register("n2", "k2");
    NodeProcess n3 = cluster.register("n3", "k3");
    NodeProcess n4 = cluster.register("n4", "k4");
    JobRun run = cluster.running("job", n1);
    CellId root = cluster.root(run);
    cluster.moved(root, n2);
    Epoch tried = cluster.move(root, n4).started().getFirst().attempt();
    cluster.apply(new Command.AbortMove(root, tried, "no longer wanted", AT));
    Epoch epoch = cluster.moved(root, n3);
    for (NodeProcess process : List.of(n1, n2, n3, n4)) {
      for (OrderKind kind : OrderKind.values()) {
        for (Epoch attempt : List.of(new Epoch(2), new Epoch(3), new Epoch(4))) {
          cluster.apply(new Command.OrderDone(process, root, kind, attempt));
        }
      }
    }
    Applied end = cluster.apply(ended(run, n3, root, epoch));
    assertThat(end.effects())
        .containsExactly(
            new Effect.SendDropJob(n1, run),
            new Effect.SendDropJob(n2, run),
            new Effect.SendDropJob(n3, run),
            new Effect.SendDropJob(n4, run));
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

  private static Command ended(JobRun run, NodeProcess process, CellId root, Epoch epoch) {
    return new Command.JobEnded(run, process, root, epoch, done(), AT);
  }

  private static JobOutcome done() {
    return new JobOutcome.Done(new Payload.Inline(Bytes.utf8("42")), 0);
  }
}
