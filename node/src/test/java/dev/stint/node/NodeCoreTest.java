package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stint.proto.Activate;
import dev.stint.proto.CellsGranted;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Discard;
import dev.stint.proto.FactAck;
import dev.stint.proto.JobDefinition;
import dev.stint.proto.JobGone;
import dev.stint.proto.JobReport;
import dev.stint.proto.JobState;
import dev.stint.proto.Located;
import dev.stint.proto.MoveAnswer;
import dev.stint.proto.NodeMessage.KindCase;
import dev.stint.proto.OutputAck;
import dev.stint.proto.Prepare;
import dev.stint.proto.Query;
import dev.stint.proto.Release;
import dev.stint.proto.Resume;
import dev.stint.runtime.CellId;
import dev.stint.runtime.CellOutcome;
import dev.stint.runtime.OutputChunk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeCoreTest {
  private static final JobDefinition JOB = FakeCluster.job("j");
  private static final CellId CELL = new CellId(5);

  private final FakeCluster cluster = new FakeCluster();
  private final FakeCluster.Member a = cluster.member("a");
  private final FakeCluster.Member b = cluster.member("b");
  private FakeJobRuntime onA;

  @BeforeEach
  void startOnA() throws InterruptedException {
    onA = a.start(JOB, CELL.number());
  }

  private void prepare(int attempt) {
    a.order(
        CoordinatorMessage.newBuilder()
            .setPrepare(
                Prepare.newBuilder()
                    .setCell(5)
                    .setEpoch(1)
                    .setAttempt(attempt)
                    .setTarget(FakeCluster.address("b"))));
    cluster.loop.run();
  }

  private void awaitStaged() throws InterruptedException {
    while (b.coordinator.told(KindCase.STAGED).isEmpty()) {
      cluster.loop.awaitWork();
      cluster.loop.run();
    }
  }

  private void commit(int attempt) throws InterruptedException {
    b.order(
        CoordinatorMessage.newBuilder()
            .setActivate(Activate.newBuilder().setCell(5).setAttempt(attempt)));
    a.order(
        CoordinatorMessage.newBuilder()
            .setRelease(
                Release.newBuilder()
                    .setCell(5)
                    .setEpoch(1)
                    .setAttempt(attempt)
                    .setOwner(FakeCluster.address("b"))));
    cluster.loop.run();
    b.awaitArrival(5);
  }

  private void moveToB() throws InterruptedException {
    prepare(2);
    awaitStaged();
    commit(2);
  }

  private static void write(FakeJobRuntime runtime, String text) {
    runtime.host.output(new OutputChunk(CELL, 0, false, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aRootThatWasOrderedTwiceIsStartedOnce() {
    onA.running.put(CELL, "went on");
    a.order(
        CoordinatorMessage.newBuilder()
            .setStartJob(
                dev.stint.proto.StartJob.newBuilder()
                    .setJobId("j")
                    .setCell(5)
                    .setEpoch(1)
                    .setJob(JOB)));
    cluster.loop.run();

    assertThat(onA.running).containsEntry(CELL, "went on");
    assertThat(a.coordinator.told(KindCase.ROOT_STARTED)).hasSize(2);
  }

  @Test
  void aMovedCellRunsAtTheTargetAndNowhereElse() throws InterruptedException {
    moveToB();

    assertThat(b.runtime("j").running).containsEntry(CELL, "body");
    assertThat(onA.running).isEmpty();
    assertThat(onA.frozen).isEmpty();
    assertThat(b.coordinator.told(KindCase.ORDER_DONE)).hasSize(1);
    assertThat(a.coordinator.told(KindCase.ORDER_DONE)).hasSize(1);
  }

  @Test
  void anAbortedMoveGoesOnAtTheSource() throws InterruptedException {
    prepare(2);
    awaitStaged();
    a.order(
        CoordinatorMessage.newBuilder()
            .setResume(Resume.newBuilder().setCell(5).setEpoch(1).setAttempt(2)));
    b.order(
        CoordinatorMessage.newBuilder().setDiscard(Discard.newBuilder().setCell(5).setAttempt(2)));

    assertThat(onA.running).containsEntry(CELL, "body");
    assertThat(b.runtime("j").running).isEmpty();
  }

  @Test
  void aPinnedCellIsRefusedWithItsSite() {
    onA.pinned.put(CELL, "Foo.java:12");
    prepare(2);

    assertThat(a.coordinator.last(KindCase.REFUSED).getRefused().getReason())
        .isEqualTo("at Foo.java:12: a java.util.concurrent lock is held");
    assertThat(onA.running).containsKey(CELL);
  }

  @Test
  void aTransferThatFailedIsTriedAgain() throws InterruptedException {
    cluster.partitioned = true;
    prepare(2);
    cluster.partitioned = false;
    cluster.loop.advance(Duration.ofMillis(250));
    awaitStaged();

    assertThat(b.coordinator.told(KindCase.STAGED)).isNotEmpty();
  }

  @Test
  void aTargetThatOnceCouldNotFetchTheJobTakesItLater() throws InterruptedException {
    b.obstacle = "the coordinator is away";
    prepare(2);
    while (b.coordinator.told(KindCase.REFUSED).isEmpty()) {
      cluster.loop.awaitWork();
      cluster.loop.run();
    }
    a.order(
        CoordinatorMessage.newBuilder()
            .setResume(Resume.newBuilder().setCell(5).setEpoch(1).setAttempt(2)));
    b.obstacle = "";
    prepare(3);
    awaitStaged();
    commit(3);

    assertThat(b.runtime("j").running).containsEntry(CELL, "body");
  }

  @Test
  void aCellLeavesOnlyWhenItsOutputIsKept() throws InterruptedException {
    write(onA, "hello");
    prepare(2);
    assertThat(onA.frozen).containsKey(CELL);
    assertThat(b.runtimes).isEmpty();

    a.order(
        CoordinatorMessage.newBuilder()
            .setOutputAck(OutputAck.newBuilder().setCell(5).setOffset(5)));
    cluster.loop.run();
    awaitStaged();
    commit(2);
    write(b.runtime("j"), " world");
    cluster.loop.run();

    assertThat(b.coordinator.last(KindCase.OUTPUT).getOutput().getOffset()).isEqualTo(5);
  }

  @Test
  void theEndOfAJobIsReportedUntilItIsKept() {
    onA.host.jobEnded(new CellOutcome.Returned(new byte[] {42}));
    cluster.loop.run();
    a.core.sessionBegan();
    assertThat(a.coordinator.told(KindCase.JOB_REPORT)).hasSize(2);
    assertThat(a.coordinator.last(KindCase.JOB_REPORT).getJobReport().getState())
        .isEqualTo(JobState.JOB_STATE_DONE);

    a.order(CoordinatorMessage.newBuilder().setFactAck(FactAck.newBuilder().setJobId("j")));
    a.core.sessionBegan();
    assertThat(a.coordinator.told(KindCase.JOB_REPORT)).hasSize(2);
  }

  @Test
  void theEndOfAJobIsReportedAgainInTheSameSession() {
    onA.host.jobEnded(new CellOutcome.Returned(new byte[] {42}));
    cluster.loop.run();
    a.core.redrive();
    assertThat(a.coordinator.told(KindCase.JOB_REPORT)).hasSize(2);
  }

  @Test
  void theEndOfAJobIsNeverReportedBeforeItsOutputIsKept() {
    write(onA, "hello");
    onA.host.jobEnded(new CellOutcome.Returned(new byte[] {42}));
    cluster.loop.run();
    a.core.sessionBegan();
    a.core.redrive();
    assertThat(a.coordinator.told(KindCase.JOB_REPORT)).isEmpty();
    a.order(
        CoordinatorMessage.newBuilder()
            .setOutputAck(OutputAck.newBuilder().setCell(5).setOffset(5)));
    assertThat(a.coordinator.told(KindCase.JOB_REPORT)).hasSize(1);
  }

  @Test
  void aLargeResultBecomesABlob() throws InterruptedException {
    onA.host.jobEnded(new CellOutcome.Returned(new byte[JobEnds.MAX_INLINE + 1]));
    while (a.coordinator.told(KindCase.JOB_REPORT).isEmpty()) {
      cluster.loop.awaitWork();
      cluster.loop.run();
    }

    assertThat(a.coordinator.last(KindCase.JOB_REPORT).getJobReport().hasResultBlob()).isTrue();
  }

  @Test
  void aHugeFailureIsCutToWhatAReportCanCarry() {
    String huge = "x".repeat(20_000_000);
    onA.host.jobEnded(
        new CellOutcome.Threw(new byte[20_000_000], "E", huge, List.of("at a", huge)));
    cluster.loop.run();

    JobReport report = a.coordinator.last(KindCase.JOB_REPORT).getJobReport();
    assertThat(report.getSerializedSize()).isLessThan(1_000_000);
    assertThat(report.getFailure().getMessage()).startsWith("xxx").endsWith("characters more)");
    assertThat(report.getFailure().getStack()).startsWith("at a\nxxx");
  }

  @Test
  void theEndThatAJobFindsAwayFromItsRootIsReportedByTheRootsNode() throws InterruptedException {
    moveToB();
    onA.host.jobEnded(new CellOutcome.Exited(3));
    cluster.loop.run();

    assertThat(b.coordinator.last(KindCase.JOB_REPORT).getJobReport().getExitStatus()).isEqualTo(3);
    assertThat(b.coordinator.last(KindCase.JOB_REPORT).getJobReport().getEpoch()).isEqualTo(2);
  }

  @Test
  void aMessageFollowsACellThatHasLeft() throws InterruptedException {
    moveToB();
    onA.host.send(new CellId(6), CELL, "hi".getBytes(StandardCharsets.UTF_8));
    cluster.loop.run();

    assertThat(b.runtime("j").delivered).containsExactly("c6->c5:hi");
    assertThat(onA.movedPeers).contains(CELL);
  }

  @Test
  void aCorrespondentIsForgottenWhenItsStreamEnds() throws InterruptedException {
    moveToB();
    for (int i = 0; i < 3; i++) {
      onA.host.send(new CellId(6), CELL, "hi".getBytes(StandardCharsets.UTF_8));
    }
    cluster.loop.run();
    assertThat(b.core.cells().messenger().correspondentCount()).isEqualTo(1);
    b.core.cellMessagesEnded(a.replies);
    assertThat(b.core.cells().messenger().correspondentCount()).isEqualTo(0);
  }

  @Test
  void aMessageToAnUnknownCellWaitsForTheCoordinatorToSayWhereItIs() throws InterruptedException {
    moveToB();
    FakeCluster.Member c = cluster.member("c");
    FakeJobRuntime onC = c.start(JOB, 9);
    onC.host.send(new CellId(9), CELL, "hi".getBytes(StandardCharsets.UTF_8));
    cluster.loop.run();
    assertThat(c.coordinator.told(KindCase.LOCATE)).hasSize(1);

    c.order(
        CoordinatorMessage.newBuilder()
            .setLocated(Located.newBuilder().setCell(5).setOwner(FakeCluster.address("a"))));
    cluster.loop.run();
    cluster.loop.advance(Duration.ofMillis(5));
    assertThat(c.coordinator.told(KindCase.LOCATE)).hasSize(2);
    c.order(
        CoordinatorMessage.newBuilder()
            .setLocated(Located.newBuilder().setCell(5).setOwner(FakeCluster.address("b"))));
    cluster.loop.run();

    assertThat(b.runtime("j").delivered).containsExactly("c9->c5:hi");
  }

  @Test
  void aMessageThatWasLostIsRepeated() throws InterruptedException {
    moveToB();
    cluster.partitioned = true;
    onA.host.send(new CellId(6), CELL, "hi".getBytes(StandardCharsets.UTF_8));
    cluster.loop.run();
    cluster.partitioned = false;
    cluster.loop.advance(Duration.ofSeconds(2));
    a.core.cells().messenger().repeatUnreplied();
    a.order(
        CoordinatorMessage.newBuilder()
            .setLocated(Located.newBuilder().setCell(5).setOwner(FakeCluster.address("b"))));
    cluster.loop.run();

    assertThat(b.runtime("j").delivered).containsExactly("c6->c5:hi");
  }

  @Test
  void aRefusedWishToMoveIsToldToTheTasklet() {
    onA.host.moveRequested(CELL, "nowhere");
    cluster.loop.run();
    a.order(
        CoordinatorMessage.newBuilder()
            .setMoveAnswer(
                MoveAnswer.newBuilder().setCell(5).setReason("no node is called nowhere")));

    assertThat(onA.refusals).containsExactly("c5:no node is called nowhere");
  }

  @Test
  void aJobThatCannotStartFailsWithTheReason() throws InterruptedException {
    JobDefinition broken =
        JOB.toBuilder()
            .setJobId("k")
            .setBundle(
                JOB.getBundle().toBuilder()
                    .addArtifacts(dev.stint.proto.Artifact.newBuilder().setName("lib.jar")))
            .build();
    a.start(broken, 7);

    assertThat(a.coordinator.last(KindCase.JOB_REPORT).getJobReport().getFailure().getMessage())
        .isEqualTo("no such blob: lib.jar");
  }

  @Test
  void aCellThatCannotGoOnAtItsTargetIsReportedWithTheReason() throws InterruptedException {
    onA.running.put(CELL, "too deep");
    moveToB();

    assertThat(b.core.cells().isArriving(new dev.stint.cluster.CellId(5))).isFalse();
    JobReport report = b.coordinator.last(KindCase.JOB_REPORT).getJobReport();
    assertThat(report.getState()).isEqualTo(JobState.JOB_STATE_FAILED);
    assertThat(report.getCell()).isEqualTo(5);
    assertThat(report.getEpoch()).isEqualTo(2);
    assertThat(report.getFailure().getMessage())
        .contains("tasklet c5 has moved to node b and cannot go on there", "StackOverflowError");
  }

  @Test
  void aSpawnThatWasReportedWhileThereWasNoSessionIsReportedInTheNext() {
    a.order(
        CoordinatorMessage.newBuilder()
            .setCellsGranted(
                CellsGranted.newBuilder().setJobId("j").setRun(1).setFirst(10).setCount(64)));
    CellId first = onA.host.newCell();
    onA.host.spawned(CELL, first);
    cluster.loop.run();
    a.coordinator.connected(false);
    CellId unseen = onA.host.newCell();
    onA.host.spawned(CELL, unseen);
    cluster.loop.run();
    a.coordinator.connected(true);
    a.core.sessionBegan();

    assertThat(a.coordinator.last(KindCase.CELLS_CREATED).getCellsCreated().getCellsList())
        .containsExactly(unseen.number());
    assertThat(a.coordinator.last(KindCase.CELLS_CREATED).getCellsCreated().getAgain()).isTrue();
  }

  @Test
  void aTaskletThatIsLetGoIsReportedAsEndedOnceItsOutputIsKept() {
    a.order(
        CoordinatorMessage.newBuilder()
            .setCellsGranted(
                CellsGranted.newBuilder().setJobId("j").setRun(1).setFirst(10).setCount(64)));
    var child = onA.host.newCell();
    onA.host.spawned(CELL, child);
    write(onA, "hello");
    onA.host.ended(child, new CellOutcome.Cancelled());
    onA.host.released(child);
    cluster.loop.run();
    assertThat(a.coordinator.told(KindCase.CELL_ENDED)).isEmpty();

    a.order(
        CoordinatorMessage.newBuilder()
            .setOutputAck(OutputAck.newBuilder().setCell(5).setOffset(5)));
    cluster.loop.run();
    assertThat(a.coordinator.last(KindCase.CELL_ENDED).getCellEnded().getCell())
        .isEqualTo(child.number());
  }

  @Test
  void aQueryStopsARunningTaskletForItsStackAndLetsItGoOn() {
    a.order(
        CoordinatorMessage.newBuilder()
            .setQuery(Query.newBuilder().setId(1).setCell(5).setWithStack(true)));
    cluster.loop.run();

    assertThat(a.coordinator.last(KindCase.ANSWER).getAnswer().getTasklet().getStack(0).getText())
        .isEqualTo("Primes.count(Primes.java:12)");
    assertThat(onA.running).containsKey(CELL);
  }

  @Test
  void nothingIsLeftOfAJobThatIsGone() {
    a.order(
        CoordinatorMessage.newBuilder().setJobGone(JobGone.newBuilder().setJobId("j").setRun(1)));

    assertThat(onA.closed).isTrue();
    assertThat(a.core.jobs().all()).isEmpty();
    assertThat(a.coordinator.told(KindCase.JOB_DROPPED)).hasSize(1);
    cluster.loop.advance(Duration.ofSeconds(61));
    assertThat(a.core.cells().machine().cells()).isEmpty();
  }

  @Test
  void anOrderThatComesAfterAJobIsGoneStartsNothing() {
    a.order(
        CoordinatorMessage.newBuilder().setJobGone(JobGone.newBuilder().setJobId("j").setRun(1)));
    cluster.loop.advance(Duration.ofSeconds(61));
    a.order(
        CoordinatorMessage.newBuilder()
            .setStartJob(
                dev.stint.proto.StartJob.newBuilder()
                    .setJobId("j")
                    .setCell(5)
                    .setEpoch(1)
                    .setJob(JOB)));
    assertThat(a.core.jobs().all()).isEmpty();
  }

  @Test
  void anImageThatComesAfterAJobIsGoneOpensNothing() {
    b.order(
        CoordinatorMessage.newBuilder().setJobGone(JobGone.newBuilder().setJobId("j").setRun(1)));
    prepare(2);
    assertThat(b.core.jobs().all()).isEmpty();
    assertThat(b.core.cells().machine().cells()).isEmpty();
  }
}
